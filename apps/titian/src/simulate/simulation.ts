import { setTimeout as wait } from 'node:timers/promises';
import { addDays, type LocalDate } from '#libs/calendar';
import { PERFORMERS, PLANNERS } from './actors/index.js';
import { aboutOf } from './actors/actor.js';
import type { ApiAccount, JsonObject } from './api-client.js';
import type { Desk } from './desk.js';
import type { Act } from './diary.js';
import { coachName, INSTITUTES, type Agency } from './invented/world.js';
import { dayOf, type OpenCohort, type SeenTask, type SimulatedJourney } from './journey-book.js';
import type { Opening } from './opening.js';
import { groupedBy, sideBySide } from './side-by-side.js';

/** The clock of a sandbox reckons in Jakarta; everybody is at work at this hour in all three zones. */
const AT_WORK = 'T08:00:00+07:00';
const READERS_AT_ONCE = 6;
const COUNT_EVERY_DAYS = 14;
const FINAL = new Set(['completed', 'closed', 'withdrawn', 'transferred']);
/** Longer than anything that a journey waits for while nobody has anything to do: the window after training. */
const QUIET_DAYS = 460;

/** Who does a role's work where nobody is named. */
const OFFICE_OF: Record<string, (agency: Agency, cohort: OpenCohort) => string> = {
  centre: () => 'asesor',
  examiner: () => 'penguji',
  agency: ({ hr }) => hr,
  mentor: ({ mentor }) => mentor,
  coach: (_, { coaches }) => coaches[0] ?? coachName(0),
};

export interface Progress {
  today: string;
  fired: number;
  acts: number;
  live: number;
}

/** The days of a simulation: the clock moves on, everybody reads what is new on his list, and does what is due. */
export class Simulation {
  private fired = 0;
  private acts = 0;
  private live = 0;
  /** Whether today's work may have put something on a list. */
  private hasNews = false;
  private lastMoved: LocalDate;
  private lastLooked: LocalDate;
  private lastReminded: LocalDate;
  private lastCounted: LocalDate;

  constructor(
    private readonly desk: Desk,
    private readonly opening: Opening,
    private readonly onDay: (progress: Progress) => void,
  ) {
    this.lastMoved = this.lastLooked = this.lastReminded = this.lastCounted = desk.today;
  }

  /** Until nobody is under way, or nothing has moved for longer than anything waits, or the assumed end. */
  async run(): Promise<void> {
    const { calendar } = this.desk.assumptions;
    const end = addDays(calendar.begins, calendar.giveUpAfterDays);
    for (let day = calendar.begins; day <= end; day = await this.nextDay()) {
      await this.liveThrough(day);
      this.onDay({ today: day, fired: this.fired, acts: this.acts, live: this.live });
      if (await this.isOver()) return;
    }
  }

  get firedInAll(): number {
    return this.fired;
  }

  private async liveThrough(day: LocalDate): Promise<void> {
    const { desk } = this;
    desk.today = day;
    const fired = await this.moveClock(`${day}${AT_WORK}`);
    this.fired += fired;
    if (fired > 0 || this.hasNews) await this.readNew();
    if (addDays(this.lastReminded, 7) <= day) await this.remind();
    const opened = await this.opening.openDue();
    const acts = desk.diary.takeUntil(day);
    await this.perform(acts);
    this.acts += acts.length;
    this.hasNews = opened + acts.length > 0;
    if (this.hasNews) this.lastMoved = day;
  }

  /** Tomorrow where today's work may have put something on a list; else the next day on which anything is due. */
  private async nextDay(): Promise<LocalDate> {
    const { desk, opening } = this;
    const tomorrow = addDays(desk.today, 1);
    const planned = [desk.diary.nextDay(), opening.nextDay(), ...this.cohortDays()].filter(
      (day): day is LocalDate => day !== null && day > desk.today,
    );
    if (this.hasNews || planned.includes(tomorrow)) return tomorrow;
    const due = await this.nextDue();
    const next = [...planned, ...due].sort()[0];
    return next === undefined || next <= tomorrow ? tomorrow : next;
  }

  /** Stages begin and end for everybody, whatever else a journey waits for. */
  private cohortDays(): LocalDate[] {
    return [...this.desk.cohorts.values()]
      .filter(({ over }) => !over)
      .flatMap(({ invented: { stages, endsOn } }) => [
        ...stages.flatMap(({ from, to }) => [from, addDays(to, 1)]),
        addDays(endsOn, 1),
      ]);
  }

  /** The mornings after the next dates that the organisers' lists of journeys begin with. */
  private async nextDue(): Promise<LocalDate[]> {
    const pages = await Promise.all(this.organisers().map((account) => account.get('/journeys?limit=1')));
    const lines = pages.flatMap((page) => page['items'] as unknown as { next: { due: string } | null }[]);
    return lines.flatMap(({ next }) => (next?.due ? [addDays(dayOf(next.due), 1)] : []));
  }

  private organisers(): ApiAccount[] {
    return INSTITUTES.map(({ organiser }) => this.desk.staff.named(organiser));
  }

  private async moveClock(to: string): Promise<number> {
    const lan = this.desk.staff.named('lan');
    const answer = await lan.send('POST', '/sandbox/clock', { to });
    if (answer.status === 200) return (answer.body['fired'] as unknown[]).length;
    if (answer.status !== 202) throw new Error(`the clock refused: ${JSON.stringify(answer.body)}`);
    for (;;) {
      await wait(100);
      const operation = (await lan.get('/sandbox/clock'))['operation'] as JsonObject;
      if (operation['status'] === 'done') return (operation['fired'] as unknown[]).length;
      if (operation['status'] === 'failed')
        throw new Error(`the clock stopped: ${JSON.stringify(operation)}`);
    }
  }

  /** What was put on anybody's list since one last looked. */
  private async readNew(): Promise<void> {
    const since = encodeURIComponent(`${this.lastLooked}${AT_WORK}`);
    this.lastLooked = this.desk.today;
    for (const task of await this.read(`/tasks?overseen=true&openedSince=${since}`)) {
      const journey = this.journeyOf(task);
      if (!journey || !this.desk.diary.isNew(task.id)) continue;
      if (task.kind === 'planRemediation') {
        journey.rounds += 1;
        journey.returns = 0;
      }
      PLANNERS.get(task.kind)?.(this.desk, task, journey, this.ownerOf(task, journey));
    }
  }

  /** Once a week: what was tried and is still on a list is tried again. */
  private async remind(): Promise<void> {
    this.lastReminded = this.desk.today;
    const due = encodeURIComponent(`${this.desk.today}${AT_WORK}`);
    for (const task of await this.read(`/tasks?overseen=true&due=${due}`)) {
      const journey = this.journeyOf(task);
      if (journey && !journey.ended && this.desk.diary.wasTaken(task.id))
        PLANNERS.get(task.kind)?.(this.desk, task, journey, this.ownerOf(task, journey));
    }
  }

  /** The organisers oversee all lists of their institutes, and everybody hears from them what is his. */
  private async read(path: string): Promise<SeenTask[]> {
    const lists = await Promise.all(this.organisers().map((account) => account.all<SeenTask>(path)));
    const keyOf = (task: SeenTask) =>
      `${this.journeyOf(task)?.key ?? ''} ${task.kind} ${task.role} ${aboutOf(task)}`;
    const keyed = lists.flat().map((task) => ({ key: keyOf(task), task }));
    return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ task }) => task);
  }

  private ownerOf({ role, candidates }: SeenTask, { person, cohort }: SimulatedJourney): ApiAccount {
    const { staff } = this.desk;
    const named = staff.byPerson(candidates[0] ?? '');
    return (
      named ?? staff.named(OFFICE_OF[role]?.(person.agency, cohort) ?? cohort.invented.institute.organiser)
    );
  }

  /** A journey that nobody knows was begun by a transfer. */
  private journeyOf({ journeyId, participant, cohort: cohortId }: SeenTask): SimulatedJourney | undefined {
    const { journeys, cohorts } = this.desk;
    const known = journeys.get(journeyId);
    const [person, cohort] = [journeys.personOf(participant.id), cohorts.get(cohortId)];
    if (known || !person || !cohort) return known;
    return journeys.enter(
      { id: journeyId, participantId: participant.id },
      { person, entry: 'incumbent', cohort },
    );
  }

  private async perform(acts: readonly Act[]): Promise<void> {
    const byName = groupedBy(acts, ({ name }) => name);
    for (const [name, performer] of PERFORMERS) {
      const due = byName.get(name);
      if (due) await performer(this.desk, due);
    }
    const unknown = [...byName.keys()].find((name) => !PERFORMERS.has(name));
    if (unknown !== undefined) throw new Error(`nobody knows how to ${unknown}`);
  }

  private async isOver(): Promise<boolean> {
    const { desk } = this;
    const isQuiet = addDays(this.lastMoved, QUIET_DAYS) < desk.today;
    if (!this.opening.isDone || (!isQuiet && desk.today < addDays(this.lastCounted, COUNT_EVERY_DAYS)))
      return false;
    this.lastCounted = desk.today;
    await this.count();
    return this.live === 0 || isQuiet;
  }

  /** How many are under way, by the boards of cohorts that are not over. */
  private async count(): Promise<void> {
    const open = [...this.desk.cohorts.values()].filter(({ over }) => !over);
    this.live = 0;
    await sideBySide(open, READERS_AT_ONCE, async (cohort) => {
      const organiser = this.desk.staff.named(cohort.invented.institute.organiser);
      const board = await organiser.get(`/cohorts/${cohort.id}/board`);
      const states = board['states'] as { state: string; count: number }[];
      const underWay = states.filter(({ state }) => !FINAL.has(state));
      const count = underWay.reduce((sum, one) => sum + one.count, 0);
      cohort.over = count === 0;
      this.live += count;
    });
  }
}
