import { join } from 'node:path';
import { loadKnowledge } from '#libs/knowledge';
import { projectRoot } from '../project-root.js';
import { overBefore } from './housekeeping.js';

describe('what is thrown away', () => {
  const knowledge = loadKnowledge(join(projectRoot(), 'config'));

  it('was over for as long as the policy of the day keeps it, by the clock that it goes by', () => {
    expect(overBefore(knowledge, '2027-03-31T18:00:00.000Z', '2026-11-22T01:00:00.000Z')).toEqual({
      // In Jakarta it is the first of April already.
      inbox: '2025-03-31T17:00:00.000Z',
      operations: '2025-03-31T17:00:00.000Z',
      letters: '2026-05-21T17:00:00.000Z',
    });
  });

  it('is said with its source, and that nobody has set it', () => {
    const kept = knowledge.settings.filter(({ path }) => path.startsWith('kept.'));
    expect(kept.map(({ path, illustrative }) => [path, illustrative])).toEqual([
      ['kept.inbox', true],
      ['kept.letters', true],
      ['kept.operations', true],
      ['kept.participant', true],
      ['kept.officialNames', true],
      ['kept.imports', true],
      ['kept.audit', true],
      ['kept.requests', true],
    ]);
  });
});
