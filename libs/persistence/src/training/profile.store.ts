import type { EntityManager } from 'typeorm';
import type { ProfileStore, RecordedProfile } from '#libs/training';

export function profileStore(manager: EntityManager): ProfileStore {
  return {
    async recordedOf(journeyIds) {
      const rows = await manager.query<({ id: string } & RecordedProfile)[]>(RECORDED, [journeyIds]);
      const byJourney = new Map<string, RecordedProfile[]>();
      for (const { id, ...recorded } of rows) byJourney.set(id, [...(byJourney.get(id) ?? []), recorded]);
      return byJourney;
    },
  };
}

/** A profile whose import was undone may come again: its message names the batch, `import:<batch>:<row>`. */
const RECORDED = `
  select profile.journey_id as id, profile.profile, event.message_id as "messageId"
  from profile
  join event on event.org_id = profile.org_id and event.instance_id = profile.journey_id and event.seq = profile.seq
  left join import_batch batch on event.message_id like 'import:%' and batch.id::text = split_part(event.message_id, ':', 2)
  where profile.journey_id = any($1) and batch.status is distinct from 'undone'
  order by profile.journey_id, profile.seq`;
