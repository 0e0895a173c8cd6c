import { createAccount, type MembershipRole } from '#libs/access';
import { accessStore } from '#libs/persistence';
import { parseSettings } from '#libs/platform';
import { type ApiUnderTest, apiUnderTest, PASSWORD } from './api-under-test.js';

export type Agent = Awaited<ReturnType<ApiUnderTest['as']>>;

/** Who is what beside those that are there already. */
const ACCOUNTS: Record<string, [orgCode: string, role: MembershipRole][]> = {
  'admin-ins': [['INS-01', 'admin']],
  'admin-lp': [['LP-01', 'admin']],
  'admin-lp-2': [
    ['LP-01', 'admin'],
    ['LP-01', 'coach'],
  ],
  coach: [
    ['LP-01', 'coach'],
    ['INS-02', 'coach'],
  ],
  helper: [['LP-01', 'coach']],
  'lan-1': [['LAN', 'lan']],
  'lan-admin': [['LAN', 'admin']],
  operator: [['LAN', 'operator']],
};

/** Organisations of every kind with somebody to keep them. */
export class AdministrationWorld {
  private readonly agents = new Map<string, Agent>();

  private constructor(
    readonly api: ApiUnderTest,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async open(settings = parseSettings({})): Promise<AdministrationWorld> {
    const api = await apiUnderTest({}, settings);
    const store = accessStore(api.database.manager);
    const zone = 'Asia/Jakarta';
    await store.saveOrganisations([
      { code: 'LAN', kind: 'lan', name: 'LAN', zone },
      { code: 'PAC-01', kind: 'centre', name: 'Pusat Satu', zone },
    ]);
    for (const [username, roles] of Object.entries(ACCOUNTS)) {
      const [person] = await store.savePersons([
        { nip: null, name: `Nama ${username}`, birthDate: null, sex: null, email: null, phone: null },
      ]);
      const memberships = roles.map(([orgCode, role]) => ({ orgCode, role }));
      const personId = person?.id ?? null;
      await createAccount(store, { username, password: PASSWORD, personId, memberships, sandbox: true });
    }
    const all = await store.listOrganisations({}, { limit: 50, after: null });
    return new AdministrationWorld(api, new Map(all.map(({ code, id }) => [code, id])));
  }

  org(code: string): string {
    return this.ids.get(code) ?? '';
  }

  async as(username: string): Promise<Agent> {
    const known = this.agents.get(username) ?? (await this.api.as(username));
    this.agents.set(username, known);
    return known;
  }

  members(code: string): string {
    return `/api/v1/organisations/${this.org(code)}/members`;
  }

  /** The id of somebody's membership, as an administrator finds it. */
  async membership(as: string, code: string, username: string, role: MembershipRole): Promise<string> {
    const agent = await this.as(as);
    const { body } = await agent.get(`${this.members(code)}?role=${role}`);
    const items = body.items as { id: string; account: { username: string } | null }[];
    return items.find(({ account }) => account?.username === username)?.id ?? '';
  }

  async accountId(username: string): Promise<string> {
    return (await (await this.as('lan-1')).get(`/api/v1/accounts?q=${username}`)).body.items[0].id;
  }

  /** What was put on record, the latest last. */
  async recorded(): Promise<{ action: string; reason: string | null }[]> {
    return this.api.database.query(`select action, data ->> 'reason' as reason from audit_entry order by n`);
  }
}
