import { addDays, addPeriod, type Due } from '#libs/calendar';
import { step, type AnyDefinition } from '#libs/statechart';
import {
  DUE_NAMES,
  learningPlanOf,
  participantJourneyEvents,
  type DueName,
  type JourneyContext,
} from '#libs/journeys';
import { knowledgeWith } from '../dsl/knowledge.fixture.js';
import { fold, throughJsonb, type LogRow, type Story } from '../dsl/story.js';

const knowledge = knowledgeWith();
const LIMIT = 4096;

/** What must hold after every step; throws with what does not. */
export function checkStep(story: Story): void {
  checkTurn(story);
  checkDeadlines(story);
  checkSnapshot(story);
  checkPlan(story);
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** A live, not suspended journey has an owner, a next action and a date. */
function checkTurn({ result }: Story): void {
  const { next, status, state } = result;
  if (status !== 'live') return;
  const armed = Object.values(result.stored.deadlines).some(
    (row) => row.status === 'armed' && row.due === next.due,
  );
  demand(next.owner !== 'none' && next.action !== 'none', `nobody owns ${state.join()}`);
  demand(next.due !== null && armed, `no date in ${state.join()}: ${JSON.stringify(next)}`);
}

/** Armed deadlines belong to active states and stand on the date that their function reckons. */
function checkDeadlines({ result, definition, context }: Story): void {
  const rows = Object.entries(result.stored.deadlines);
  demand(
    rows.filter(([, row]) => row.status === 'armed').length <= 5,
    `more than five rows in ${result.state.join()}`,
  );
  for (const [name, row] of rows) {
    demand((DUE_NAMES as readonly string[]).includes(name), `unknown deadline ${name}`);
    if (row.status !== 'armed') continue;
    const owner = row.node.replace(/^participantJourney\.?/, '');
    const active = result.state.some((leaf) => leaf === owner || leaf.startsWith(`${owner}.`));
    demand(active, `${name} belongs to ${owner}, not to ${result.state.join()}`);
    const due: Due | null | undefined = definition.dues[name as DueName]?.(context);
    demand(due?.at === row.due, `${name} is due ${due?.at}, its row says ${row.due}`);
    demand(Boolean(due?.why.id && due.why.en), `${name} does not say why`);
  }
}

/** The snapshot is small. */
function checkSnapshot({ result }: Story): void {
  const bytes = JSON.stringify(result.stored).length;
  demand(bytes < LIMIT, `the snapshot of ${result.state.join()} has ${bytes} bytes`);
}

/** A plan never drops a required or mandatory course. */
function checkPlan({ context, state, lastEffects }: Story): void {
  if (!/^(placement.confirmed|awaitingStart|training)/.test(state[0]!)) return;
  const plan = learningPlanOf(context, knowledge);
  if (!plan || lastEffects.length === 0) return;
  for (const { stage, courses } of plan.stages) {
    const asked = courses.filter(({ decision }) => decision !== 'optional').map((line) => line.course);
    const planned = (context.planned[stage] ?? []).map((key) => `${context.programme}-${key}`);
    demand(
      asked.every((course) => planned.includes(course)),
      `the plan of ${stage} lost a course`,
    );
  }
}

/** What must hold of the whole journey when it is over, or when we stop looking. */
export function checkStory(story: Story): void {
  checkFold(story);
  checkFinal(story);
  checkCertificates(story);
  checkDates(story);
}

function checkFold({ definition, log, result }: Story): void {
  const folded = fold(definition as AnyDefinition, log);
  const [again, live] = [folded.stored, result.stored].map((stored) => JSON.stringify(throughJsonb(stored)));
  demand(again === live, 'folding the log gives another snapshot');
  demand(
    JSON.stringify(folded.next) === JSON.stringify(result.next),
    'folding the log gives another next action',
  );
}

/** No event leaves a final state, and no deadline is armed in it. */
function checkFinal({ definition, result, now }: Story): void {
  if (result.status !== 'final') return;
  demand(
    Object.values(result.stored.deadlines).every((row) => row.status !== 'armed'),
    'armed in a final state',
  );
  for (const type of Object.keys(participantJourneyEvents)) {
    const event = { type, payload: { reason: 'x', profile: {} }, actor: { id: 'x', role: 'institute' } };
    const outcome = step(definition as AnyDefinition, result.stored, event, now);
    demand(!outcome.ok, `${type} was taken in a final state`);
  }
}

/** No certificate without its confirmed ground, none twice for one ground. */
function checkCertificates(story: Story): void {
  const issued = story.effectsOf('issueCertificate');
  const grounds = issued.map(({ kind, ground }) => `${String(kind)}/${String(ground)}`);
  demand(new Set(grounds).size === grounds.length, `a certificate twice: ${grounds.join()}`);
  const passed = story.log.some((row) => row.kind === 'event' && row.event.payload['decision'] === 'passed');
  const confirmed = story.log.some((row) => row.kind === 'event' && row.event.type === 'verdictConfirmed');
  for (const { kind } of issued) {
    if (kind !== 'competency') demand(passed, `${String(kind)} without passing`);
    if (kind !== 'completion') demand(confirmed, `${String(kind)} without a confirmed verdict`);
  }
}

const RATINGS = ['postProfileRecorded', 'retestRecorded'];

type Sent = Extract<LogRow, { kind: 'event' }>;

const assessedOn = ({ event }: Sent) => (event.payload['profile'] as { assessedOn: string }).assessedOn;

/** Who rated does not confirm; no re-test before sixty days; no assessment before the window opens. */
function checkDates({ log, context }: Story): void {
  const sent = log.filter((row): row is Sent => row.kind === 'event');
  const raters = new Set<string>();
  let receivedOn: string | null = null;
  for (const row of sent) {
    const { type, payload, actor } = row.event;
    const rates = type === 'graduationDecided' ? context.option === 'integrated' : RATINGS.includes(type);
    if (rates) raters.add(actor.id);
    if (type === 'verdictConfirmed') demand(!raters.has(actor.id), `${actor.id} rated and confirmed`);
    if (type === 'feedbackReceived') receivedOn = String(payload['receivedOn']);
    if (type !== 'retestRecorded' || !receivedOn) continue;
    demand(assessedOn(row) >= addDays(receivedOn, 60), `re-test ${assessedOn(row)} after ${receivedOn}`);
  }
  checkWindow(context, sent);
  checkGate(context, sent);
}

function checkWindow(
  { option, windowFrom, endsOn, deferredOn, passedOn }: JourneyContext,
  sent: Sent[],
): void {
  const wasMoved = sent.some(
    ({ event }) => event.type === 'cohortRescheduled' || event.type === 'rescheduled',
  );
  if (option === 'integrated' || wasMoved || !endsOn) return;
  const opensOn = windowFrom ?? addPeriod(deferredOn && passedOn ? passedOn : endsOn, 'P3M');
  for (const row of sent.filter(({ event }) => event.type === 'postProfileRecorded')) {
    demand(assessedOn(row) >= opensOn, `assessed on ${assessedOn(row)}, open from ${opensOn}`);
  }
}

/** No session of generic-plus before both briefings. */
function checkGate({ pathway }: JourneyContext, sent: Sent[]): void {
  if (pathway !== 'generic-plus') return;
  sent.forEach(({ event }, index) => {
    if (event.type !== 'sessionLogged') return;
    const briefed = sent.slice(0, index).filter((row) => row.event.type === 'briefingCompleted');
    const roles = new Set(briefed.map((row) => row.event.payload['role']));
    demand(roles.size === 2, 'a session before both briefings');
  });
}
