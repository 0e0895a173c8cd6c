import { v5 as uuidOf } from 'uuid';
import type { Caller, Organisation } from '#libs/access';
import { localDateOf, toInstant, type Instant } from '#libs/calendar';
import type { Message } from '#libs/engine';
import { readTable, type Table } from '#libs/exchange';
import { participantJourneyEvents } from '#libs/journeys';
import { currentAt } from '#libs/knowledge';
import {
  actorFor,
  createCohort,
  importProfiles,
  importRoster,
  institutesOf,
  SYSTEM_SCOPE,
  type ClockMover,
  type CohortRow,
  type Enrolment,
  type ImportKind,
  type ImportAnswer,
  type SandboxMarks,
} from '#libs/training';
import { HEADINGS, profileDeps, rosterDeps, type TrainingParts } from '../../../api/src/index.js';
import { participantCaller, type SandboxCallers, settleWorld } from './sandbox-callers.js';
import type { CohortStory, SandboxFiles } from './sandbox-files.js';
import type { SandboxStep } from './sandbox-schema.js';

/** Names the ids that the loading makes, so that a loading that was killed finds what it had made. */
const NAMESPACE = '6f1d3b0e-6f0c-4c55-9e0f-2a6f1f8f7a10';

/** What one event leads to for many is done together; certificates come one by one, so that serials are the same in every sandbox. */
const ISSUES_CERTIFICATES = new Set(['graduationDecided', 'verdictConfirmed']);

type EventStep = Extract<SandboxStep, { event: unknown }>;

interface Loading {
  parts: TrainingParts;
  mover: ClockMover;
  files: SandboxFiles;
  callers: SandboxCallers;
}

interface Timed {
  story: CohortStory;
  step: SandboxStep;
  at: Instant;
}

/**
 * Loads the sandbox through the same use cases that its users call, each step at its own time under the sandbox's clock.
 * Every step is marked when it is done and may be repeated: a loading that was killed goes on with the next start.
 */
export async function loadSandbox(
  parts: TrainingParts,
  files: SandboxFiles,
  marks: SandboxMarks,
): Promise<void> {
  const { sandbox: mover } = parts;
  if (!mover) throw new Error('there is no sandbox clock to load the sandbox under');
  const done = await marks.done();
  if (done.has('complete')) return;
  const callers = await settleWorld(parts.access, files.world);
  const loading = { parts, mover, files, callers };
  for (const timed of inTime(files.stories)) {
    if (done.has(timed.step.id)) continue;
    await moveTo(mover, timed.at);
    await perform(loading, timed);
    await marks.mark(timed.step.id, timed.at);
  }
  await moveTo(mover, files.stands);
  await marks.mark('complete', files.stands);
}

function inTime(stories: CohortStory[]): Timed[] {
  const all = stories.flatMap((story) =>
    story.steps.map((step) => ({ story, step, at: toInstant(step.at) })),
  );
  return all.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

async function moveTo(mover: ClockMover, at: Instant): Promise<void> {
  if (at <= mover.now()) return;
  const moved = await mover.move({ to: at });
  if (!moved.ok) throw new Error(`the sandbox clock would not move to ${at}: ${moved.refusal.code}`);
  await mover.settled();
  if (moved.value.status !== 'done')
    throw new Error(`the sandbox clock stopped on its way to ${at}: ${moved.value.cause ?? ''}`);
}

async function perform(loading: Loading, { story, step }: Timed): Promise<void> {
  if ('cohort' in step) return openCohort(loading, story, step);
  const cohort = await cohortOf(loading, story);
  const { parts, files } = loading;
  const now = await parts.clock.now();
  if ('roster' in step) {
    const table = await tableOf(files, step.roster, 'roster');
    const caller = callerNamed(loading, step.as);
    return expectAll(
      step,
      await importRoster(rosterDeps(parts, caller), { cohort, sheet: table, at: now, dryRun: false }),
    );
  }
  if ('profiles' in step) {
    const table = await tableOf(files, step.profiles, 'profiles');
    return expectAll(
      step,
      await importProfiles(profileDeps(parts), callerNamed(loading, step.as), {
        cohort,
        sheet: table,
        at: now,
        dryRun: false,
      }),
    );
  }
  return sendEvents(loading, cohort, step);
}

async function openCohort(
  { parts, callers }: Loading,
  story: CohortStory,
  step: Extract<SandboxStep, { cohort: unknown }>,
): Promise<void> {
  const { cohorts, knowledge, lookup, clock } = parts;
  const caller = callers.get(step.as);
  const [orgId] = caller ? institutesOf(caller) : [];
  if (orgId === undefined) throw new Error(`${step.id}: ${step.as} runs no institute`);
  const id = idOf(story);
  if (await cohorts.byId(id, SYSTEM_SCOPE)) return;
  const now = await clock.now();
  const versions = currentAt(knowledge, localDateOf(now, 'Asia/Jakarta'));
  const deps = { cohorts, versions, lookup, newId: () => id };
  const created = await createCohort(deps, orgId, step.cohort, now);
  if (!created.ok) throw new Error(`${step.id} was refused: ${JSON.stringify(created.refusal)}`);
}

async function sendEvents(loading: Loading, cohort: CohortRow, step: EventStep): Promise<void> {
  const { parts } = loading;
  const { type, people } = step.event;
  const enrolments = await parts.enrolments.ofCohort(cohort.id);
  const named = people && new Set((await parts.access.personsByNip(people)).map(({ id }) => id));
  const wanted = enrolments.filter((one) => !named || named.has(one.personId));
  const agencies = await agenciesOf(loading, wanted);
  const messages = wanted.map((one) => messageFor(loading, step, one, agencies.get(one.agencyOrgId)));
  const together = ISSUES_CERTIFICATES.has(type) ? messages.map((one) => [one]) : [messages];
  for (const some of together) {
    for (const outcome of await parts.engine.applyMany(some)) {
      if (!outcome.ok)
        throw new Error(`${step.id} was refused: ${outcome.refusal.code} ${outcome.refusal.detail.en}`);
    }
  }
}

async function agenciesOf(
  { parts }: Loading,
  enrolments: readonly Enrolment[],
): Promise<ReadonlyMap<string, Organisation>> {
  const ids = [...new Set(enrolments.map(({ agencyOrgId }) => agencyOrgId))];
  return new Map((await parts.access.organisationsById(ids)).map((one) => [one.id, one]));
}

function messageFor(
  loading: Loading,
  step: EventStep,
  { journeyId, personId }: Enrolment,
  agency: Organisation | undefined,
): Message {
  const { type, payload } = step.event;
  const caller =
    step.as === 'participant' && agency ? participantCaller(personId, agency) : callerNamed(loading, step.as);
  return {
    instanceId: journeyId,
    messageId: `sandbox:${step.id}`,
    type,
    payload: withPeople(payload, loading.callers),
    actor: actorFor(caller, rolesFor(type)),
  };
}

function rolesFor(type: string): readonly string[] {
  return Object.hasOwn(participantJourneyEvents, type)
    ? participantJourneyEvents[type as keyof typeof participantJourneyEvents].roles
    : [];
}

function withPeople(payload: Record<string, unknown>, callers: SandboxCallers): Record<string, unknown> {
  const personOf = (value: unknown) =>
    typeof value === 'string' && value.startsWith('@') ? callers.get(value.slice(1))?.personId : undefined;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, personOf(value) ?? value]));
}

function callerNamed({ callers }: Loading, username: string): Caller {
  const caller = callers.get(username);
  if (!caller) throw new Error(`the sandbox has no account ${username}`);
  return caller;
}

async function cohortOf({ parts }: Loading, story: CohortStory): Promise<CohortRow> {
  const cohort = await parts.cohorts.byId(idOf(story), SYSTEM_SCOPE);
  if (!cohort) throw new Error(`the sandbox's cohort ${story.name} was never opened`);
  return cohort;
}

function idOf({ name }: CohortStory): string {
  return uuidOf(`cohort ${name}`, NAMESPACE);
}

async function tableOf(files: SandboxFiles, name: string, kind: ImportKind): Promise<Table> {
  const reading = await readTable(files.sheet(name), HEADINGS[kind]);
  if (!reading.ok) throw new Error(`${name}: ${reading.fault.detail.en}`);
  return reading.table;
}

function expectAll({ id }: SandboxStep, result: Awaited<ReturnType<typeof importRoster>>): void {
  if (!result.ok) throw new Error(`${id} was refused: ${JSON.stringify(result.refusal)}`);
  const { rejected }: ImportAnswer = result.value;
  const [first] = rejected;
  if (first) throw new Error(`${id}: row ${String(first.row)}, ${first.column ?? ''}: ${first.message.en}`);
}
