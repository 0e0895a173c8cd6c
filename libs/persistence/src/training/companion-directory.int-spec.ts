import type { DataSource } from 'typeorm';
import { createAccount } from '#libs/access';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { accessStore } from '../access/access-store.js';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { companionDirectory } from './companion-directory.js';

const NIP = '198002292005012001';

describe('the directory of coaches and mentors', () => {
  let test: TestDatabase;
  let database: DataSource;
  let directory: ReturnType<typeof companionDirectory>;
  let personId: string;
  let accountId: string;
  let orgId: string;
  beforeAll(async () => {
    test = await cloneTemplateDatabase({ migrate });
    database = await createDataSource({ connectionString: test.connectionString }).initialize();
    directory = companionDirectory(database.manager);
    const store = accessStore(database.manager);
    const [org] = await store.saveOrganisations([
      { code: 'LP-09', kind: 'institute', name: 'Sembilan', zone: 'Asia/Jakarta' },
    ]);
    const data = { birthDate: null, sex: null, email: null, phone: null };
    const [person] = await store.savePersons([
      { ...data, nip: NIP, name: 'Sri' },
      { ...data, nip: null, name: 'Budi' },
    ]);
    if (!org || !person) throw new Error('nobody was stored');
    [orgId, personId] = [org.id, person.id];
    const created = await createAccount(store, {
      ...{ username: 'pembina', password: 'not-for-signing-in', personId },
      memberships: [{ orgCode: 'LP-09', role: 'coach' }],
    });
    if (!created.ok) throw new Error(created.refusal.code);
    ({ accountId } = created);
  });
  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  it('knows somebody by person, account, user name and NIP, in any case', async () => {
    const names = [
      personId,
      personId.toUpperCase(),
      accountId,
      accountId.toUpperCase(),
      'pembina',
      'PEMBINA',
      NIP,
    ];
    for (const named of names) expect([named, await directory.personNamed(named)]).toEqual([named, personId]);
  });

  it.each([
    'nobody',
    '',
    '%',
    '00000000-0000-4000-8000-000000000000',
    '------------------------------------',
  ])('knows nobody named %p', async (named) => {
    expect(await directory.personNamed(named)).toBeNull();
    expect(await directory.withRole(named, 'coach', null)).toBeNull();
  });

  it("tells by role and organisation, whether the role is the person's or his account's", async () => {
    const told = async () => [
      await directory.withRole('pembina', 'coach', null),
      await directory.withRole(NIP, 'coach', orgId),
      await directory.withRole('pembina', 'mentor', null),
      await directory.withRole('pembina', 'coach', accountId),
    ];
    expect(await told()).toEqual([personId, personId, null, null]);
    await database.query(`update membership set person_id = null where account_id = $1`, [accountId]);
    expect(await told()).toEqual([personId, personId, null, null]);
  });
});
