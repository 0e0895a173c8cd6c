import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { HistoryEntry } from '#libs/engine';
import {
  classesAt,
  confirmedClassOf,
  journeyView,
  pastContext,
  pastStanding,
  presentStanding,
  scopeOf,
  SYSTEM_SCOPE,
  viewerOf,
  withClassNames,
  type Cohort,
  type JourneySubject,
} from '#libs/training';
import type { CurrentCaller } from '../auth/current-actor.decorator.js';
import { problem } from '../problems/problem.exception.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Finds a journey for whoever may see it, with everything that its page shows. */
@Injectable()
export class JourneyAccess {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  /** The same 404 for one that does not exist and one that is not the caller's to see. */
  async toSee(caller: Caller, id: string): Promise<void> {
    if (!(await this.parts.journeys.shows(scopeOf(caller), id)))
      throw problem('journey.not_found', { kind: 'notFound' });
  }

  async subject(caller: Caller, id: string, at: Instant | null): Promise<JourneySubject> {
    await this.toSee(caller, id);
    const { engine, enrolments, cohorts, certificates, access } = this.parts;
    const enrolment = await enrolments.byJourney(id);
    const cohort = enrolment && (await cohorts.byId(enrolment.cohortId, SYSTEM_SCOPE));
    if (!enrolment || !cohort) throw problem('journey.not_found', { kind: 'notFound' });
    const [standing, [person], [agency], issued, incidents] = await Promise.all([
      this.standing(id, at),
      access.personsById([enrolment.personId]),
      access.organisationsById([enrolment.agencyOrgId]),
      certificates.ofJourney(id),
      at === null ? engine.incidents.list({ status: 'open', instanceId: id }) : [],
    ]);
    // An effect that failed is looked after beside the journey, which goes on.
    if (incidents.some(({ kind }) => kind !== 'effect')) standing.status = 'incident';
    const settled = await this.settled(id, standing, at);
    return {
      cohort,
      enrolment,
      person: person ?? null,
      agency: agency ?? null,
      certificates: issued.filter(({ createdAt }) => at === null || createdAt <= at),
      standing,
      settled,
    };
  }

  /** How a journey answers to what it was told: with what the caller himself may send next, as on its own page. */
  async appliedView(caller: CurrentCaller, id: string, applied: { revision: number; state: string[] }) {
    const subject = await this.subject(caller, id, null);
    const viewer = viewerOf(caller, { orgId: subject.cohort.orgId, personId: subject.enrolment.personId });
    const { allowedEvents, status } = journeyView(subject, viewer, caller.locale, this.parts.lookup);
    return { revision: applied.revision, state: applied.state, status, allowedEvents };
  }

  /** The name of the confirmed class that somebody is in; for whoever may know it (seed 002, Alternative II, stigma). */
  async classOf({ cohort, standing }: JourneySubject, at: Instant | null): Promise<string | null> {
    const follower = { journeyId: standing.id, class: standing.context.class };
    if (cohort.pathway !== 'cluster' || follower.class === null) return null;
    const decisions = await this.parts.grouping.book.ofCohort(cohort.id, 'class');
    const classes = classesAt(decisions, at ?? (await this.parts.clock.now()));
    return confirmedClassOf(follower, classes)?.name ?? null;
  }

  /** The log with the names of classes, for whoever may know them. */
  async namingClasses(
    id: string,
    { id: cohortId, pathway }: Cohort,
    log: HistoryEntry[],
  ): Promise<HistoryEntry[]> {
    if (pathway !== 'cluster') return log;
    return withClassNames(id, log, await this.parts.grouping.book.ofCohort(cohortId, 'class'));
  }

  /** Only while a newer result waits for its confirmation: it takes the log to tell what was confirmed before. */
  private async settled(
    id: string,
    { context }: JourneySubject['standing'],
    at: Instant | null,
  ): Promise<JourneySubject['settled']> {
    if (context.verdictsConfirmed === 0 || context.confirmedOn !== null) return null;
    const { engine } = this.parts;
    const confirmed = (await engine.history(id))?.findLast(
      (entry) => entry.type === 'verdictConfirmed' && (at === null || entry.at <= at),
    );
    const past = confirmed && (await engine.stateAt(id, confirmed.at));
    return past ? pastContext(past) : null;
  }

  private async standing(id: string, at: Instant | null): Promise<JourneySubject['standing']> {
    const { engine } = this.parts;
    const view = await engine.view(id);
    if (!view) throw problem('journey.not_found', { kind: 'notFound' });
    if (at === null) return presentStanding(view, false);
    const past = await engine.stateAt(id, at);
    if (!past) throw problem('journey.not_yet_begun', { kind: 'notFound', detail: NOT_YET });
    return pastStanding(past, view.instance.definition);
  }
}

const NOT_YET = {
  id: 'Perjalanan ini belum dimulai pada saat itu.',
  en: 'This journey had not begun at that moment.',
};
