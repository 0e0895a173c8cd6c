import { begin, fire, inspect, step, type StepOutcome, type StepResult } from './index.js';
import { from, loan } from './loan.fixture.js';

const START = '2026-01-01T08:00:00.000Z';
const lent = () => begin(loan, { dueOn: '2026-01-31' }, START);
const accepted = (outcome: StepOutcome): StepResult => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result;
};
const refused = (outcome: StepOutcome) => {
  if (outcome.ok) throw new Error('was accepted');
  return outcome.refusal;
};

describe('begin', () => {
  it('arms the deadlines of the first state and names its effects as data', () => {
    const result = lent();
    expect(result.state).toEqual(['out']);
    expect(result.effects).toEqual([{ type: 'notify', params: { message: 'lent' } }]);
    expect(result.deadlines.map(({ op, name }) => `${op} ${name}`)).toEqual([
      'arm returnDue',
      'arm reminder.early',
    ]);
    expect(result.next).toEqual({
      action: 'return',
      owner: 'reader',
      deadline: 'reminder.early',
      due: '2026-01-01T00:00:00.000Z',
    });
  });

  it('names the same next deadline in whatever order the store gives the ledger back', () => {
    const { stored, next } = lent();
    const reversed = Object.fromEntries(Object.entries(stored.deadlines).reverse());
    expect(inspect(loan, { ...stored, deadlines: reversed }).next).toEqual(next);
  });

  it('survives a round trip through JSON unchanged', () => {
    const { stored } = lent();
    const again = JSON.parse(JSON.stringify(stored)) as typeof stored;
    expect(step(loan, again, from('returned'), START)).toEqual(step(loan, stored, from('returned'), START));
    expect(inspect(loan, again).state).toEqual(['out']);
  });
});

describe('step', () => {
  it('moves a deadline when its anchor moves, and only that one', () => {
    const { stored } = lent();
    const moved = accepted(step(loan, stored, from('extended', { dueOn: '2026-02-15' }), START));
    expect(moved.deadlines).toEqual([
      {
        op: 'move',
        name: 'returnDue',
        due: '2026-02-15T00:00:00.000Z',
        on: '2026-02-15',
        why: { id: 'aturan', en: 'rule' },
      },
      {
        op: 'move',
        name: 'reminder.early',
        due: '2026-02-01T00:00:00.000Z',
        on: '2026-02-01',
        why: { id: 'aturan', en: 'rule' },
      },
    ]);
  });

  it('cancels what is armed when the journey ends, and accepts nothing more', () => {
    const home = accepted(step(loan, lent().stored, from('returned'), START));
    expect(home.status).toBe('final');
    expect(home.allowedEvents).toEqual([]);
    expect(home.deadlines.map(({ op }) => op)).toEqual(['cancel', 'cancel']);
    expect(refused(step(loan, home.stored, from('lost'), START))).toMatchObject({
      code: 'journey.event_not_accepted',
      allowedEvents: [],
    });
  });

  it('refuses with the list of what is accepted now', () => {
    const refusal = refused(step(loan, lent().stored, from('found'), START));
    expect(refusal).toMatchObject({
      code: 'journey.event_not_accepted',
      kind: 'conflict',
      allowedEvents: ['extended', 'lost', 'returned'],
    });
  });

  it('refuses with the definition’s own reason before the guard says a bare no', () => {
    expect(refused(step(loan, lent().stored, from('extended', { dueOn: '2031-01-01' }), START)).code).toBe(
      'loan.too_long',
    );
    expect(refused(step(loan, lent().stored, from('extended', { dueOn: '2025-01-01' }), START)).code).toBe(
      'journey.event_not_accepted',
    );
  });

  it.each(['xstate.after.returnDue.loan.out', 'xstate.init', 'nonsense'])('knows no event %s', (type) => {
    expect(refused(step(loan, lent().stored, from(type), START)).code).toBe('event.unknown');
  });

  it('never lets the stamped clock go back', () => {
    const later = accepted(
      step(loan, lent().stored, from('extended', { dueOn: '2026-03-01' }), '2026-01-10T00:00:00.000Z'),
    );
    const earlier = accepted(step(loan, later.stored, from('lost'), '2026-01-05T00:00:00.000Z'));
    expect(earlier.stored.machine.context.now).toBe('2026-01-10T00:00:00.000Z');
  });

  it('while suspended accepts only what folds or is offered, and fires nothing', () => {
    const asleep = accepted(step(loan, lent().stored, from('suspended'), START));
    expect(asleep.status).toBe('suspended');
    expect(asleep.allowedEvents).toEqual(['lost']);
    expect(refused(step(loan, asleep.stored, from('returned'), START)).code).toBe('journey.suspended');
    expect(refused(fire(loan, asleep.stored, 'returnDue', '2026-02-01T00:00:00.000Z')).code).toBe(
      'journey.suspended',
    );
    const moved = accepted(step(loan, asleep.stored, from('extended', { dueOn: '2026-02-20' }), START));
    expect(moved.stored.deadlines['returnDue']?.due).toBe('2026-02-20T00:00:00.000Z');
    expect(accepted(step(loan, moved.stored, from('resumed'), START)).status).toBe('live');
  });
});

describe('fire', () => {
  const ON_TIME = '2026-01-31T00:00:00.000Z';

  it('fires a due deadline once', () => {
    const overdue = accepted(fire(loan, lent().stored, 'returnDue', ON_TIME));
    expect(overdue.state).toEqual(['overdue']);
    expect(overdue.deadlines).toEqual([
      { op: 'fire', name: 'returnDue' },
      { op: 'cancel', name: 'reminder.early' },
    ]);
    expect(refused(fire(loan, overdue.stored, 'returnDue', ON_TIME)).code).toBe('deadline.not_armed');
  });

  it('does not fire a second early', () => {
    expect(refused(fire(loan, lent().stored, 'returnDue', '2026-01-30T23:59:59.999Z')).code).toBe(
      'deadline.not_due',
    );
  });

  it('arms a fired deadline again while its state lives and its reckoned due moved on, and then stops', () => {
    const first = accepted(fire(loan, lent().stored, 'reminder.early', '2026-01-02T00:00:00.000Z'));
    expect(first.deadlines).toMatchObject([
      { op: 'fire' },
      { op: 'arm', name: 'reminder.early', due: '2026-01-02T00:00:00.000Z' },
    ]);
    const second = accepted(fire(loan, first.stored, 'reminder.early', '2026-01-02T00:00:00.000Z'));
    expect(second.deadlines).toEqual([{ op: 'fire', name: 'reminder.early' }]);
    expect(second.stored.deadlines['reminder.early']?.status).toBe('fired');
  });

  it('arms a deadline anew when its state is entered anew, even on the day that already fired', () => {
    const overdue = accepted(fire(loan, lent().stored, 'returnDue', ON_TIME));
    const back = accepted(step(loan, overdue.stored, from('extended', { dueOn: '2026-02-02' }), ON_TIME));
    expect(back.stored.deadlines['returnDue']).toEqual({
      node: 'loan.out',
      due: '2026-02-02T00:00:00.000Z',
      status: 'armed',
    });
  });
});
