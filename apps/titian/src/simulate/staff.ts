import { createAccount, type AccessStore } from '#libs/access';
import type { SandboxWorld } from '../sandbox/sandbox-schema.js';
import type { ApiAccount, ApiServer } from './api-client.js';
import type { Staff } from './desk.js';
import type { SimulatedJourney } from './journey-book.js';

/** Signs everybody in once; participants get an account, as from an operator, when they first need one. */
export class SignedIn implements Staff {
  private readonly people: Map<string, ApiAccount>;
  private readonly participants = new Map<string, Promise<ApiAccount>>();

  private constructor(
    private readonly server: ApiServer,
    private readonly access: AccessStore,
    private readonly password: string,
    private readonly accounts: ReadonlyMap<string, ApiAccount>,
  ) {
    this.people = new Map([...accounts.values()].map((account) => [account.personId, account]));
    this.people.delete('');
  }

  static async all(server: ApiServer, access: AccessStore, { accounts, password }: SandboxWorld) {
    const signedIn = new Map<string, ApiAccount>();
    for (const { username } of accounts) signedIn.set(username, await server.signIn(username, password));
    return new SignedIn(server, access, password, signedIn);
  }

  named(username: string): ApiAccount {
    const account = this.accounts.get(username);
    if (!account) throw new Error(`nobody is signed in as ${username}`);
    return account;
  }

  byPerson(personId: string): ApiAccount | undefined {
    return this.people.get(personId);
  }

  participant({ person, participantId }: SimulatedJourney): Promise<ApiAccount> {
    const known = this.participants.get(participantId);
    if (known) return known;
    const opened = this.open(person.nip, participantId, person.agency.code);
    this.participants.set(participantId, opened);
    return opened;
  }

  private async open(username: string, personId: string, orgCode: string): Promise<ApiAccount> {
    const { access, password } = this;
    const memberships = [{ orgCode, role: 'participant' as const }];
    const created = await createAccount(access, { username, password, personId, memberships, sandbox: true });
    if (!created.ok) throw new Error(`the account ${username} was refused: ${created.refusal.code}`);
    return this.server.signIn(username, password);
  }
}
