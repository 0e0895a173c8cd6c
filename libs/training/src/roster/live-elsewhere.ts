import type { Cohort } from '../cohorts/cohort.js';
import type { Fault } from '../refusal.js';
import type { KnownOfRoster } from './known-of-roster.js';
import type { RosterRow } from './roster-row.js';

/**
 * Somebody may be in two cohorts of one programme for good reasons (a transfer on its way, a training begun again), so it
 * warns and does not refuse. A cohort of another institute is not named: its roster is not this one's to read.
 */
export function warningsOf(
  { orgId }: Pick<Cohort, 'orgId'>,
  { row, nip }: RosterRow,
  known: KnownOfRoster,
): Fault[] {
  const elsewhere = known.elsewhere.get(known.people.get(nip)?.id ?? '') ?? [];
  if (elsewhere.length === 0) return [];
  const own = elsewhere.filter((one) => one.orgId === orgId).map(({ cohortName }) => `"${cohortName}"`);
  const others = elsewhere.length > own.length;
  return [
    {
      path: `rows[${String(row)}].nip`,
      row,
      column: 'nip',
      code: 'participant.enrolled_elsewhere',
      message: {
        id: `Peserta ini masih mengikuti program yang sama di angkatan ${[...own, ...(others ? ['lembaga lain'] : [])].join(', ')}. Ia tetap dimasukkan; periksa apakah salah satunya perlu diundurkan atau dipindahkan.`,
        en: `This person is still in the same programme in ${[...own, ...(others ? ['another institute'] : [])].join(', ')}. The row goes in all the same; see whether one of the two must be withdrawn or transferred.`,
      },
    },
  ];
}
