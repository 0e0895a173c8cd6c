import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '#libs/access';
import { addDays, opensAt, type LocalDate, type Zone } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import {
  keepsRegister,
  viewerOf,
  type CohortRow,
  type SessionRow,
  type Span,
  type TimetableDeps,
} from '#libs/training';
import { problem } from '../problems/problem.exception.js';
import { CohortAccess } from './cohort-access.js';
import type { Telling } from './timetable-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Finds what a timetable's request is about, for whoever may see the whole timetable of a cohort. */
@Injectable()
export class TimetableAccess {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly cohorts: CohortAccess,
  ) {}

  get deps(): TimetableDeps {
    const { timetable, lookup, knowledge, newId } = this.parts;
    return { timetable, lookup, knowledge, newId };
  }

  /** The people of its institute, and LAN. Participants and agencies are shown a participant's own. */
  toSee(caller: Caller, cohortId: string): Promise<CohortRow> {
    return this.cohorts.to('timetable.read', caller, cohortId);
  }

  async session(cohort: CohortRow, id: string): Promise<SessionRow> {
    const session = await this.parts.timetable.byId(cohort.id, id);
    if (!session) throw problem('timetable.session_not_found', { kind: 'notFound' });
    return session;
  }

  /** The organiser, and whoever leads the session, who need not see anything else of the cohort. */
  async toKeepRegister(
    caller: Caller,
    cohortId: string,
    sessionId: string,
  ): Promise<{ cohort: CohortRow; session: SessionRow }> {
    const cohort = await this.cohorts.toSee(caller, cohortId);
    const session = await this.session(cohort, sessionId);
    if (!keepsRegister(caller, session)) throw problem('access.forbidden');
    return { cohort, session };
  }

  telling(caller: Caller & { locale: Locale }, orgId: string, personId: string | null = null): Telling {
    const { seesClass } = viewerOf(caller, { orgId, personId });
    return { locale: caller.locale, seesClass, lookup: this.parts.lookup };
  }
}

/** From the beginning of one day to the end of another, in the zone where each comes first and last. */
export function spanOf(
  { from, to }: { from?: LocalDate | undefined; to?: LocalDate | undefined },
  zones: { from: Zone; to: Zone },
): Span {
  return {
    from: from === undefined ? null : opensAt(from, zones.from),
    to: to === undefined ? null : opensAt(addDays(to, 1), zones.to),
  };
}
