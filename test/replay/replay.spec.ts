import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Definitions, replayHistory, type Departure, type RecordedHistory } from '#libs/engine';
import { certificateV1, participantJourneyV1 } from '#libs/journeys';
import { loadKnowledge, lookupIn } from '#libs/knowledge';

const folder = join(process.cwd(), 'test', 'replay');
const lookup = lookupIn(loadKnowledge(join(process.cwd(), 'config')));
const definitions = new Definitions([participantJourneyV1(lookup), certificateV1(lookup)]);
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const historiesIn = (file: string): RecordedHistory[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RecordedHistory);

/** Thrown so that whoever broke it reads what to do. */
function tell({ history, definition, seq, differences }: Departure): never {
  const lines = differences
    .slice(0, 12)
    .map(
      ({ path, stored, folded }) => `  ${path}: was ${JSON.stringify(stored)}, is ${JSON.stringify(folded)}`,
    );
  throw new Error(
    [
      `The journey ${history} comes out otherwise at entry ${String(seq)} than when it was recorded:`,
      ...lines,
      `${definition} is released and immutable, and so are the policies, calendars and catalogues that its journeys name:`,
      'people are under way on them. Make a new version beside it, or undo the change.',
    ].join('\n'),
  );
}

describe('recorded histories come out of this build as they went in', () => {
  const all = files.map((file): [string, RecordedHistory[]] => [file, historiesIn(file)]);

  it.each(all)('%s', (_file, histories) => {
    expect(histories.length).toBeGreaterThan(0);
    for (const history of histories) {
      const departure = replayHistory(definitions, history);
      if (departure) tell(departure);
    }
  });

  it('of every pathway, assessment option and way in, and of certificates', () => {
    const inputs = all.flatMap(([, histories]) =>
      histories.map(({ definition, steps }) => ({ definition, ...steps[0]?.data })),
    );
    const values = (name: string) => new Set(inputs.map((input) => (input as Record<string, unknown>)[name]));
    expect([...values('pathway')]).toEqual(
      expect.arrayContaining(['flexible', 'cluster', 'a-la-carte', 'generic-plus']),
    );
    expect([...values('option')]).toEqual(expect.arrayContaining(['integrated', 'separate']));
    expect([...values('entry')]).toEqual(
      expect.arrayContaining(['incumbent', 'successor', 'alumnus', 'assessmentOnly']),
    );
    expect([...values('definition')]).toEqual(expect.arrayContaining(['participantJourney', 'certificate']));
  });

  it('and a departure is told with the journey, the entry and what differs', () => {
    const history = all.flatMap(([, histories]) => histories).find(({ steps }) => steps.length > 2);
    if (!history) throw new Error('no history to change');
    const changed = structuredClone(history);
    const step = changed.steps[2] as (typeof changed.steps)[number];
    step.made.next.owner = 'nobody';
    const departure = replayHistory(definitions, changed);
    expect(departure).toMatchObject({
      history: history.name,
      seq: 3,
      differences: [{ path: 'made.next.owner', stored: 'nobody' }],
    });
    expect(() => tell(departure as Departure)).toThrow(/entry 3[\s\S]*made\.next\.owner[\s\S]*immutable/);
  });
});
