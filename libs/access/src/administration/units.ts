import { refused, type FieldFault, type Refused } from '#libs/platform';
import type { AccessStore } from '../access-store.port.js';
import type { Caller } from '../caller.js';
import { ROLE_WORDS } from '../membership-role.js';
import { mayAll } from '../permissions/index.js';
import { faultOfParent, organisationEntry } from './organisations.js';
import { mayToOrganisation } from './reach.js';
import type { Member, OrganisationEntry } from './register.port.js';

type Settled = { ok: true; before: OrganisationEntry } | Refused;

/** What is said of a unit that is still in use; the rest is counted by whoever looks at the list. */
const MOST_NAMED = 20;

/** Puts an agency or a unit below another one; LAN alone makes a unit an agency of its own again (`parent` null). */
export async function moveUnit(
  store: AccessStore,
  caller: Caller,
  id: string,
  parent: string | null,
): Promise<Settled> {
  const asked = await unitOf(store, caller, id);
  if (!asked.ok) return asked;
  const { before } = asked;
  if (parent === null) {
    if (!mayAll(caller, 'organisation.place'))
      return refused('request.invalid', { errors: [{ path: 'parent', code: 'required' }] });
  } else {
    const fault = await faultOfParent(store, caller, parent, before.kind);
    if (fault) return fault;
  }
  if (await store.place(id, parent)) return { ok: true, before };
  return refused('request.invalid', { errors: [{ path: 'parent', code: 'below_itself' }] });
}

/** Closes a unit that nobody belongs to any more: no roles are given in it, and nothing is put below it. */
export async function closeUnit(
  store: AccessStore,
  caller: Caller,
  id: string,
  { reason, at }: { reason: string; at: string },
): Promise<Settled> {
  const asked = await unitOf(store, caller, id);
  if (!asked.ok) return asked;
  const { parentId } = asked.before;
  if (parentId === null) return refused('organisation.not_a_unit');
  return store.alone([id, parentId], async (unit) => {
    const before = await organisationEntry(unit, id);
    if (!before) return refused('request.not_found');
    if (before.closed) return refused('organisation.closed', { params: { name: before.name } });
    const members = await unit.members({ organisationId: id }, { limit: MOST_NAMED, after: null });
    const units = await unit.organisationEntries(
      { parentId: id, closed: false },
      { limit: MOST_NAMED, after: null },
    );
    const errors = [...units.map(stillThere), ...members.map(stillMember)];
    if (errors.length > 0) return refused('organisation.in_use', { errors });
    await unit.setClosed(id, { at, reason, by: caller.accountId });
    return { ok: true, before };
  });
}

/** Takes the closing of a unit back; what it stands below must be open. */
export async function reopenUnit(store: AccessStore, caller: Caller, id: string): Promise<Settled> {
  const asked = await unitOf(store, caller, id);
  if (!asked.ok) return asked;
  const { before } = asked;
  if (!before.closed) return refused('organisation.not_closed');
  return store.alone([id, ...(before.parentId === null ? [] : [before.parentId])], async (unit) => {
    const above = before.parentId === null ? null : await organisationEntry(unit, before.parentId);
    if (above?.closed) return refused('organisation.closed', { params: { name: above.name } });
    await unit.setClosed(id, null);
    return { ok: true, before };
  });
}

/** An agency's unit belongs to what it stands below: whoever keeps that settles where it goes, and whether it is. */
async function unitOf(store: AccessStore, caller: Caller, id: string): Promise<Settled> {
  const before = await organisationEntry(store, id);
  if (!before) return refused('request.not_found');
  const may = mayToOrganisation(caller, 'organisation.place', id);
  if (!may.ok) return may;
  if (before.kind !== 'agency') return refused('organisation.no_units');
  if (before.parentId === null)
    return mayAll(caller, 'organisation.place') ? { ok: true, before } : refused('access.forbidden');
  const above = mayToOrganisation(caller, 'organisation.place', before.parentId);
  return above.ok ? { ok: true, before } : above;
}

function stillThere({ name, code }: OrganisationEntry): FieldFault {
  return { path: 'units', code: 'unit_open', params: { name, code } };
}

function stillMember({ person, account, role }: Member): FieldFault {
  const name = person?.name ?? account?.username ?? '';
  const { id, en } = ROLE_WORDS[role];
  const message = {
    id: `${name} masih ${id} di sini: akhiri dahulu perannya.`,
    en: `${name} is still ${en} here: end that role first.`,
  };
  return { path: 'members', code: 'member_open', message };
}
