import type { EntityManager } from 'typeorm';
import type { JourneyFile, JourneyFiles, JourneyGlance } from '#libs/training';
import { PERSON_COLUMNS } from '../access/person.store.js';
import { prepared } from '../prepared.js';
import { COLUMNS as CERTIFICATE_COLUMNS } from './certificate.store.js';
import { COHORT_COLUMNS, visibility } from './cohort.store.js';
import { ENROLMENT_COLUMNS } from './enrolment.store.js';
import { unrestricted } from '../privacy/unrestricted.sql.js';
import { INCIDENT, READ, SHOWN } from './journey-index.js';

export function journeyFiles(manager: EntityManager): JourneyFiles {
  return {
    async of(scope, journeyId) {
      const values = [...visibility(scope), journeyId];
      const [found] = await prepared<Stored>(manager, FILE, values);
      // What an undone import left behind is in the record and in no cohort.
      return found?.cohort && found.enrolment ? (found as JourneyFile) : null;
    },
    async glance(scope, journeyId) {
      const values = [...visibility(scope), journeyId];
      return (await prepared<JourneyGlance>(manager, GLANCE, values))[0] ?? null;
    },
  };
}

type Stored = Omit<JourneyFile, 'cohort' | 'enrolment'> & {
  [Part in 'cohort' | 'enrolment']: JourneyFile[Part] | null;
};

const row = (select: string) => `(select to_jsonb(one) from (${select}) one)`;

const FILE = {
  name: 'journey-file',
  text: `
  select
    ${row(`select ${COHORT_COLUMNS} from cohort join organisation owner on owner.id = cohort.org_id
      where cohort.id = enrolled.cohort_id`)} as cohort,
    ${row(`select ${ENROLMENT_COLUMNS} from enrolment where enrolment.journey_id = enrolled.journey_id`)} as enrolment,
    ${row(`select ${PERSON_COLUMNS} from person left join person_data data on data.person_id = person.id
      where person.id = enrolled.person_id`)} as person,
    ${row(`select id, code, kind, name, zone from organisation where id = enrolled.agency_org_id`)} as agency,
    coalesce((select jsonb_agg(to_jsonb(one) order by one."createdAt", one.serial) from (
      select ${CERTIFICATE_COLUMNS} from certificate where certificate.journey_id = journey.id) one), '[]') as certificates,
    ${INCIDENT} as "hasIncident", not ${unrestricted('enrolled.person_id')} as "isRestricted"
  from instance journey left join enrolment enrolled on enrolled.journey_id = journey.id
  where ${SHOWN} and ${READ}`,
};

const GLANCE = {
  name: 'journey-glance',
  text: `
  select cohort.org_id as "orgId", enrolled.person_id as "personId", journey.revision, ${INCIDENT} as "hasIncident"
  from instance journey
    left join enrolment enrolled on enrolled.journey_id = journey.id
    left join cohort on cohort.id = enrolled.cohort_id
  where ${SHOWN}`,
};
