import { validUntil, type LocalDate } from '#libs/calendar';
import { refused, type Refused } from '#libs/platform';
import type { AccessStore } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import { mayAll } from '../permissions/index.js';
import type {
  Accreditation,
  AccreditationCategory,
  Organisation,
  OrganisationKind,
} from '../organisation.js';
import { mayToOrganisation } from './reach.js';
import type { OrganisationEntry } from './register.port.js';

/** How long BKN's accreditation holds by its category: A five years, B three, C two (BKN, proses akreditasi). */
export const ACCREDITED_FOR: Record<AccreditationCategory, `P${number}Y`> = { A: 'P5Y', B: 'P3Y', C: 'P2Y' };

export interface OrganisationRequest {
  code: string;
  kind: Exclude<OrganisationKind, 'lan'>;
  name: string;
  zone: string;
  /** The agency whose unit it becomes. */
  parent?: string;
}

export interface OrganisationChange {
  name?: string;
  zone?: string;
  accreditation?: Omit<Accreditation, 'validUntil'> & { validUntil?: string };
}

/** Registers an organisation; below an agency, a unit of it. */
export async function createOrganisation(
  store: AccessStore,
  caller: Caller,
  { parent, ...request }: OrganisationRequest,
): Promise<{ ok: true; organisation: Organisation } | Refused> {
  if (parent === undefined) {
    if (!mayAll(caller, 'organisation.create'))
      return refused('request.invalid', { errors: [{ path: 'parent', code: 'required' }] });
  } else {
    const fault = await faultOfParent(store, caller, parent, request.kind);
    if (fault) return fault;
  }
  const name = request.name.trim();
  const organisation = await store.insertOrganisation({ ...request, name, parentId: parent ?? null });
  return organisation
    ? { ok: true, organisation }
    : refused('organisation.code_taken', { params: { code: request.code } });
}

/** Why nothing of the kind is put below an agency by the caller; null where it may. */
export async function faultOfParent(
  store: AccessStore,
  caller: Caller,
  parent: string,
  kind: OrganisationKind,
): Promise<Refused | null> {
  const above = await organisationEntry(store, parent);
  if (!above)
    return refused('request.invalid', { errors: [{ path: 'parent', code: 'unknown_organisation' }] });
  const may = mayToOrganisation(caller, 'organisation.create', parent);
  if (!may.ok) return may;
  if (above.closed) return refused('organisation.closed', { params: { name: above.name } });
  return above.kind === 'agency' && kind === 'agency' ? null : refused('organisation.no_units');
}

/** Renames it, moves it to another zone, or enters how it is accredited. */
export async function changeOrganisation(
  store: AccessStore,
  caller: Caller,
  id: string,
  { name, zone, accreditation }: OrganisationChange,
): Promise<{ ok: true; before: OrganisationEntry } | Refused> {
  const before = await organisationEntry(store, id);
  if (!before) return refused('request.not_found');
  const may = mayToOrganisation(caller, 'organisation.change', id);
  if (!may.ok) return may;
  if (accreditation) {
    const entered = accreditationOf(before.kind, accreditation);
    if (!entered.ok) return entered;
    await store.saveAccreditation(id, entered.accreditation);
  }
  if (name !== undefined || zone !== undefined)
    await store.changeOrganisation(id, { name: name?.trim() ?? before.name, zone: zone ?? before.zone });
  return { ok: true, before };
}

function accreditationOf(
  kind: OrganisationKind,
  { category, number, validFrom, validUntil: given }: NonNullable<OrganisationChange['accreditation']>,
): { ok: true; accreditation: Accreditation } | Refused {
  if (kind !== 'centre') return refused('organisation.not_accredited');
  const period = ACCREDITED_FOR[category];
  const last = validUntil(validFrom as LocalDate, period);
  const until = given ?? last;
  const path = 'accreditation.validUntil';
  if (until < validFrom) return refused('request.invalid', { errors: [{ path, code: 'before_its_start' }] });
  if (until > last) {
    const params = { category, years: Number(period.slice(1, -1)), last };
    return refused('request.invalid', { errors: [{ path, code: 'accredited_too_long', params }] });
  }
  return { ok: true, accreditation: { category, number: number.trim(), validFrom, validUntil: until } };
}

export async function organisationEntry(
  store: Pick<AccessStore, 'organisationEntries'>,
  id: string,
): Promise<OrganisationEntry | null> {
  const [entry] = await store.organisationEntries({ id }, { limit: 1, after: null });
  return entry ?? null;
}
