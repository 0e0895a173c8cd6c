import { Inject, Injectable } from '@nestjs/common';
import { withOffset, type Zone } from '#libs/calendar';
import type { CurrentGroup, GroupDecision } from '#libs/training';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Decisions about groups with the names of the people in them. */
@Injectable()
export class GroupNames {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  async of(decisions: readonly GroupDecision[]): Promise<(id: string | null) => string | null> {
    const ids = decisions.flatMap(({ decidedBy, mentor, groups }) => [
      decidedBy,
      mentor,
      ...groups.map(({ coach }) => coach),
    ]);
    const known = [...new Set(ids)].filter((id): id is string => id !== null);
    const people = await this.parts.access.personsById(known);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }

  async historyOf(decisions: readonly GroupDecision[], zone: Zone) {
    const nameOf = await this.of(decisions);
    return decisions.map(({ action, groups, mentor, reason, decidedBy, decidedAt }) => ({
      action,
      groups: groups.map(({ name, coach, value, members }) => ({
        name,
        ...(coach !== null && { coach, coachName: nameOf(coach) }),
        ...(value !== null && { value }),
        members: members.map(({ journeyId }) => journeyId),
      })),
      ...(mentor !== null && { mentor, mentorName: nameOf(mentor) }),
      reason,
      confirmedBy: decidedBy,
      confirmedByName: nameOf(decidedBy),
      confirmedAt: withOffset(decidedAt, zone),
    }));
  }

  async currentOf(groups: readonly CurrentGroup[], decisions: readonly GroupDecision[], zone: Zone) {
    const nameOf = await this.of(decisions);
    return groups.map(({ name, coach, value, members, absent, reason, decidedBy, decidedAt }) => ({
      name,
      ...(coach !== null && { coach, coachName: nameOf(coach) }),
      ...(value !== null && {
        value,
        clusters: members.map(({ journeyId, cluster }) => ({ journeyId, cluster })),
      }),
      members: members.map(({ journeyId }) => journeyId),
      absent,
      reason,
      confirmedBy: decidedBy,
      confirmedByName: nameOf(decidedBy),
      confirmedAt: withOffset(decidedAt, zone),
    }));
  }
}
