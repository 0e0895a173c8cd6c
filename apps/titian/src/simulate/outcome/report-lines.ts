import type { PathwayOutcome, SimulationReport } from './report.js';

type Row = [label: string, of: (outcome: PathwayOutcome) => string];

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ') || '-';

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const COLUMNS: Row[] = [
  ['pathway', ({ pathway }) => pathway],
  ['people', ({ people }) => String(people)],
  ['hours planned', ({ hours }) => `${hours.planned} of ${hours.whole}`],
  ['gaps before', ({ gapsBefore }) => String(gapsBefore)],
  ['after', ({ gapsAfter }) => String(gapsAfter)],
  ['deadlines', ({ deadlines }) => String(total(deadlines))],
  ['late tasks', ({ tasks }) => `${tasks.late} of ${tasks.done}`],
  ['withdrawn', ({ withdrawals }) => String(withdrawals)],
];

/** The report as a table, one line a pathway, and what does not fit into one below it. */
export function reportLines(report: SimulationReport): string[] {
  const { pathways, stuck } = report;
  return [
    ...table(pathways),
    '',
    ...pathways.flatMap(detailLines),
    ...(Object.keys(report.refusals).length > 0 ? [`Refused on the way: ${listed(report.refusals)}`] : []),
    `${report.people} people in ${report.journeys} journeys from ${report.from} to ${report.to}; ${report.talentPool} entries in the talent pool`,
    `${report.events} events in ${report.seconds} s: ${report.messages} messages, ${report.messagesPerSecond} per second, over ${report.requests} requests; ${report.memoryMb} MB`,
    `Digest of the record, seed ${report.request.seed}: ${report.digest}`,
    ...checkedLines(report.checked),
    ...stuckLines(stuck),
  ];
}

function detailLines({ pathway, states, verdicts, certificates }: PathwayOutcome): string[] {
  const rounds = verdicts.map(({ round, met, notMet }) => `round ${round}: ${met} met, ${notMet} not met`);
  return [
    `${pathway}: ${listed(states)}`,
    `  verdicts: ${rounds.join('; ') || '-'}`,
    `  certificates: ${listed(certificates)}`,
  ];
}

function table(pathways: readonly PathwayOutcome[]): string[] {
  const lines = [COLUMNS.map(([label]) => label), ...pathways.map((one) => COLUMNS.map(([, of]) => of(one)))];
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  return lines.map((cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function checkedLines({ entries, faults, byKind }: SimulationReport['checked']): string[] {
  if (faults === 0) return [`The record is whole: ${entries} entries verified.`];
  const kinds = Object.entries(byKind).map(
    ([kind, { count, first }]) => `  ${kind} ${count}, first ${JSON.stringify(first)}`,
  );
  return [`${faults} faults in ${entries} entries:`, ...kinds];
}

function stuckLines(stuck: SimulationReport['stuck']): string[] {
  if (stuck.length === 0) return ['Everybody came to an end, or rests.'];
  const lines = stuck.map(
    ({ participant, journey, state, action, owner, due }) =>
      `  ${participant} (${journey}) in ${state.join(', ')}: ${action ?? '-'} by ${owner ?? '-'}, due ${due ?? '-'}`,
  );
  return [`${stuck.length} stuck, neither final nor at rest:`, ...lines];
}
