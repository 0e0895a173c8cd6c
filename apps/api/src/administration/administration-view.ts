import {
  mayToOrganisation,
  type Accreditation,
  type Caller,
  type Organisation,
  type OrganisationEntry,
} from '#libs/access';
import { localDateOf, withOffset, type Instant, type Zone } from '#libs/calendar';

/** An accreditation, and how it stands today. */
export interface AccreditationView extends Accreditation {
  standing: 'upcoming' | 'valid' | 'expired';
}

export interface OrganisationListView extends Organisation {
  parentId: string | null;
  /** How many units are right below it. */
  units: number;
  /** Since when there is it no longer, by whom and why; null as long as there is it. */
  closed: { at: string; by: string | null; reason: string } | null;
  accreditation: AccreditationView | null;
  /** Whether the caller keeps its members and what is noted of it. */
  mayAdminister: boolean;
  /** Whether the caller moves, closes and reopens it as a unit. */
  mayPlace: boolean;
}

export function organisationView(
  entry: OrganisationEntry,
  caller: Caller,
  now: Instant,
): OrganisationListView {
  const { accreditation, closed, ...rest } = entry;
  return {
    ...rest,
    closed: closed && { ...closed, at: withOffset(closed.at as Instant, entry.zone as Zone) },
    accreditation: accreditation && accreditationView(accreditation, entry, now),
    mayAdminister: mayToOrganisation(caller, 'organisation.change', entry.id).ok,
    mayPlace: entry.parentId !== null && mayToOrganisation(caller, 'organisation.place', entry.parentId).ok,
  };
}

/** Days are those of the organisation's own zone. */
export function accreditationView(
  accreditation: Accreditation,
  { zone }: Pick<Organisation, 'zone'>,
  now: Instant,
): AccreditationView {
  const today = localDateOf(now, zone as Zone);
  const { validFrom, validUntil } = accreditation;
  const standing = today < validFrom ? 'upcoming' : today > validUntil ? 'expired' : 'valid';
  return { ...accreditation, standing };
}
