import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import type { NewCertificate } from '#libs/training';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { certificateStore } from './certificate.store.js';

describe('the certificates in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const orgId = randomUUID();

  beforeAll(async () => {
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const certificate = (ground: string, more: Partial<NewCertificate> = {}): NewCertificate => ({
    ...{ orgId, orgCode: 'LP-01', year: 2026, kind: 'competency', ground, programme: 'PKA', level: 3 },
    ...{ journeyId: randomUUID(), instanceId: randomUUID(), personId: randomUUID(), legalBasis: null },
    ...{
      issuedOn: '2026-09-24',
      assessedOn: '2026-09-24',
      validUntil: '2029-09-23',
      createdAt: '2026-09-24T02:00:00.000Z',
    },
    ...more,
  });

  it('issued at the same moment are numbered without a hole and without a double', async () => {
    const store = certificateStore(dataSource.manager);
    const grounds = Array.from({ length: 25 }, (_, index) => `ground ${String(index)}`);
    const issued = await Promise.all(grounds.map((ground) => store.issue(certificate(ground))));
    const numbers = issued
      .map(({ serial }) => Number(serial.split('-')[3]))
      .sort((one, other) => one - other);
    expect(numbers).toEqual(grounds.map((_, index) => index + 1));
  });

  it('asked for twice on one ground, even at once, are one and take one number', async () => {
    const store = certificateStore(dataSource.manager);
    const [one, other] = await Promise.all([
      store.issue(certificate('same')),
      store.issue(certificate('same')),
    ]);
    expect(other).toEqual(one);
    const next = await store.issue(certificate('next'));
    expect(Number(next.serial.split('-')[3])).toBe(Number(one?.serial.split('-')[3]) + 1);
  });

  it('count anew for each institute, year and kind', async () => {
    const store = certificateStore(dataSource.manager);
    const serials = await Promise.all([
      store.issue(certificate('other year', { year: 2027 })),
      store.issue(certificate('other kind', { kind: 'participation' })),
      store.issue(certificate('other institute', { orgId: randomUUID(), orgCode: 'LP-02' })),
    ]);
    expect(serials.map(({ serial }) => serial.replace(/-..$/, ''))).toEqual([
      'SKM-LP01-2027-00001',
      'SK-LP01-2026-00001',
      'SKM-LP02-2026-00001',
    ]);
  });

  it('keep the reason of the first revocation', async () => {
    const store = certificateStore(dataSource.manager);
    const { serial } = await store.issue(certificate('revoked'));
    await store.markRevoked(serial, '2026-10-01T00:00:00.000Z', 'pertama');
    await store.markRevoked(serial, '2026-11-01T00:00:00.000Z', 'kedua');
    expect(await store.bySerial(serial)).toMatchObject({
      revokedAt: '2026-10-01T00:00:00.000Z',
      revokeReason: 'pertama',
    });
  });
});
