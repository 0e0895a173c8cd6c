import { localDateOf, type Instant } from '#libs/calendar';
import { judgeReport, type Profile } from '#libs/competency';
import type { JourneyKnowledge } from '../journey-knowledge.js';
import type { ParticipantJourneyInput } from '../participant-journey.input.js';
import { compactProfile } from './compact-profile.js';
import { courseKeysOf, noCourses } from './course-keys.js';
import type { JourneyContext } from './journey-context.js';

/** What the engine gives the machine: the checked input and the clock. */
export type StampedInput = ParticipantJourneyInput & { now: Instant };

/**
 * Stands in where XState asks for a context without an input: it does so at every transition and throws the answer
 * away. It rests in the first state (guard `hasInput`) and costs next to nothing.
 */
const NO_INPUT: StampedInput = {
  now: '1970-01-01T00:00:00.000Z',
  person: '',
  cohort: '',
  kind: 'assessment',
  programme: null,
  pathway: null,
  clusterBy: null,
  option: 'separate',
  zone: 'Asia/Jakarta',
  startsOn: null,
  endsOn: null,
  stages: null,
  entry: 'incumbent',
  level: 1,
  postLevel: 'staff',
  enteredOn: '1970-01-01',
  versions: { policy: '', calendar: '', catalogue: '', programmes: '' },
  report: null,
  carriedFrom: null,
};

/** Whether this way of entry goes straight to the assessment (seed 002, d: not the same training again). */
export function skipsTraining({ entry }: Pick<JourneyContext, 'entry'>): boolean {
  return entry === 'alumnus' || entry === 'assessmentOnly';
}

/** The context in which a journey begins, the report on file judged. Total and pure. */
export function initialContext(knowledge: JourneyKnowledge, given: StampedInput | undefined): JourneyContext {
  return given ? contextOf(knowledge, given) : WITHOUT_INPUT;
}

function contextOf(knowledge: JourneyKnowledge, input: StampedInput): JourneyContext {
  const { programme, enteredOn, carriedFrom } = input;
  return {
    ...blank(),
    ...begun(input),
    carried: carriedFrom && { passed: carriedFrom.passed },
    done: courseKeysOf(carriedFrom?.done ?? [], programme),
    windowFrom: skipsTraining(input) ? enteredOn : null,
    issued: {
      completion: carriedFrom?.completionIssued ?? false,
      participation: carriedFrom?.participationIssued ?? false,
    },
    ...profileOnFile(knowledge, input),
  };
}

// Never changed: XState's assign replaces a context, it does not write into it.
const WITHOUT_INPUT: JourneyContext = { ...blank(), ...begun(NO_INPUT) };

type KnownProfile = Pick<JourneyContext, 'baseline' | 'reportCode' | 'reportValidUntil'>;

function profileOnFile(knowledge: JourneyKnowledge, input: StampedInput): KnownProfile {
  const carried = input.carriedFrom?.profile ?? null;
  if (carried) return { baseline: compactProfile(carried), reportCode: null, reportValidUntil: null };
  if (!input.report || skipsTraining(input))
    return { baseline: null, reportCode: null, reportValidUntil: null };
  return judgeProfile(knowledge, input, input.report);
}

type ReportQuestion = Pick<JourneyContext, 'enteredOn' | 'startsOn' | 'level' | 'versions' | 'now' | 'zone'>;

/**
 * What a profile does for someone who has none yet: assessed before the journey it is a report and may be refused,
 * from then on it is a result and always taken (seed 002, Alternatives I to IV a, point 4).
 */
export function judgeProfile(
  knowledge: JourneyKnowledge,
  journey: ReportQuestion,
  profile: Profile,
): KnownProfile {
  if (profile.assessedOn >= journey.enteredOn) {
    return { baseline: compactProfile(profile), reportCode: null, reportValidUntil: null };
  }
  const judgement = judgeReport({
    report: profile,
    targetLevel: journey.level,
    validOn: journey.startsOn ?? localDateOf(journey.now, journey.zone),
    policy: knowledge.policy(journey.versions.policy).assessment,
  });
  if (!judgement.reusable) return { baseline: null, reportCode: judgement.code, reportValidUntil: null };
  return { baseline: compactProfile(profile), reportCode: null, reportValidUntil: judgement.validUntil };
}

type Started =
  'now' | 'kind' | 'programme' | 'pathway' | 'clusterBy' | 'option' | 'zone' | 'startsOn' | 'endsOn';
type Given = Started | 'stages' | 'entry' | 'level' | 'postLevel' | 'enteredOn' | 'versions';

function begun(input: StampedInput): Pick<JourneyContext, Given> {
  const { now, kind, programme, pathway, clusterBy, option, zone, startsOn, endsOn, stages } = input;
  const { entry, level, postLevel, enteredOn, versions } = input;
  return {
    ...{ now, kind, programme, pathway, clusterBy, option, zone, startsOn, endsOn, stages },
    ...{ entry, level, postLevel, enteredOn, versions },
  };
}

function blank(): Omit<JourneyContext, Given> {
  return {
    carried: null,
    ...{ reportCode: null, reportValidUntil: null, baseline: null },
    ...{ unplacedOn: null, placementConfirmedOn: null, objectedOn: null },
    ...{ class: null, coach: null, group: null, mentor: null, briefed: [] },
    ...{
      addedByParticipant: noCourses(),
      addedByInstitute: noCourses(),
      planned: noCourses(),
    },
    ...{
      done: noCourses(),
      position: null,
      stageStartedOn: null,
      activeOn: null,
      progress: null,
      stageFailures: 0,
    },
    sessions: { logged: 0, coaching: 0, mentoring: 0, recent: [] },
    ...{ briefingWarned: false, hoursRecorded: false },
    ...{
      scores: {},
      lastScoreOn: null,
      remedials: 0,
      remedialFor: [],
      deferredOn: null,
      passedOn: null,
      decidedBy: null,
    },
    ...{
      windowFrom: null,
      windowOpenedOn: null,
      scheduledOn: null,
      assessment: null,
      verdict: null,
      verdictSince: null,
      recommended: false,
    },
    ...{ confirmedOn: null, verdictsConfirmed: 0, issued: { completion: false, participation: false } },
    ...{ receivedOn: null, workplace: null, reported: false, evidence: {}, retestFromOn: null, rounds: 0 },
    ...{ suspendedOn: null, shifts: {}, overrides: {}, fired: {} },
  };
}
