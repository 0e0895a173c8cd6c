import { createMachine } from 'xstate';
import type { AnyDefinition } from './definition.js';
import { loan } from './loan.fixture.js';
import { statePaths } from './state-paths.js';

describe('the states of a definition', () => {
  it('are all that an instance can be in', () => {
    expect(statePaths(loan as AnyDefinition)).toEqual(['out', 'overdue', 'lost', 'home']);
  });

  it('are named by their whole path, those that hold others included', () => {
    const machine = createMachine({
      initial: 'away',
      states: { away: { initial: 'near', states: { near: {}, far: {} } }, back: {} },
    });
    expect(statePaths({ ...loan, machine } as AnyDefinition)).toEqual([
      'away',
      'away.near',
      'away.far',
      'back',
    ]);
  });
});
