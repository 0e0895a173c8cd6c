import { differences, type Fault, type Replayed } from '#libs/engine';
import type { ParticipantJourneyInput } from '#libs/journeys';
import { productFaultsOf } from './product-faults.js';
import type { ProductRows } from './product-rows.port.js';

/** A journey's enrolment, the parties that see it, and where it went: each against the journey itself. */
export function checkEnrolment(one: Replayed, rows: ProductRows): Fault[] {
  const { instance, entries } = one.record;
  const fault = productFaultsOf(instance.id);
  const enrolment = rows.enrolments.find(({ journeyId }) => journeyId === instance.id);
  if (!enrolment) return [fault('enrolment.missing', instance.personId ?? 'person')];
  const { setAside, agencyOrgId, ...stored } = enrolment;
  if (setAside) return [];
  const input = (entries[0]?.data ?? null) as ParticipantJourneyInput | null;
  const expected = {
    ...{ journeyId: instance.id, orgId: instance.orgId },
    ...{ cohortId: instance.cohortId, personId: instance.personId },
    entry: input?.entry ?? stored.entry,
    enteredOn: input?.enteredOn ?? stored.enteredOn,
  };
  const ofStart = {
    cohortId: input?.cohort ?? instance.cohortId,
    personId: input?.person ?? instance.personId,
  };
  const differing = [
    ...differences('enrolment', stored, expected),
    ...differences('instance', { cohortId: instance.cohortId, personId: instance.personId }, ofStart),
  ];
  return [
    ...differing.map(({ path, stored: found, folded }) =>
      fault('enrolment.differs', path, { expected: folded, found }),
    ),
    ...partyFaults(one, rows, agencyOrgId),
    ...transferFaults(one, rows),
  ];
}

function partyFaults({ record: { instance } }: Replayed, { parties }: ProductRows, agency: string): Fault[] {
  const { id, orgId, personId, status } = instance;
  const own = parties.filter(({ journeyId }) => journeyId === id);
  const expected = [
    { role: 'institute', partyOrg: orgId, personId: null },
    { role: 'participant', partyOrg: null, personId },
    // A journey that has ended takes no change of agency; the person's row does.
    ...(status === 'final' ? [] : [{ role: 'agency', partyOrg: agency, personId: null }]),
  ];
  return expected
    .filter(
      (party) =>
        !own.some(
          (row) =>
            row.role === party.role &&
            (party.partyOrg === null || row.partyOrg === party.partyOrg) &&
            row.personId === party.personId,
        ),
    )
    .map((party) => productFaultsOf(id)('party.missing', party.role, { expected: party }));
}

function transferFaults({ record: { instance, entries } }: Replayed, { transfers }: ProductRows): Fault[] {
  const left = entries.find(({ type }) => type === 'transferred');
  if (!left) return [];
  const fault = productFaultsOf(instance.id);
  const subject = `#${String(left.seq)}`;
  const row = transfers.find(({ journeyId }) => journeyId === instance.id);
  if (!row) return [fault('transfer.lost', subject, { expected: left.data })];
  // Not begun yet is no fault, and neither is one that was given up with its reason.
  return row.settled && row.fault === null && !row.began
    ? [fault('transfer.lost', subject, { found: row })]
    : [];
}
