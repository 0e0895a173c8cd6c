import { localDateOf, type Zone } from '#libs/calendar';
import { differences, type Fault, type Replayed } from '#libs/engine';
import type { ParamsOf } from '#libs/journeys';
import { groundOf } from '../certificates/issue-certificate.js';
import { productFaultsOf } from './product-faults.js';
import type { ProductRows } from './product-rows.port.js';

type Row = ProductRows['certificates'][number];

interface Issued {
  ground: string;
  params: ParamsOf<'issueCertificate'>;
  issuedOn: string;
  done: boolean;
}

/** Certificates of a journey against what its log issued: each ground once, and everything on the paper as the log says. */
export function checkCertificates(one: Replayed, rows: ProductRows): Fault[] {
  const { id } = one.record.instance;
  const fault = productFaultsOf(id);
  const issued = issuedBy(one);
  const faults = issued.flatMap((own) => {
    const [row, ...more] = rows.certificates.filter(({ ground }) => ground === own.ground);
    const doubled = more.map(({ serial }) => fault('certificate.doubled', serial, { expected: row?.serial }));
    if (!row) return own.done ? [fault('certificate.lost', own.ground, { expected: own.params })] : [];
    return [...doubled, ...rowFaults(one, own, row)];
  });
  const grounds = new Set(issued.map(({ ground }) => ground));
  const strays = rows.certificates.filter(
    ({ journeyId, ground }) => journeyId === id && !grounds.has(ground),
  );
  // What an entry without data issued can't be known.
  if (one.silent.size > 0) return faults;
  return [
    ...faults,
    ...strays.map(({ serial, kind, ground }) => {
      const real = rows.certificates.find((row) => row.kind === kind && grounds.has(row.ground));
      return real
        ? fault('certificate.doubled', serial, { expected: real.serial, found: ground })
        : fault('certificate.unknown', serial, { found: ground });
    }),
  ];
}

function issuedBy({ folded, record }: Replayed): Issued[] {
  const { id: instanceId, personId } = record.instance;
  const doneAt = new Set(
    record.outbox
      .filter(({ status }) => status === 'done')
      .map((row) => `${String(row.seq)}.${String(row.ordinal)}`),
  );
  return folded.flatMap(({ entry, asked, stored }) =>
    (asked?.effects ?? []).flatMap((effect, ordinal): Issued[] => {
      if (effect.type !== 'issueCertificate') return [];
      const params = effect.params as ParamsOf<'issueCertificate'>;
      const ground = groundOf({ instanceId }, params, personId ?? '');
      const { zone } = stored.machine.context as unknown as { zone: Zone };
      const done = doneAt.has(`${String(entry.seq)}.${String(ordinal)}`);
      return [{ ground, params, issuedOn: localDateOf(entry.at, zone), done }];
    }),
  );
}

function rowFaults(
  { record: { instance } }: Replayed,
  { params, issuedOn, done }: Issued,
  row: Row,
): Fault[] {
  const fault = productFaultsOf(instance.id);
  const { kind, programme, level, assessedOn, validUntil, legalBasis } = params;
  const always = { kind, programme, personId: instance.personId };
  // Participation is recognised once a person and programme: an earlier journey may have given the paper.
  const expected =
    row.journeyId === instance.id
      ? { ...always, orgId: instance.orgId, level, assessedOn, validUntil, legalBasis, issuedOn }
      : always;
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, row[key as keyof Row]]));
  return [
    ...differences(row.serial, found, expected).map(({ path, stored, folded }) =>
      fault('certificate.differs', path, { expected: folded, found: stored }),
    ),
    ...(done && !row.started ? [fault('certificate.course', row.serial, { expected: row.instanceId })] : []),
  ];
}

/** A certificate's own course in time against the paper that it is about. */
export function checkCertificateCourse({ record, view }: Replayed, rows: ProductRows): Fault[] {
  const { id } = record.instance;
  const fault = productFaultsOf(id);
  const row = rows.certificates.find(({ instanceId }) => instanceId === id);
  const context = record.instance.snapshot.machine.context as unknown as Record<string, unknown>;
  if (!row) return [fault('certificate.course', String(context['serial']), { found: view.state.join() })];
  const stated = { serial: context['serial'], kind: context['kind'], validUntil: context['validUntil'] };
  const found = { serial: row.serial, kind: row.kind, validUntil: row.validUntil };
  const revoked = { revoked: view.state.includes('revoked') };
  return differences(
    row.serial,
    { ...found, revoked: row.revokedAt !== null },
    { ...stated, ...revoked },
  ).map(({ path, stored, folded }) => fault('certificate.course', path, { expected: folded, found: stored }));
}
