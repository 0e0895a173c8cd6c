import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Accreditation, Organisation, OrganisationStore } from '#libs/access';

export function organisationStore(manager: EntityManager): OrganisationStore {
  return {
    async saveOrganisations(organisations) {
      const rows = organisations.map((one) => ({ id: uuid(), ...one }));
      return manager.query<Organisation[]>(
        `insert into organisation (id, code, kind, name, zone)
         select id, code, kind, name, zone
         from jsonb_to_recordset($1) as given (id uuid, code text, kind text, name text, zone text)
         on conflict (code) do update set kind = excluded.kind, name = excluded.name, zone = excluded.zone
         returning id, code, kind, name, zone`,
        [JSON.stringify(rows)],
      );
    },
    listOrganisations: ({ kind }, { limit, after }) =>
      manager.query<Organisation[]>(
        `select id, code, kind, name, zone from organisation
         where ($1::text is null or kind = $1) and ($2::text is null or code > $2)
         order by code limit $3`,
        [kind ?? null, after, limit],
      ),
    organisationsByCode: (codes) =>
      manager.query<Organisation[]>(
        `select id, code, kind, name, zone from organisation where code = any($1) order by code`,
        [codes],
      ),
    organisationsById: (ids) =>
      manager.query<Organisation[]>(
        `select id, code, kind, name, zone from organisation where id = any($1) order by code`,
        [ids],
      ),
    async placeUnder(organisationId, parentId) {
      await manager.query(`update organisation set parent_id = $2 where id = $1`, [organisationId, parentId]);
    },
    accreditationsByCode: (codes) =>
      manager.query<(Accreditation & { code: string })[]>(
        `select org.code, category, number, valid_from::text as "validFrom", valid_until::text as "validUntil"
         from accreditation join organisation org on org.id = organisation_id where org.code = any($1)`,
        [codes],
      ),
    async saveAccreditation(organisationId, { category, number, validFrom, validUntil }) {
      await manager.query(
        `insert into accreditation (id, organisation_id, category, number, valid_from, valid_until)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (organisation_id, number) do update set category = excluded.category,
           valid_from = excluded.valid_from, valid_until = excluded.valid_until`,
        [uuid(), organisationId, category, number, validFrom, validUntil],
      );
    },
  };
}
