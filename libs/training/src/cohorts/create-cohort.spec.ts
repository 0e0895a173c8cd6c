import { fileURLToPath } from 'node:url';
import { PATHWAYS, type Pathway } from '#libs/curriculum';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import type { CohortStore } from './cohort-store.port.js';
import type { Cohort } from './cohort.js';
import { createCohort } from './create-cohort.js';

const lookup = lookupIn(loadKnowledge(fileURLToPath(new URL('../../../../config', import.meta.url))));
const versions = { policy: '2026.1', calendar: '2026.1', catalogue: '2026.1', programmes: '2026.1' };

const NOW = '2026-01-15T01:00:00.000Z';
const BODY = {
  ...{ programme: 'PKA', assessmentOption: 'separate', name: 'Angkatan I', zone: 'Asia/Jakarta' },
  ...{ startsOn: '2026-03-02', endsOn: '2026-04-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-20' },
    { stage: 'eLearning', from: '2026-03-24', to: '2026-04-03' },
    { stage: 'classical', from: '2026-04-13', to: '2026-04-24' },
  ],
};

/** Opens a cohort where LAN has chosen so; what was stored, or the faults by path and code. */
async function opened(nationalPathway: Pathway | null, body: object): Promise<unknown> {
  const stored: Cohort[] = [];
  const cohorts: Pick<CohortStore, 'insert'> = {
    insert: (cohort) => {
      stored.push(cohort);
      return Promise.resolve();
    },
  };
  const policy = (version: string) => {
    const { curriculum } = lookup.policy(version);
    return { curriculum: { ...curriculum, nationalPathway } };
  };
  const deps = { cohorts: cohorts as CohortStore, versions, lookup: { policy }, newId: () => 'id' };
  const answer = await createCohort(deps, 'org', { ...BODY, ...body }, NOW);
  if (answer.ok) return stored.map(({ pathway, pilotId }) => ({ pathway, pilotId }));
  return answer.refusal.errors?.map(({ path, code }) => ({ path, code }));
}

describe('who picks the alternative', () => {
  it('is the institute, as long as LAN has chosen none for the whole country', async () => {
    expect(lookup.policy(versions.policy).curriculum.nationalPathway).toBeNull();
    for (const pathway of PATHWAYS)
      expect(await opened(null, { pathway })).toEqual([{ pathway, pilotId: null }]);
  });

  it('is LAN once it has; another is for a pilot only', async () => {
    expect(await opened('generic-plus', { pathway: 'generic-plus' })).toHaveLength(1);
    expect(await opened('generic-plus', { pathway: 'flexible' })).toEqual([
      { path: 'pathway', code: 'pathway.needs_pilot' },
    ]);
    expect(await opened('generic-plus', { pathway: 'flexible', pilotId: 'uji-coba-1' })).toEqual([
      { pathway: 'flexible', pilotId: 'uji-coba-1' },
    ]);
  });

  it('goes by stable codes: a numeral or a name of the paper is refused', async () => {
    for (const pathway of ['III', 'IV', 'Semi Fleksibel', 'semi-flexible'])
      expect(await opened(null, { pathway })).toMatchObject([{ path: 'pathway' }]);
  });
});
