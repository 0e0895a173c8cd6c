import { Inject, Injectable } from '@nestjs/common';
import { withOffset } from '#libs/calendar';
import {
  addresseesFor,
  decisionsOf,
  decisionView,
  journeyView,
  SYSTEM_SCOPE,
  viewerOf,
  type JourneySubject,
  type Scope,
} from '#libs/training';
import type { CurrentCaller } from '../auth/current-actor.decorator.js';
import { JourneyAccess } from '../training/journey-access.js';
import { logView } from '../training/log-view.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';

/** A person's own journeys, as far as a participant may know them (no class label, no result before it is confirmed). */
@Injectable()
export class OwnJourneys {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  /** Where it stands, its log, its feedback and what decisions rest on. */
  async whole(caller: CurrentCaller, id: string) {
    const { subject, viewer, own } = await this.subject(caller, id);
    const { cohort } = subject;
    const entries = (await this.parts.engine.history(id)) ?? [];
    const letters = await this.parts.feedback.ofJourney(id, addresseesFor(viewer));
    return {
      journey: journeyView(subject, viewer, caller.locale, this.parts.lookup),
      log: logView(entries, viewer, cohort.pathway).map(({ at, seq, type, data, actor }) => ({
        ...{ at: withOffset(at, cohort.zone), seq, type, data },
        by: actor.id === own || actor.id === caller.accountId ? 'you' : actor.role,
      })),
      feedback: letters.map(({ issuedAt, ...letter }) => ({
        ...letter,
        issuedAt: withOffset(issuedAt, cohort.zone),
      })),
      decisions: await this.decisions(caller, subject),
    };
  }

  /** What was proposed by rule, why, who confirmed it, and until when one may object. */
  async proposals(caller: CurrentCaller, id: string) {
    const { subject } = await this.subject(caller, id);
    const decisions = await this.decisions(caller, subject);
    return decisions
      .filter(({ kind, madeAt }) => kind !== 'planLine' && kind !== 'report' && madeAt !== null)
      .map(({ kind, decision, reason, rule, madeAt, confirmedBy, confirmedAt, appeal, subject: about }) => ({
        ...{ journeyId: id, cohort: subject.cohort.name, kind, decision },
        about: 'name' in about && typeof about['name'] === 'string' ? about['name'] : null,
        ...{ reason: reason ?? rule.text, madeAt, confirmedBy, confirmedAt, appeal },
      }));
  }

  private async subject(caller: CurrentCaller, id: string) {
    // What is held on him is his to see in whatever role he acts.
    const own: Scope = { ...SYSTEM_SCOPE, all: false, person: caller.personId, named: ['participant'] };
    const subject = await this.access.subject(caller, id, null, own);
    const { personId } = subject.enrolment;
    // As the participant that he is in it, whatever else he may be at the institute.
    const viewer = viewerOf({ ...caller, memberships: [] }, { orgId: subject.cohort.orgId, personId });
    return {
      subject,
      own: personId,
      viewer: { ...viewer, roles: ['participant'], seesClass: false, seesProposedVerdict: false },
    };
  }

  private async decisions(caller: CurrentCaller, { standing, settled, cohort }: JourneySubject) {
    const { engine, knowledge, lookup } = this.parts;
    const viewer = { roles: ['participant'], seesClass: false, seesProposedVerdict: false };
    const history = (await engine.history(standing.id)) ?? [];
    const all = decisionsOf({ ...{ standing, settled, viewer, knowledge, lookup }, history, cohort: [] });
    return all.map((one) => decisionView(one, caller.locale, cohort.zone));
  }
}
