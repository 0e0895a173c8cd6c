import { Inject, Injectable } from '@nestjs/common';
import { concerns, decide, type Action, type Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Applied, HistoryEntry } from '#libs/engine';
import {
  classesAt,
  confirmedClassOf,
  isOpenTo,
  nipShown,
  onJourney,
  pastContext,
  pastStanding,
  presentStanding,
  relationsTo,
  scopeOf,
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
    await this.to('journey.read', caller, id);
  }

  /** The caller as what he is on this journey, for whoever may do this to it. */
  async to<One extends Caller>(action: Action, caller: One, id: string): Promise<One> {
    const [journey] = await this.parts.journeys.partsOf([id]);
    if (!journey) throw problem('journey.not_found', { kind: 'notFound' });
    const verdict = decide(caller, action, (membership) => relationsTo(caller, membership, journey));
    if (verdict === 'absent') throw problem('journey.not_found', { kind: 'notFound' });
    if (verdict === 'forbidden') throw problem('access.forbidden');
    return { ...caller, ...onJourney(caller, action, journey) };
  }

  async subject(
    caller: Caller,
    id: string,
    at: Instant | null,
    scope = scopeOf(caller),
  ): Promise<JourneySubject> {
    const file = await this.parts.files.of(scope, id);
    if (!file) throw problem('journey.not_found', { kind: 'notFound' });
    const { hasIncident, certificates, ...kept } = file;
    concerns({ personId: kept.enrolment.personId, org: kept.cohort.orgId, kind: 'journey', id });
    const standing = await this.standing(id, at, hasIncident);
    const { personId } = kept.enrolment;
    const shown = {
      personId,
      orgId: kept.cohort.orgId,
      ...(kept.agency && { agencyCode: kept.agency.code }),
    };
    return {
      ...kept,
      person: kept.person && { ...kept.person, nip: nipShown(caller, { ...shown, nip: kept.person.nip }) },
      certificates: certificates.filter(({ createdAt }) => at === null || createdAt <= at),
      standing,
      settled: await this.settled(id, standing, at),
    };
  }

  /** How a journey answers to what it was told: with what the caller himself may send next, as on its own page. */
  async appliedView(caller: CurrentCaller, id: string, applied: Applied) {
    const glance = await this.parts.files.glance(scopeOf(caller), id);
    if (glance?.orgId == null) throw problem('journey.not_found', { kind: 'notFound' });
    const { roles } = viewerOf(caller, { orgId: glance.orgId, personId: glance.personId });
    const { status, allowedEvents } = await this.present(id, applied, glance.revision);
    return {
      revision: applied.revision,
      state: applied.state,
      status: glance.hasIncident ? ('incident' as const) : status,
      allowedEvents: allowedEvents.filter((type) => isOpenTo(type, roles)),
    };
  }

  /** Where it stands by now: further on, when it was a repeat or when something else has happened since. */
  private async present(id: string, applied: Applied, revision: number) {
    if (revision === applied.revision) return applied;
    const view = await this.parts.engine.view(id);
    if (!view) throw problem('journey.not_found', { kind: 'notFound' });
    return { status: view.instance.status, allowedEvents: view.allowedEvents };
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

  /** The log with the names of those who acted and for whom they stood in, where they are people that are known. */
  async namingActors(
    log: HistoryEntry[],
  ): Promise<(HistoryEntry & { actorName: string | null; actingForName: string | null })[]> {
    const all = log.flatMap(({ actor: { id, actingFor } }) => [id, ...(actingFor ? [actingFor] : [])]);
    const ids = [...new Set(all)].filter((id) => UUID.test(id));
    const people = await this.parts.access.personsById(ids);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return log.map((entry) => ({
      ...entry,
      actorName: names.get(entry.actor.id) ?? null,
      actingForName: names.get(entry.actor.actingFor ?? '') ?? null,
    }));
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

  private async standing(
    id: string,
    at: Instant | null,
    hasIncident: boolean,
  ): Promise<JourneySubject['standing']> {
    const { engine } = this.parts;
    const view = await engine.view(id);
    if (!view) throw problem('journey.not_found', { kind: 'notFound' });
    if (at === null) return presentStanding(view, hasIncident);
    const past = await engine.stateAt(id, at);
    if (!past) throw problem('journey.not_yet_begun', { kind: 'notFound', detail: NOT_YET });
    return pastStanding(past, view.instance.definition);
  }
}

/** An actor's id is whatever its sender says; people have one of this form. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const NOT_YET = {
  id: 'Perjalanan ini belum dimulai pada saat itu.',
  en: 'This journey had not begun at that moment.',
};
