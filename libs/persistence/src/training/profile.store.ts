import type { EntityManager } from 'typeorm';
import type { Profile } from '#libs/competency';
import type { ProfileStore } from '#libs/training';

export function profileStore(manager: EntityManager): ProfileStore {
  return {
    async recordedOf(journeyIds) {
      const rows = await manager.query<{ id: string; profile: Profile }[]>(
        `select journey_id as id, profile from profile where journey_id = any($1) order by journey_id, seq`,
        [journeyIds],
      );
      const byJourney = new Map<string, Profile[]>();
      for (const { id, profile } of rows) byJourney.set(id, [...(byJourney.get(id) ?? []), profile]);
      return byJourney;
    },
  };
}
