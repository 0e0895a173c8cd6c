import type { EffectRows } from '#libs/training';

/** Each row stands under its effect's key, so that an effect that is delivered twice is written once. */
export const effectRows: EffectRows = {
  async addFeedback(row, tx) {
    await tx.query(
      `insert into feedback (org_id, ground, journey_id, addressee, outcome, unmet, round, next_level, issued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (ground) do nothing`,
      [
        row.orgId,
        row.ground,
        row.journeyId,
        row.addressee,
        row.outcome,
        JSON.stringify(row.unmet),
        row.round,
        row.nextLevel,
        row.issuedAt,
      ],
    );
  },
  async enterTalentPool(row, tx) {
    await tx.query(
      `insert into talent_pool_entry (org_id, ground, journey_id, person_id, agency_org_id, outcome, level, assessed_on, valid_until, entered_at)
       select $1, $2, journey_id, person_id, agency_org_id, $4, $5, $6, $7, $8 from enrolment where journey_id = $3
       on conflict (ground) do nothing`,
      [
        row.orgId,
        row.ground,
        row.journeyId,
        row.outcome,
        row.level,
        row.assessedOn,
        row.validUntil,
        row.enteredAt,
      ],
    );
  },
  async addDevelopmentHours(row, tx) {
    await tx.query(
      `insert into development_hours (org_id, ground, journey_id, person_id, on_date, hours, courses, programme)
       select $1, $2, journey_id, person_id, $4, $5, $6, $7 from enrolment where journey_id = $3
       on conflict (ground) do nothing`,
      [row.orgId, row.ground, row.journeyId, row.on, row.hours, row.courses, row.programme],
    );
  },
  async addNotification(row, tx) {
    await tx.query(
      `insert into notification (org_id, ground, journey_id, role, person_id, message, params, at)
       select $1, $2, $3, $4, (select person_id from journey_party
           where org_id = $1 and instance_id = $3 and role = $4 and $4 in ('participant', 'coach', 'mentor')
           order by id desc limit 1), $5, $6, $7
       on conflict (ground) do nothing`,
      [row.orgId, row.ground, row.journeyId, row.role, row.message, JSON.stringify(row.params), row.at],
    );
  },
};
