import { randomUUID } from 'node:crypto';
import type { Projection } from '#libs/engine';
import { addParty, replaceParty } from '#libs/persistence';
import { PermitOffice } from '#libs/testing';

const COLUMNS = `kind, key, role, status, candidate_org, candidates, assignee, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD') as due,
  events, closed_by, opened_by_seq`;

describe('tasks and flags', () => {
  /** A note names the clerk from now on, as a journey's event names a coach. */
  const naming: Projection = {
    wants: (_, type) => type === 'noted',
    project: async ({ orgId, instanceId, data }, tx) => {
      const person = String(data['text']);
      await replaceParty(tx, { orgId, instanceId, role: 'clerk', partyOrg: orgId, personId: person });
    },
  };
  let office: PermitOffice;
  beforeAll(async () => {
    office = await PermitOffice.open({ projections: [naming] });
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set('2026-01-01T08:00:00.000Z'));
  const tasks = (id: string) =>
    office.rows<Record<string, unknown>>(
      `select ${COLUMNS} from task where instance_id = $1 order by opened_by_seq`,
      [id],
    );

  it('open with the state, follow their deadline, and are done by the event that completes them', async () => {
    const id = await office.begun();
    expect(await tasks(id)).toMatchObject([
      {
        kind: 'draftPermit',
        key: 'draft',
        role: 'applicant',
        status: 'open',
        due: '2026-01-08',
        events: ['submitted'],
      },
    ]);
    await office.send(id, 'rescheduled', {
      deadline: 'draftDue',
      due: '2026-01-20T00:00:00.000Z',
      reason: 'flood',
    });
    expect(await tasks(id)).toMatchObject([{ due: '2026-01-20' }]);
    await office.send(id, 'submitted', { on: '2026-01-01' }, { actor: { id: 'ani', role: 'applicant' } });
    expect(await tasks(id)).toMatchObject([
      { status: 'done', closed_by: 'ani' },
      { kind: 'reviewPermit', status: 'open', due: '2026-01-15' },
    ]);
  });

  it('move their date when a repeating deadline comes back', async () => {
    const id = await office.begun();
    await office.engine.fireDue('2026-01-08T00:00:00.000Z');
    expect(await tasks(id)).toMatchObject([{ status: 'open', due: '2026-01-15' }]);
    const flags = await office.rows('select code, seq from flag where instance_id = $1', [id]);
    expect(flags).toEqual([{ code: 'late', seq: 2 }]);
  });

  it('are closed, not done, by anything else; none outlives its instance', async () => {
    const id = await office.begun();
    await office.send(id, 'cancelled', { reason: 'x' });
    expect(await tasks(id)).toMatchObject([{ status: 'closed' }]);
  });

  it('open once a key: a state entered anew closes the old and opens a new one', async () => {
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    await office.send(id, 'submitted', { on: '2026-01-01' });
    expect((await tasks(id)).map(({ status }) => status)).toEqual(['done', 'closed', 'open']);
  });

  it('are for the party of their role; without one, for the owning organisation', async () => {
    const [agency, person] = [randomUUID(), randomUUID()];
    const id = await office.begun({ parties: [{ org: agency, person, role: 'applicant' }] });
    await office.send(id, 'submitted', { on: '2026-01-01' });
    expect(await tasks(id)).toMatchObject([
      { candidate_org: agency, candidates: [person], assignee: person },
      { candidate_org: office.org, candidates: [], assignee: null },
    ]);
  });

  it('pass on to whoever takes the role over, unless one candidate of several has claimed them', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    const id = await office.begun();
    await office.send(id, 'submitted', { on: '2026-01-01' });
    await office.send(id, 'noted', { text: first });
    expect((await tasks(id))[1]).toMatchObject({ candidates: [first], assignee: first, status: 'open' });
    await office.rows(`update task set status = 'claimed' where instance_id = $1 and status = 'open'`, [id]);
    const clerk = { orgId: office.org, instanceId: id, role: 'clerk', partyOrg: office.org };
    await addParty(office.dataSource.manager, { ...clerk, personId: third });
    expect((await tasks(id))[1]).toMatchObject({ assignee: first, status: 'claimed' });
    await office.send(id, 'noted', { text: second });
    expect((await tasks(id))[1]).toMatchObject({ candidates: [second], assignee: second, status: 'open' });
  });
});
