import type { EntityManager } from 'typeorm';
import { serialOf, type Certificate, type CertificateStore, type NewCertificate } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

export const COLUMNS = `serial, org_id as "orgId", kind, ground, journey_id as "journeyId", instance_id as "instanceId", person_id as "personId",
  programme, level, issued_on::text as "issuedOn", assessed_on::text as "assessedOn", valid_until::text as "validUntil",
  legal_basis as "legalBasis", ${instant('created_at')} as "createdAt",
  ${instant('revoked_at')} as "revokedAt", revoke_reason as "revokeReason"`;

export function certificateStore(manager: EntityManager): CertificateStore {
  const find = (condition: string, parameters: unknown[]) =>
    manager.query<Certificate[]>(
      `select ${COLUMNS} from certificate where ${condition} order by created_at, serial`,
      parameters,
    );
  return {
    issue: (certificate) => manager.transaction((unit) => issue(unit, certificate)),
    bySerial: async (serial) => (await find('serial = $1', [serial]))[0] ?? null,
    ofJourney: (journeyId) => find('journey_id = $1', [journeyId]),
    ofCohort: (cohortId) =>
      find('journey_id in (select enrolment.journey_id from enrolment where enrolment.cohort_id = $1)', [
        cohortId,
      ]),
    ofPerson: (personId, kind) => find('person_id = $1 and kind = $2', [personId, kind]),
    participationOf: (serials) =>
      manager.query(
        `select serial, journey_id as "journeyId", person_id as "personId", programme, level, issued_on::text as "issuedOn",
           revoked_at is not null as revoked
         from certificate where kind = 'participation' and serial = any($1)`,
        [serials],
      ),
    async markRevoked(serial, at, reason) {
      await manager.query(
        `update certificate set revoked_at = $2, revoke_reason = $3 where serial = $1 and revoked_at is null`,
        [serial, at, reason],
      );
    },
  };
}

/**
 * The counter's row lock makes numbering one at a time, so the look for an earlier certificate on the same ground sees
 * whatever a rival committed before; a number is only taken when it is used.
 */
async function issue(unit: EntityManager, certificate: NewCertificate): Promise<Certificate> {
  const { orgId, year, kind, ground } = certificate;
  await unit.query(
    `insert into certificate_counter (org_id, year, kind, last) values ($1, $2, $3, 0) on conflict do nothing`,
    [orgId, year, kind],
  );
  await unit.query(
    `select last from certificate_counter where org_id = $1 and year = $2 and kind = $3 for update`,
    [orgId, year, kind],
  );
  const [earlier] = await unit.query<Certificate[]>(`select ${COLUMNS} from certificate where ground = $1`, [
    ground,
  ]);
  if (earlier) return earlier;
  const [rows] = await unit.query<[{ last: number }[], number]>(
    `update certificate_counter set last = last + 1 where org_id = $1 and year = $2 and kind = $3 returning last`,
    [orgId, year, kind],
  );
  const serial = serialOf(kind, certificate.orgCode, year, rows[0]?.last ?? 0);
  const [issued] = await unit.query<Certificate[]>(INSERT, [
    ...[
      orgId,
      serial,
      kind,
      ground,
      certificate.journeyId,
      certificate.instanceId,
      certificate.personId,
      certificate.programme,
      certificate.level,
    ],
    ...[
      certificate.issuedOn,
      certificate.assessedOn,
      certificate.validUntil,
      certificate.legalBasis,
      certificate.createdAt,
    ],
  ]);
  if (!issued) throw new Error(`certificate ${serial} was not stored`);
  return issued;
}

const INSERT = `
  insert into certificate (org_id, serial, kind, ground, journey_id, instance_id, person_id, programme, level, issued_on, assessed_on, valid_until, legal_basis, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  returning ${COLUMNS}`;
