import { setup } from 'xstate';
import { lint } from './index.js';
import { loan, loanMachine } from './loan.fixture.js';

/** XState types a faulty machine as faulty; the lint is for what slips past the types. */
const withMachine = (machine: unknown) => lint({ ...loan, machine, events: {} } as never);

describe('lint', () => {
  it('finds nothing in a sound definition', () => {
    expect(lint(loan)).toEqual([]);
  });

  it('names a delay without a due date', () => {
    expect(lint({ ...loan, dues: {} }).join('\n')).toContain('the delay returnDue has no due date');
  });

  it('names a delay that has no implementation and would fire at once', () => {
    const machine = setup({}).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { after: { gone: 'a' } } },
    } as never);
    expect(withMachine(machine).join('\n')).toContain('m.a: the delay gone has no implementation');
  });

  it('rejects numeric delays, inline actions, unknown actions and guards, and invoke', () => {
    const machine = setup({}).createMachine({
      id: 'm',
      initial: 'a',
      invoke: { src: 'worker' },
      states: {
        a: { entry: [() => undefined, 'vanish'], always: { guard: 'missing', target: 'b' } },
        b: { after: { 1000: 'a' } },
      },
    } as never);
    const faults = withMachine(machine).join('\n');
    expect(faults).toContain('m.b: the delay 1000 is a number');
    expect(faults).toContain('the action vanish is neither an assign nor a known effect');
    expect(faults).toContain('m.a: the guard missing has no implementation');
    expect(faults).toContain('m: invoke is not allowed');
    expect(faults).toContain('m.a: an inline action');
    expect(faults).toContain('sets no options.maxIterations');
  });

  it('rejects an effect that the definition does not type', () => {
    expect(lint({ ...loan, effects: {} }).join('\n')).toContain(
      'the action notify is neither an assign nor a known effect',
    );
  });

  it('rejects events that are handled but not declared, and declared but handled nowhere', () => {
    const { lost, ...rest } = loan.events;
    const faults = lint({ ...loan, machine: loanMachine, events: { ...rest, teleported: lost! } }).join('\n');
    expect(faults).toContain('the event lost has no payload and roles');
    expect(faults).toContain('the event teleported is handled nowhere');
  });
});
