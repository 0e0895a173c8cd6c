import type { DataSource } from 'typeorm';
import type { SimulationRequest, Simulated } from '../run-simulation.js';
import { checkRecord, type Checked } from './checked.js';
import { finalPages, gapsIn, hoursOf, type FinalPage } from './pages.js';
import { scanRecord, type RecordScan } from './record.js';

type Counts = Record<string, number>;

export interface PathwayOutcome {
  pathway: string;
  people: number;
  states: Counts;
  hours: { planned: number; whole: number };
  /** Competencies below the standard, over all people whose profile before training is known. */
  gapsBefore: number;
  /** The same at the latest assessment after training. */
  gapsAfter: number;
  /** By round: the first verdict is round 1. */
  verdicts: { round: number; met: number; notMet: number }[];
  certificates: Counts;
  deadlines: Counts;
  tasks: { done: number; late: number };
  withdrawals: number;
}

export interface StuckJourney {
  journey: string;
  participant: string;
  state: string[];
  action: string | null;
  owner: string | null;
  due: string | null;
}

export interface SimulationReport {
  request: SimulationRequest;
  /** Calendar days from the first to the last. */
  from: string;
  to: string;
  pathways: PathwayOutcome[];
  stuck: StuckJourney[];
  talentPool: number;
  /** What was refused, by event and code; crossing messages are part of life. */
  refusals: Counts;
  people: number;
  journeys: number;
  events: number;
  /** Events that somebody sent, without those of deadlines and certificates. */
  messages: number;
  requests: number;
  seconds: number;
  messagesPerSecond: number;
  memoryMb: number;
  digest: string;
  /** What `titian verify` finds. */
  checked: Checked;
}

/** What became of everybody: from the API where it tells, from the record where it counts. */
export async function reportOn(request: SimulationRequest, simulated: Simulated): Promise<SimulationReport> {
  const { desk, composition, staff } = simulated;
  const scan = await scanRecord(composition.dataSource);
  const pages = await finalPages(desk);
  const tasks = await tasksByCohort(composition.dataSource);
  const pool = await staff.named('lan').all('/talent-pool?expired=true');
  const names = [...new Set(pages.map(pathwayOf))];
  const messages = messagesIn(scan);
  const { seconds, requests } = simulated;
  return {
    ...{ request, from: desk.assumptions.calendar.begins, to: desk.today },
    pathways: names.map((name) => outcomeOf(name, pages, scan, tasks)),
    stuck: pages.filter(isStuck).map(stuckLine),
    talentPool: pool.length,
    refusals: Object.fromEntries([...desk.refusals].sort()),
    people: new Set(pages.map(({ journey }) => journey.person.nip)).size,
    ...{ journeys: pages.length, events: scan.events, messages, requests, seconds: rounded(seconds) },
    messagesPerSecond: rounded(messages / seconds),
    memoryMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    digest: scan.digest,
    checked: await checkRecord(composition),
  };
}

const pathwayOf = ({ journey }: FinalPage) => journey.cohort.invented.pathway;
const rounded = (value: number) => Math.round(10 * value) / 10;

/** A suspended journey rests until somebody wakes it; everything else that is not final waits for somebody. */
const isStuck = ({ status }: FinalPage) => status !== 'final' && status !== 'suspended';

function stuckLine({ journey, state, next }: FinalPage): StuckJourney {
  const { key: participant, id } = journey;
  const { action = null, owner = null, due = null } = next ?? {};
  return { journey: id, participant, state, action, owner, due };
}

function outcomeOf(
  pathway: string,
  all: readonly FinalPage[],
  scan: RecordScan,
  tasks: ReadonlyMap<string, { done: number; late: number }>,
): PathwayOutcome {
  const pages = all.filter((page) => pathwayOf(page) === pathway);
  const cohorts = new Set(pages.map(({ journey }) => journey.cohort.id));
  const hours = pages.map(hoursOf);
  const states = counted(pages.map(({ status, state }) => (status === 'final' ? (state[0] ?? '') : status)));
  const ofTasks = [...cohorts].map((id) => tasks.get(id) ?? { done: 0, late: 0 });
  return {
    ...{ pathway, people: pages.length, states },
    hours: { planned: sum(hours.map((one) => one.planned)), whole: sum(hours.map((one) => one.whole)) },
    gapsBefore: sum(pages.map(({ gaps }) => gapsIn(gaps))),
    gapsAfter: sum(pages.map(({ gapsAfter }) => gapsIn(gapsAfter))),
    verdicts: verdictsOf(pages, scan),
    certificates: counted(pages.flatMap(({ certificates }) => certificates.map(({ kind }) => kind))),
    deadlines: added(pages.map(({ journey }) => scan.instances.get(journey.id)?.fired ?? {})),
    tasks: { done: sum(ofTasks.map(({ done }) => done)), late: sum(ofTasks.map(({ late }) => late)) },
    withdrawals: states['withdrawn'] ?? 0,
  };
}

/** Whoever met the standard has no verdict after that one: only the latest can be a met one. */
function verdictsOf(pages: readonly FinalPage[], scan: RecordScan): PathwayOutcome['verdicts'] {
  const rounds = new Map<number, { met: number; notMet: number }>();
  for (const { journey, verdict } of pages) {
    const confirmed = scan.instances.get(journey.id)?.verdicts ?? [];
    confirmed.forEach((round, index) => {
      const counts = rounds.get(round) ?? { met: 0, notMet: 0 };
      rounds.set(round, counts);
      const met = index === confirmed.length - 1 && verdict?.meetsStandard === true;
      counts[met ? 'met' : 'notMet'] += 1;
    });
  }
  return [...rounds].sort(([one], [other]) => one - other).map(([round, counts]) => ({ round, ...counts }));
}

async function tasksByCohort(dataSource: DataSource): Promise<Map<string, { done: number; late: number }>> {
  const rows: { cohort: string; done: number; late: number }[] = await dataSource.query(`
    select enrolment.cohort_id as cohort, count(*)::int as done,
      count(*) filter (where task.closed_at > task.due_at)::int as late
    from task join enrolment on enrolment.journey_id = task.instance_id
    where task.status = 'done' group by 1`);
  return new Map(rows.map(({ cohort, done, late }) => [cohort, { done, late }]));
}

function messagesIn({ instances }: RecordScan): number {
  return sum(
    [...instances.values()]
      .filter(({ definition }) => definition === 'participantJourney')
      .map(({ events, fired }) => events - sum(Object.values(fired))),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function counted(values: readonly string[]): Counts {
  const counts: Counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function added(all: readonly Counts[]): Counts {
  const counts: Counts = {};
  for (const one of all)
    for (const [name, count] of Object.entries(one)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}
