import { addDays, type LocalDate } from '#libs/calendar';
import type { CompetencyCode } from '#libs/competency';
import type { Stage } from '#libs/curriculum';
import { codeOf, type ApiAccount, type JsonObject } from './api-client.js';
import type { Assumptions } from './assumptions.js';
import type { Act, Diary, NewAct } from './diary.js';
import type { JourneyBook, OpenCohort, PageSeen, SimulatedJourney } from './journey-book.js';
import { groupedBy, sideBySide } from './side-by-side.js';
import { onWorkday, workdaysAfter } from './workdays.js';

/** An event that somebody sends to a journey. */
export interface Message {
  act: Act;
  type: string;
  payload: object;
}

export interface Sent {
  accepted: Message[];
  refused: { message: Message; code: string }[];
}

/** Who is signed in, by user name; participants are signed in when they first do something themselves. */
export interface Staff {
  named(username: string): ApiAccount;
  /** Undefined for a person without an account. */
  byPerson(personId: string): ApiAccount | undefined;
  participant(journey: SimulatedJourney): Promise<ApiAccount>;
}

/** What passes by itself: whoever was refused for it tries again. */
const PASSING = new Set(['journey.suspended', 'journey.briefing_missing', 'verdict.recommendation_missing']);
const MOST_TRIES = 12;
const TRY_AGAIN_AFTER_DAYS = 7;
const COHORTS_AT_ONCE = 4;
const JOURNEYS_AT_ONCE = 8;

/** From where all actors work: the day, the diary, and the way to the API. */
export class Desk {
  today: LocalDate;
  /** Refusals that nobody reckoned with, by event and code. */
  readonly refusals = new Map<string, number>();
  /** Targets of each course, and how many course-stages of its programme aim at a competency. */
  readonly courseTargets = new Map<string, CompetencyCode[]>();
  readonly courseStagesFor = new Map<string, number>();
  /** Whose rounds were closed and who comes back on a day, straight to the assessment. */
  readonly alumni: { journey: SimulatedJourney; on: LocalDate }[] = [];

  constructor(
    readonly assumptions: Assumptions,
    readonly staff: Staff,
    readonly diary: Diary,
    readonly journeys: JourneyBook,
    readonly cohorts: Map<string, OpenCohort>,
    /** How many coaches there are. */
    readonly coaches: number,
  ) {
    this.today = assumptions.calendar.begins;
  }

  /** When somebody gets to what he found on his list today. */
  within(
    { person: { chance } }: Pick<SimulatedJourney, 'person'>,
    who: keyof Assumptions['delays'],
    question: string,
  ): LocalDate {
    const { days, lateShare, lateDays } = this.assumptions.delays[who];
    const isLate = chance.happens(`${question} late`, lateShare);
    return workdaysAfter(this.today, chance.between(`${question} days`, isLate ? lateDays : days));
  }

  /** Plans an act for a day, or for today where that day is past. */
  plan(act: NewAct): void {
    const on = act.on < this.today ? this.today : act.on;
    this.diary.plan({ ...act, on });
  }

  planOnWorkday(act: NewAct): void {
    this.plan({ ...act, on: onWorkday(act.on) });
  }

  in(days: number): LocalDate {
    return addDays(this.today, days);
  }

  /** Reads the journey's page and keeps what matters to the actors. */
  async read(journey: SimulatedJourney, as: ApiAccount): Promise<JsonObject> {
    const page = await as.get(`/journeys/${journey.id}`);
    journey.page = pageOf(page);
    return page;
  }

  /**
   * Sends the messages: the same event to several of a cohort as one request, everything else on its own. Within a journey
   * they go in the order given, those for many first.
   */
  async send(messages: readonly Message[]): Promise<Sent> {
    const sent: Sent = { accepted: [], refused: [] };
    const groups = [...groupedBy(messages, keyOf).values()];
    const bulk = groups.filter((group) => group.length > 1);
    const single = groups.filter((group) => group.length === 1).flat();
    const byCohort = [...groupedBy(bulk, ([first]) => first?.act.cohort.id ?? '').values()];
    await sideBySide(byCohort, COHORTS_AT_ONCE, async (ofCohort) => {
      for (const group of ofCohort) this.note(sent, group, await sendToMany(group));
    });
    const byJourney = [...groupedBy(single, ({ act }) => act.journey.id).values()];
    await sideBySide(byJourney, JOURNEYS_AT_ONCE, async (ofJourney) => {
      for (const message of ofJourney) this.note(sent, [message], await sendToOne(message));
    });
    // Answers come in any order; whoever goes on from here must not depend on it.
    const place = new Map(messages.map((message, index) => [message, index]));
    sent.accepted.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
    return sent;
  }

  /** Counts a refusal; whoever was refused for something that passes tries again a week later. */
  refuse(act: Act, type: string, code: string): void {
    if (PASSING.has(code) && act.tries < MOST_TRIES) {
      this.diary.putOff(act, TRY_AGAIN_AFTER_DAYS);
      return;
    }
    this.refused(type, code);
  }

  refused(type: string, code: string): void {
    const what = `${type} ${code}`;
    this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1);
  }

  private note(sent: Sent, group: readonly Message[], refusedBy: ReadonlyMap<string, string>): void {
    for (const message of group) {
      const code = refusedBy.get(message.act.journey.id);
      if (code === undefined) {
        sent.accepted.push(message);
        continue;
      }
      sent.refused.push({ message, code });
      this.refuse(message.act, message.type, code);
    }
  }
}

const keyOf = ({ act, type, payload }: Message) =>
  `${act.cohort.id} ${act.by.username} ${type} ${JSON.stringify(payload)}`;

async function sendToMany(group: readonly Message[]): Promise<Map<string, string>> {
  const [first] = group;
  if (!first) return new Map();
  const { act, type, payload } = first;
  const journeyIds = group.map((message) => message.act.journey.id);
  const answer = await act.by.post(`/cohorts/${act.cohort.id}/events`, { type, payload, journeyIds });
  const refused = answer['refused'] as { journeyId: string; code: string }[];
  return new Map(refused.map(({ journeyId, code }) => [journeyId, code]));
}

async function sendToOne({ act, type, payload }: Message): Promise<Map<string, string>> {
  const { journey, by } = act;
  const { status, body } = await by.send('POST', `/journeys/${journey.id}/events`, { type, payload });
  if (status === 200) {
    journey.ended = body['status'] === 'final';
    return new Map();
  }
  if (status >= 500) throw new Error(`${type} for ${journey.key}: ${JSON.stringify(body)}`);
  return new Map([[journey.id, codeOf(body)]]);
}

function pageOf(page: JsonObject): PageSeen {
  const gaps = page['gaps'] as { competencies: { gap: number }[] } | null;
  const plan = page['plan'] as {
    coaching?: { focus?: CompetencyCode[] };
    stages: { stage: Stage; courses: { course: string; decision: string }[] }[];
  } | null;
  return {
    withoutGaps: gaps?.competencies.every(({ gap }) => gap === 0) ?? false,
    focus: plan?.coaching?.focus ?? [],
    courses: (plan?.stages ?? []).flatMap(({ stage, courses }) =>
      courses.map(({ course, decision }) => ({ stage, course, decision })),
    ),
  };
}
