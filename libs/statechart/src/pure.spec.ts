import { initialTransition, transition } from 'xstate';
import { from, loanMachine } from './loan.fixture.js';
import { initialOf, transitionOf } from './pure.js';

const INPUT = { dueOn: '2026-01-31', now: '2026-01-01T08:00:00.000Z' };
const EVENTS = [
  from('extended', { dueOn: '2026-02-10' }),
  { type: 'xstate.after.reminder.early.loan.out' },
  from('lost'),
  from('found'),
  from('suspended'),
  from('returned'),
];
const told = ([snapshot, actions]: ReturnType<typeof initialOf>) => ({
  stored: loanMachine.getPersistedSnapshot(snapshot as never),
  actions: actions.map(({ type, params }) => ({ type, params })),
});

describe('pure steps', () => {
  it('answer what XState answers, however often the machine was used before', () => {
    for (let life = 0; life < 3; life += 1) {
      let ours = initialOf(loanMachine, INPUT);
      let theirs = initialTransition(loanMachine, INPUT);
      for (const event of EVENTS) {
        expect(told(ours)).toEqual(told(theirs as never));
        ours = transitionOf(loanMachine, ours[0], event);
        theirs = transition(loanMachine, theirs[0], event as never);
      }
      expect(ours[0].status).toBe('done');
      expect(told(ours)).toEqual(told(theirs as never));
    }
  });
});
