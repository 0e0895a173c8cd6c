import type { Companion, Fault, InstanceRecord, RecordFilter, Replayed } from '#libs/engine';
import { checkCertificateCourse, checkCertificates } from './check-certificates.js';
import { checkEnrolment } from './check-enrolment.js';
import { checkOutcomes } from './check-outcomes.js';
import { checkProjections } from './check-projections.js';
import { productFaultsOf } from './product-faults.js';
import type { ProductRowSource } from './product-rows.port.js';

/** The product's rows beside the record: certificates, outcomes, enrolments, parties and projections. */
export function productCompanion(source: ProductRowSource, programmes: readonly string[]): Companion {
  return {
    async load(tx, records) {
      const ids = records.map(({ instance }) => instance.id);
      const rows = await source.rows(tx, ids, participationGrounds(records, programmes));
      return (one: Replayed): Fault[] => {
        if (one.record.instance.definition.key === 'certificate')
          return [...checkCertificateCourse(one, rows), ...checkOutcomes(one, rows)];
        if (one.record.instance.definition.key !== 'participantJourney') return checkOutcomes(one, rows);
        return [
          ...checkEnrolment(one, rows),
          ...checkCertificates(one, rows),
          ...checkOutcomes(one, rows),
          ...checkProjections(one, rows),
        ];
      };
    },
    overall: (filter) => overall(source, filter),
  };
}

/** Participation is certified once a person and programme: the paper may stand under another journey. */
function participationGrounds(records: InstanceRecord[], programmes: readonly string[]): string[] {
  const people = new Set(records.flatMap(({ instance }) => instance.personId ?? []));
  return [...people].flatMap((person) =>
    [...programmes, 'none'].map((programme) => `participation:person:${person}:${programme}`),
  );
}

async function* overall(source: ProductRowSource, filter: RecordFilter): AsyncGenerator<Fault[]> {
  if (filter.instanceIds !== undefined) return;
  for await (const rows of source.journeyless())
    yield rows.map(({ table, key, journeyId }) =>
      productFaultsOf(journeyId)(
        table === 'enrolment' ? 'enrolment.journeyless' : 'certificate.unknown',
        key,
      ),
    );
  const counters = await source.counters();
  yield counters
    .filter(({ last, given, highest }) => last !== highest || given !== highest)
    .map(({ org, year, kind, last, given, highest }) =>
      productFaultsOf(null)('certificate.counter', `${kind} ${String(year)} (${org})`, {
        expected: { highest, given },
        found: last,
      }),
    );
}
