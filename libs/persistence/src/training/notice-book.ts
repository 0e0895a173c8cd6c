import type { EntityManager } from 'typeorm';
import type { NoticeBook, NoticeRow, TimetableNotice } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

/** $1 person, $2 works for LAN, $3 institutes, $4 agencies, $5 centres: a person's own, and those of the offices he works for. */
const SELECT = `
  select notice.ground as id, notice.seq::int as seq, notice.role, notice.message, notice.params, ${instant('notice.at')} as at,
    notice.journey_id as "journeyId", person.name as participant, cohort.id as "cohortId", cohort.name as "cohortName", cohort.zone
  from notification notice
  left join enrolment on enrolment.journey_id = notice.journey_id
  left join person_data person on person.person_id = enrolment.person_id
  left join cohort on cohort.id = coalesce(notice.cohort_id, enrolment.cohort_id)
  where (notice.person_id = $1::uuid and ($9::text[] is null or is_chosen_v1(notice.org_id, notice.journey_id, notice.role, $9)) or notice.person_id is null and (
      notice.role = 'lan' and $2::boolean
      or notice.role = 'institute' and notice.org_id = any($3::uuid[])
      or notice.role in ('agency', 'centre') and exists (select 1 from journey_party party
        where party.org_id = notice.org_id and party.instance_id = notice.journey_id and party.role = notice.role
          and party.party_org = any(case notice.role when 'agency' then $4::uuid[] else $5::uuid[] end))))
    and ($6::timestamptz is null or (notice.at, notice.seq) < ($6, $7::bigint))
  order by notice.at desc, notice.seq desc
  limit $8`;

export function noticeBook(manager: EntityManager): NoticeBook {
  return {
    of: ({ person, lan, institutes, agencies, centres, chosen }, { limit, after }) =>
      manager.query<NoticeRow[]>(SELECT, [
        ...[person, lan, institutes, agencies, centres],
        ...[after?.at ?? null, after?.seq ?? null, limit, chosen],
      ]),
  };
}

/** What stands under a ground already is not written again. */
export async function addNotices(manager: EntityManager, notices: readonly TimetableNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ orgId, cohortId, journeyId, personId, ...rest }) => ({
    ...rest,
    ...{ org_id: orgId, cohort_id: cohortId, journey_id: journeyId, person_id: personId },
  }));
  await manager.query(INSERT, [JSON.stringify(rows)]);
}

const INSERT = `
  insert into notification (org_id, ground, journey_id, cohort_id, role, person_id, message, params, at)
  select org_id, ground, journey_id, cohort_id, role, person_id, message, params, at
  from jsonb_to_recordset($1::jsonb) as sent (org_id uuid, ground text, journey_id uuid, cohort_id uuid, role text,
    person_id uuid, message text, params jsonb, at timestamptz)
  on conflict (ground) do nothing`;
