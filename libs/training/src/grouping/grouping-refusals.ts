import type { GroupingRefused } from '#libs/curriculum';
import type { Refused } from '#libs/platform';
import type { Cohort } from '../cohorts/cohort.js';
import { fault, invalid, notFound } from '../refusal.js';

/** The pure rules' no, as the fault of a request that it is. */
export function refusedBy({ refusal: { code, detail } }: GroupingRefused): Refused {
  return invalid(code, detail);
}

/** Coaching belongs to training, whatever the pathway; only two of them make it the treatment of the gap. */
export function noCoachingIn({ kind }: Pick<Cohort, 'kind'>): Refused | null {
  if (kind === 'training') return null;
  return invalid('grouping.not_for_cohort', {
    id: 'Angkatan asesmen tidak memiliki kelompok coaching.',
    en: 'An assessment cohort has no coaching groups.',
  });
}

/** Only the second pathway divides a cohort into classes by cluster (seed 002, Alternative II b). */
export function noClassesIn({ pathway }: Pick<Cohort, 'pathway'>): Refused | null {
  if (pathway === 'cluster') return null;
  return invalid('grouping.not_for_cohort', {
    id: 'Kelas menurut klaster hanya ada pada jalur cluster.',
    en: 'Classes by cluster exist in the cluster pathway only.',
  });
}

export function twoOfOneName(names: readonly string[]): Refused | null {
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index < 0) return null;
  const name = names[index] ?? '';
  return invalid(
    'grouping.name_twice',
    { id: `Nama "${name}" dipakai dua kali.`, en: `The name "${name}" is used twice.` },
    [
      fault(
        `groups[${String(index)}].name`,
        'grouping.name_twice',
        'Beri nama lain.',
        'Give it another name.',
      ),
    ],
  );
}

export const GROUP_UNKNOWN = notFound('grouping.not_found', { id: 'Kelompok', en: 'The group' });
