import { Sweeper, type EffectHandler, type OutboxEffect } from '#libs/engine';
import { PermitOffice } from '#libs/testing';

const APPROVED = { on: '2026-01-01' };

describe('an effect', () => {
  const offices: PermitOffice[] = [];
  const open = async (handlers: Record<string, EffectHandler> = {}) => {
    const office = await PermitOffice.open({ handlers });
    offices.push(office);
    return office;
  };
  afterEach(async () => {
    for (const office of offices.splice(0)) await office.close();
  });
  const reviewing = async (office: PermitOffice): Promise<string> => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    return id;
  };
  const outbox = (office: PermitOffice) =>
    office.rows<{ kind: string; status: string; attempts: number; last_error: string | null }>(
      'select kind, status, attempts, last_error from outbox order by seq, ordinal',
    );

  it('is done when the answer comes, in order, with what its entry knew', async () => {
    const office = await open();
    const id = await reviewing(office);
    await office.send(id, 'approved', APPROVED);
    expect(office.letters.map(({ type, params }) => [type, params])).toEqual([
      ['sendLetter', { about: 'approved' }],
      ['enterRegister', { validFrom: '2026-01-01' }],
    ]);
    expect(office.letters[0]).toMatchObject({
      instanceId: id,
      orgId: office.org,
      seq: 3,
      actor: { id: 'budi', role: 'clerk' },
      at: '2026-01-01T08:00:00.000Z',
      attempts: 1,
    });
    expect((await outbox(office)).map(({ status }) => status)).toEqual(['done', 'done']);
  });

  it('is not done again when its message is sent again', async () => {
    const office = await open();
    const id = await reviewing(office);
    for (const _ of [1, 2]) await office.send(id, 'approved', APPROVED, { messageId: 'approve' });
    await office.relay.sweep(10);
    expect(office.letters).toHaveLength(2);
  });

  it('that the dying process never began is found by the next one, after the moment that belongs to the nudge', async () => {
    const office = await open();
    const id = await reviewing(office);
    office.faults.killAt('afterCommit');
    await expect(office.send(id, 'approved', APPROVED, { messageId: 'approve' })).rejects.toThrow(
      'killed afterCommit',
    );
    const next = office.reopened();
    expect(await next.relay.sweep(10)).toBe(0);
    next.wall.advanceSeconds(6);
    expect(await next.relay.sweep(10)).toBe(2);
    expect(next.letters.map(({ type }) => type)).toEqual(['sendLetter', 'enterRegister']);
    expect(await next.send(id, 'approved', APPROVED, { messageId: 'approve' })).toMatchObject({
      ok: true,
      replayed: true,
    });
  });

  it('that was done but not acknowledged is tried again under the same id once its lease has run out', async () => {
    const office = await open();
    const id = await reviewing(office);
    office.faults.killAt('afterEffect');
    await expect(office.send(id, 'approved', APPROVED)).rejects.toThrow('killed afterEffect');
    const next = office.reopened();
    next.wall.advanceSeconds(59);
    expect(await next.relay.sweep(10)).toBe(0);
    next.wall.advanceSeconds(1);
    expect(await next.relay.sweep(10)).toBe(2);
    expect(next.letters[0]).toMatchObject({ id: office.letters[0]?.id, attempts: 2 });
  });

  it('that writes in the transaction of its acknowledgement counts exactly once, killed in between or not', async () => {
    const register: EffectHandler = {
      inTransaction: async ({ id }, tx) => {
        await tx.query('insert into register (effect) values ($1)', [id]);
      },
    };
    const office = await open({ enterRegister: register, sendLetter: register });
    await office.rows('create table register (effect uuid)');
    const id = await reviewing(office);
    office.faults.killAt('afterEffect');
    await expect(office.send(id, 'approved', APPROVED)).rejects.toThrow('killed afterEffect');
    expect(await office.rows('select from register')).toHaveLength(0);
    office.wall.advanceSeconds(60);
    await office.relay.sweep(10);
    expect(await office.rows('select from register')).toHaveLength(2);
  });

  it('that writes shares its transaction with others of its batch, unless one of them fails', async () => {
    let bad = '';
    const register: EffectHandler = {
      inTransaction: async ({ id, instanceId }, tx) => {
        await tx.query('insert into register (effect) values ($1)', [instanceId === bad ? 'no uuid' : id]);
      },
    };
    const office = await open({ enterRegister: register, sendLetter: register });
    await office.rows('create table register (effect uuid)');
    const transactions = () =>
      office.rows(
        'select xmin::text, count(*)::int as rows from register group by xmin order by 2 desc, xmin::text',
      );
    const approve = async () => {
      const ids = [await reviewing(office), await reviewing(office), await reviewing(office)];
      bad = bad === '' ? '' : (ids[1] ?? '');
      await office.engine.applyMany(
        ids.map((instanceId) => ({
          ...{ instanceId, messageId: 'a', type: 'approved', payload: APPROVED },
          actor: { id: 'budi', role: 'clerk' },
        })),
      );
    };
    await approve();
    expect(await transactions()).toEqual([expect.objectContaining({ rows: 6 })]);
    bad = 'the second';
    await approve();
    expect((await transactions()).map((one) => (one as { rows: number }).rows)).toEqual([6, 1, 1, 1, 1]);
    expect((await outbox(office)).filter(({ status }) => status === 'pending')).toHaveLength(2);
  });

  it('is carried by one of many relays only', async () => {
    const office = await open();
    const id = await reviewing(office);
    office.faults.killAt('afterCommit');
    await expect(office.send(id, 'approved', APPROVED)).rejects.toThrow('killed');
    office.wall.advanceSeconds(6);
    const others = Array.from({ length: 4 }, () => office.reopened());
    await Promise.all(others.map(({ relay }) => relay.sweep(10)));
    expect(others.flatMap(({ letters }) => letters)).toHaveLength(2);
  });

  it('that fails holds nobody up, waits longer each time, and ends as an incident that can be tried again', async () => {
    const post = { open: false };
    const delivered: OutboxEffect[] = [];
    const office = await open({
      sendLetter: {
        run: async (effect) => {
          if (!post.open) throw new Error('the post is on strike');
          delivered.push(effect);
        },
      },
    });
    const id = await reviewing(office);
    expect((await office.send(id, 'approved', APPROVED)).ok).toBe(true);
    expect(await outbox(office)).toMatchObject([
      { kind: 'sendLetter', status: 'pending', attempts: 1, last_error: 'the post is on strike' },
      { kind: 'enterRegister', status: 'done' },
    ]);
    office.wall.advanceSeconds(1);
    expect(await office.relay.sweep(10)).toBe(0);
    office.wall.advanceSeconds(1);
    expect(await office.relay.sweep(10)).toBe(1);
    office.wall.advanceSeconds(4);
    expect(await office.relay.sweep(10)).toBe(1);
    expect(await outbox(office)).toMatchObject([{ status: 'dead', attempts: 3 }, { status: 'done' }]);
    const [incident] = await office.engine.incidents.list({ status: 'open' });
    expect(incident).toMatchObject({ kind: 'effect', instanceId: id, cause: 'the post is on strike' });
    expect((await office.send(id, 'noted', { text: 'life goes on' })).ok).toBe(true);
    post.open = true;
    expect(await office.engine.incidents.retry(String(incident?.id))).toEqual({
      resolved: true,
      outcome: null,
    });
    expect(delivered).toHaveLength(1);
    expect(await outbox(office)).toMatchObject([{ status: 'done' }, { status: 'done' }]);
  });
});

describe('an effect at its last attempt', () => {
  let office: PermitOffice;
  beforeEach(async () => {
    const run = () => Promise.reject(new Error('the post is on strike'));
    office = await PermitOffice.open({ handlers: { sendLetter: { run } } });
  });
  afterEach(() => office.close());
  const letter = async () => {
    const [row] = await office.rows<{ status: string; attempts: number }>(
      `select status, attempts from outbox where kind = 'sendLetter'`,
    );
    return row;
  };
  const open = () => office.engine.incidents.list({ status: 'open' });

  it('is never given up unseen: without its incident on record it stays to be done', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    await office.send(id, 'approved', APPROVED);
    // 57P01 is what a server says that is being stopped.
    await office.rows(`create function cut() returns trigger language plpgsql as $$
      begin raise exception 'terminating connection' using errcode = '57P01'; end $$`);
    await office.rows('create trigger cut before insert on incident for each row execute function cut()');
    office.wall.advanceSeconds(2);
    await office.relay.sweep(10);
    office.wall.advanceSeconds(4);
    await expect(office.relay.sweep(10)).rejects.toThrow('terminating connection');
    expect([await letter(), await open()]).toEqual([{ status: 'pending', attempts: 3 }, []]);

    await office.rows('drop trigger cut on incident');
    office.wall.advanceSeconds(60);
    await office.relay.sweep(10);
    expect(await letter()).toMatchObject({ status: 'dead' });
    expect(await open()).toMatchObject([{ kind: 'effect', instanceId: id, cause: 'the post is on strike' }]);
  });
});

describe('the sweeper', () => {
  let office: PermitOffice;
  beforeEach(async () => {
    office = await PermitOffice.open();
  });
  afterEach(() => office.close());
  const sweeper = (onError: (error: unknown) => void, everyMs = 60_000) => {
    const { engine, relay, clock } = office;
    return new Sweeper({ engine, relay, clock, everyMs, onError });
  };
  const fail = (error: unknown) => {
    throw error;
  };

  it('fires what is due and carries what was left over, and finds nothing the second time', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    office.faults.killAt('afterCommit');
    await expect(office.send(id, 'approved', APPROVED)).rejects.toThrow('killed');
    const lapsing = await office.begun({ input: { site: 'y', startsOn: '2025-12-28' } });
    office.wall.advanceSeconds(6);
    office.clock.set('2026-01-04T00:00:00.000Z');
    const swept = sweeper(fail);
    expect(await swept.sweep()).toBe(3);
    expect(office.letters).toHaveLength(2);
    expect((await office.engine.view(lapsing))?.instance.revision).toBe(2);
    expect(await swept.sweep()).toBe(0);
  });

  it('works by itself once started; stopped, it finishes the step at hand and begins no other', async () => {
    const { engine, relay, clock } = office;
    const ids = [await office.begun(), await office.begun()];
    office.clock.set('2026-01-08T00:00:00.000Z');
    const order: string[] = [];
    const due = engine.due.bind(engine);
    const running = new Promise<Sweeper>((begun) => {
      const fireMany = async (refs: Parameters<typeof engine.fireMany>[0]) => {
        begun(gated);
        // 1. the sweeper is about to fire the first of two batches  2. stop is asked for  3. the first fires, the second does not
        await stopAsked;
        const outcomes = await engine.fireMany(refs);
        order.push('fired');
        return outcomes;
      };
      const batch = 1;
      const gated = new Sweeper({
        engine: { due, fireMany },
        ...{ relay, clock, batch, everyMs: 1, onError: fail },
      });
      gated.start();
    });
    let askStop: () => void = () => undefined;
    const stopAsked = new Promise<void>((resolve) => (askStop = resolve));
    const gated = await running;
    const stopped = gated.stop().then(() => order.push('stopped'));
    askStop();
    await stopped;
    expect(order).toEqual(['fired', 'stopped']);
    const views = await Promise.all(ids.map((id) => engine.view(id)));
    expect(views.map((view) => view?.instance.revision).sort()).toEqual([1, 2]);
  });

  it('reports a pass that failed and goes on with the next', async () => {
    const { relay, clock, engine } = office;
    let passes = 0;
    let sweeping: Sweeper | undefined;
    const report = await new Promise<unknown>((resolve) => {
      const errors: unknown[] = [];
      const due = async (upTo: string, limit: number) => {
        passes += 1;
        if (passes === 1) throw new Error('the store is away');
        resolve(errors[0]);
        return engine.due(upTo, limit);
      };
      const fireMany = engine.fireMany.bind(engine);
      const onError = (error: unknown) => errors.push(error);
      sweeping = new Sweeper({ engine: { due, fireMany }, relay, clock, everyMs: 1, onError });
      sweeping.start();
    });
    await sweeping?.stop();
    expect(report).toEqual(new Error('the store is away'));
  });
});
