import type { HeldRole, SessionCaller } from './access-store.port.js';
import { tokenHashOf } from './secrets.js';
import { Sessions, type SessionKeeping } from './sessions.js';

const BEGIN = Date.parse('2026-04-06T00:00:00.000Z');
const TOKEN = 'a-token-that-was-given-out';

/** Sessions as rows, and how often one was asked for. */
class Rows implements SessionKeeping {
  asked = 0;
  noted = 0;
  readonly rows = new Map<string, SessionCaller>();

  async callerOfSession(tokenHash: string): Promise<SessionCaller | null> {
    this.asked += 1;
    return this.rows.get(tokenHash) ?? null;
  }

  async noteSessionUsed(): Promise<void> {
    this.noted += 1;
  }

  async insertSession(): Promise<void> {
    throw new Error('nobody signs in here');
  }

  async rolesHeld(): Promise<HeldRole[]> {
    return [];
  }

  async narrowSession(tokenHash: string, actingAs: string | null): Promise<boolean> {
    const row = this.rows.get(tokenHash);
    if (row) this.rows.set(tokenHash, { ...row, actingAs });
    return row !== undefined;
  }

  async deleteSession(tokenHash: string): Promise<void> {
    this.rows.delete(tokenHash);
  }
}

function aDoor(expiresAt = '2026-04-06T12:00:00.000Z') {
  const rows = new Rows();
  const caller = { accountId: 'account-1', personId: null, username: 'lembaga', memberships: [] };
  rows.rows.set(tokenHashOf(TOKEN), {
    ...caller,
    sandbox: false,
    expiresAt,
    usedAt: null,
    owesSecondFactor: false,
    actingAs: null,
  });
  let now = BEGIN;
  const instant = () => new Date(now).toISOString();
  const rules = { hours: 12, sandbox: false, now: instant, day: instant };
  const sessions = new Sessions(rows, rules);
  return { rows, caller, sessions, wait: (milliseconds: number) => (now += milliseconds) };
}

describe('the caller behind a token', () => {
  it('is looked up once for requests of one second', async () => {
    const { rows, caller, sessions, wait } = aDoor();
    expect(await Promise.all([sessions.callerOf(TOKEN), sessions.callerOf(TOKEN)])).toEqual([caller, caller]);
    wait(999);
    expect(await sessions.callerOf(TOKEN)).toEqual(caller);
    expect(rows.asked).toBe(1);
    wait(1);
    await sessions.callerOf(TOKEN);
    expect(rows.asked).toBe(2);
  });

  it('is nobody a second after his session was ended elsewhere', async () => {
    const { rows, sessions, wait } = aDoor();
    await sessions.callerOf(TOKEN);
    rows.rows.clear();
    wait(1000);
    expect(await sessions.callerOf(TOKEN)).toBeNull();
  });

  it('is nobody at once after signing out here, even while he is being looked up', async () => {
    const { sessions } = aDoor();
    const meanwhile = sessions.callerOf(TOKEN);
    await sessions.close(TOKEN);
    await meanwhile;
    expect(await sessions.callerOf(TOKEN)).toBeNull();
  });

  it('is nobody from the end of the session on, within the second', async () => {
    const { caller, sessions, wait } = aDoor('2026-04-06T00:00:00.500Z');
    expect(await sessions.callerOf(TOKEN)).toEqual(caller);
    wait(500);
    expect(await sessions.callerOf(TOKEN)).toBeNull();
  });

  it('is what he chose to be from the next request on, and looked up anew when something became of his roles', async () => {
    const { rows, caller, sessions } = aDoor();
    await sessions.callerOf(TOKEN);
    expect(await sessions.actAs(TOKEN, 'membership-1')).toEqual({ ok: true });
    expect(await sessions.standingOf(TOKEN, caller)).toEqual({
      ...{ memberships: [], actingAs: 'membership-1' },
      owesSecondFactor: false,
    });
    expect(rows.asked).toBe(2);
    sessions.forgetAll();
    expect(await sessions.callerOf(TOKEN)).toEqual(caller);
    expect(rows.asked).toBe(3);
    expect(await sessions.actAs('another-token', null)).toMatchObject({
      refusal: { code: 'access.membership_unknown' },
    });
  });

  it('is asked for again where there was none, or where he could not be asked for', async () => {
    const { rows, caller, sessions } = aDoor();
    expect(await sessions.callerOf('another-token')).toBeNull();
    expect(await sessions.callerOf('another-token')).toBeNull();
    expect(rows.asked).toBe(2);
    const { callerOfSession } = rows;
    rows.callerOfSession = async () => Promise.reject(new Error('no connection'));
    await expect(sessions.callerOf(TOKEN)).rejects.toThrow('no connection');
    rows.callerOfSession = callerOfSession.bind(rows);
    expect(await sessions.callerOf(TOKEN)).toEqual(caller);
  });

  it('is noted as seen at most once in five minutes', async () => {
    const { rows, sessions, wait } = aDoor();
    for (const pause of [0, 1_000, 298_000, 1_000, 1_000]) {
      wait(pause);
      await sessions.callerOf(TOKEN);
    }
    expect(rows.noted).toBe(2);
  });
});
