import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose part in a journey shows it to him: one answer for the questions of the product and for row-level security. */
export class JourneyShows1795300700000 implements MigrationInterface {
  name = 'JourneyShows1795300700000';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as {
      schema: string;
    }[];
    await runner.query(journeyShowsV1(found?.schema ?? 'public'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function journey_shows_v1');
  }
}

/**
 * Agencies and centres that are party to it, whoever it names in person, whoever stands in for somebody in an open task of
 * it, and coaches (mentors) of its institute while it is under way and nobody is named as one. Owners and LAN are told
 * apart before it is asked, without a look at any row.
 *
 * It reads as its owner does, for it decides what others may read; tables carry their schema, so that nobody can put one
 * of his own in their place.
 */
export const journeyShowsV1 = (schema: string): string => `
create function journey_shows_v1(org uuid, journey uuid, agencies uuid[], centres uuid[], person uuid, named text[],
  coaching uuid[], mentoring uuid[]) returns boolean language plpgsql stable security definer cost 500 as $$
begin
  if exists (select from ${schema}.journey_party party where party.instance_id = journey and (
      party.role = 'agency' and party.party_org = any(agencies)
      or party.role = 'centre' and party.party_org = any(centres)
      or party.person_id = person and party.role = any(named))) then
    return true;
  end if;
  if 'coach' = any(named) and exists (select from ${schema}.task
      where task.deputy = person and task.status in ('open', 'claimed') and task.org_id = org and task.instance_id = journey) then
    return true;
  end if;
  if not (org = any(coaching) or org = any(mentoring)) then
    return false;
  end if;
  return exists (select from ${schema}.instance where instance.org_id = org and instance.id = journey and instance.status <> 'final')
    and (org = any(coaching) and not exists (select from ${schema}.journey_party party
        where party.instance_id = journey and party.role = 'coach' and party.person_id is not null)
      or org = any(mentoring) and not exists (select from ${schema}.journey_party party
        where party.instance_id = journey and party.role = 'mentor' and party.person_id is not null));
end $$`;
