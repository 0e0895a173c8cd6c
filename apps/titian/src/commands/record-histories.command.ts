import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { recordHistory, type Looked, type RecordedHistory } from '#libs/engine';
import { PostgresVerifyStore } from '#libs/persistence';
import { traitsOf } from './verify/history-traits.js';
import { exitBy, withExitCodes } from './verify/exit-codes.js';
import { type OpenRecord, withRecord } from './verify/open-record.js';

const HELP = `
For those who develop Titian. Takes journeys from the record and writes them, with everything that this build makes of
them, into files that every later build must reproduce (test/replay). A journey is taken only when it shows something
that the files don't show yet: a state, an event, a deadline, an effect, on one of the pathways. Only invented people:
never run it on a record of real ones.`;

const MOST_ENTRIES = 20_000;

/** Keeps journeys of this build for every later build to reproduce. */
export function recordHistoriesCommand(): Command {
  return withExitCodes(new Command('record-histories'))
    .description('keep journeys as histories that later builds must reproduce')
    .argument('<folder>', 'where the histories lie, one JSON text a line')
    .option('--anew', 'forget what the folder holds; only before the definitions are released')
    .addHelpText('after', HELP)
    .action((folder: string, { anew }: { anew?: true }) =>
      exitBy(() => withRecord('titian-record', (record) => recordInto(record, folder, anew === true))),
    );
}

async function recordInto(record: OpenRecord, folder: string, anew: boolean): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const kept = new Keeper(anew ? new Map<string, string[]>() : await linesIn(folder));
  const before = kept.count;
  for await (const history of historiesOf(record)) kept.offer(history);
  for (const name of anew ? await filesIn(folder) : []) await rm(join(folder, name));
  for (const [name, lines] of kept.lines) await writeFile(join(folder, name), `${lines.join('\n')}\n`);
  console.log(
    `${kept.count - before} histories added, ${kept.count} in all; they show ${kept.shown.size} traits.`,
  );
  return false;
}

/** The files with what their histories show; one more is kept when it shows something new. */
class Keeper {
  readonly shown = new Set<string>();

  constructor(readonly lines: Map<string, string[]>) {
    for (const line of [...lines.values()].flat()) this.show(JSON.parse(line) as RecordedHistory);
  }

  get count(): number {
    return [...this.lines.values()].flat().length;
  }

  offer(history: RecordedHistory): void {
    if (traitsOf(history).every((trait) => this.shown.has(trait))) return;
    this.show(history);
    const name = `${history.definition}.v${history.steps[0]?.version ?? 0}.jsonl`;
    this.lines.set(name, [...(this.lines.get(name) ?? []), JSON.stringify(history)]);
  }

  private show(history: RecordedHistory): void {
    for (const trait of traitsOf(history)) this.shown.add(trait);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
}

async function linesIn(folder: string): Promise<Map<string, string[]>> {
  const lines = new Map<string, string[]>();
  for (const name of await filesIn(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    lines.set(
      name,
      text.split('\n').filter((line) => line !== ''),
    );
  }
  return lines;
}

async function* historiesOf({ dataSource, definitions }: OpenRecord): AsyncGenerator<RecordedHistory> {
  const source = new PostgresVerifyStore(dataSource);
  let after: string | null = null;
  for (;;) {
    const page: Looked<null> = await source.page(
      { filter: {}, after, mostEntries: MOST_ENTRIES },
      async () => null,
    );
    const last = page.records.at(-1);
    if (!last) return;
    // Long ones first: they show most, and fewer are needed.
    const long = [...page.records].sort((one, other) => other.entries.length - one.entries.length);
    for (const { instance, entries } of long)
      if (entries.every(({ data }) => data !== null))
        yield recordHistory(definitions, instance.id, instance.definition.key, entries);
    after = last.instance.id;
  }
}
