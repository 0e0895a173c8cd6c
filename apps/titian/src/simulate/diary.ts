import { addDays, type LocalDate } from '#libs/calendar';
import type { ApiAccount } from './api-client.js';
import type { OpenCohort, SimulatedJourney } from './journey-book.js';

/** What somebody means to do on a day. */
export interface Act {
  name: string;
  on: LocalDate;
  cohort: OpenCohort;
  journey: SimulatedJourney;
  by: ApiAccount;
  /** Tells acts of one name and journey apart: a component, a course. */
  about: string;
  /** The task that it does; none for what nobody asked for. */
  task: string | null;
  /** How often it was refused for a reason that passes. */
  tries: number;
}

export type NewAct = Pick<Act, 'name' | 'on' | 'journey' | 'by'> & Partial<Pick<Act, 'about' | 'task'>>;

/** What is to be done, day by day, and for which tasks something is planned already. */
export class Diary {
  private readonly days = new Map<LocalDate, Act[]>();
  private readonly planned = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly seen = new Set<string>();
  size = 0;

  plan(act: NewAct): void {
    const { journey, about = '', task = null } = act;
    if (task !== null) this.planned.add(task);
    this.enter({ ...act, about, task, tries: 0, cohort: journey.cohort });
  }

  /** A day later than today: somebody tries again. */
  putOff(act: Act, days: number): void {
    if (act.task !== null) this.planned.add(act.task);
    this.enter({ ...act, on: addDays(act.on, days), tries: act.tries + 1 });
  }

  /** Whether a task is seen for the first time. */
  isNew(task: string): boolean {
    const { size } = this.seen;
    return this.seen.add(task).size > size;
  }

  /** Whether it was planned, its day has come, and nothing is planned for it any more. */
  wasTaken(task: string): boolean {
    return this.taken.has(task) && !this.planned.has(task);
  }

  nextDay(): LocalDate | null {
    return [...this.days.keys()].sort()[0] ?? null;
  }

  /** Everything up to a day, in an order that is the same in every run. */
  takeUntil(day: LocalDate): Act[] {
    const due: Act[] = [];
    for (const [on, acts] of this.days) {
      if (on > day) continue;
      due.push(...acts);
      this.days.delete(on);
    }
    this.size -= due.length;
    for (const { task } of due) {
      if (task === null) continue;
      this.planned.delete(task);
      this.taken.add(task);
    }
    return due.filter(({ journey }) => !journey.ended).sort(byKey);
  }

  private enter(act: Act): void {
    const acts = this.days.get(act.on);
    if (acts) acts.push(act);
    else this.days.set(act.on, [act]);
    this.size += 1;
  }
}

function byKey(one: Act, other: Act): number {
  const [left, right] = [keyOf(one), keyOf(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const keyOf = ({ journey, name, about, tries }: Act) => `${journey.key} ${name} ${about} ${String(tries)}`;
