import { setup } from 'xstate';
import { z } from 'zod';
import { delaysOf, type AnyDefinition } from '#libs/statechart';
import { DefinitionFaults, Definitions } from './definitions.js';
import { EffectHandlers } from './effect-handlers.js';
import { idOf, isUuid, newId } from './identity.js';
import { inlineTaskEffects } from './inline-effects.js';

const dues = { draftDue: () => null };
const definition = {
  key: 'permit',
  version: 1,
  machine: setup({ delays: delaysOf(dues) }).createMachine({
    id: 'permit',
    options: { maxIterations: 10 },
    context: () => ({ now: '' }),
    initial: 'drafting',
    states: {
      drafting: { after: { draftDue: 'lapsed' }, on: { noted: 'lapsed' } },
      lapsed: { type: 'final' },
    },
  }),
  dues,
  input: z.object({}),
  events: { noted: { payload: z.object({}), roles: ['clerk'] } },
  effects: Object.fromEntries(
    ['openTask', 'closeTasks', 'flag', 'sendLetter', 'enterRegister'].map((name) => [name, z.object({})]),
  ),
  refusalOf: () => null,
  isSuspended: () => false,
  whileSuspended: { offered: [], folded: [] },
  nextOf: () => ({ action: 'draft', owner: 'clerk', deadline: null, due: null }),
} as unknown as AnyDefinition;
const handler = { run: async () => undefined };
const faultsOf = (make: () => unknown): string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof DefinitionFaults) return error.faults;
  }
  throw new Error('it booted');
};

describe('the registry of definitions', () => {
  it('gives the version that an instance pins, and the latest to a start', () => {
    const second = { ...definition, version: 2 };
    const definitions = new Definitions([second, definition]);
    expect(definitions.get('permit', 1).version).toBe(1);
    expect(definitions.latest('permit').version).toBe(2);
    expect(() => definitions.get('permit', 3)).toThrow('no definition permit v3');
    expect(() => definitions.latest('unheard')).toThrow('no definition unheard');
  });

  it('does not boot with faults, and names them all at once', () => {
    const faulty = {
      ...definition,
      dues: {},
      events: { ...definition.events, deadlineFired: definition.events['noted'] },
    } as unknown as AnyDefinition;
    const faults = faultsOf(() => new Definitions([faulty, definition]));
    expect(faults.join('\n')).toContain('draftDue has no due date');
    expect(faults.join('\n')).toContain('the event name deadlineFired belongs to the log');
    expect(faults.join('\n')).toContain('permit v1 is registered twice');
  });
});

describe('the registry of effects', () => {
  const definitions = new Definitions([definition]);
  const inline = inlineTaskEffects(() => []);

  it('is complete when every effect has one handler', () => {
    const handlers = new EffectHandlers().register('sendLetter', handler).register('enterRegister', handler);
    expect(handlers.faults(definitions, inline)).toEqual([]);
  });

  it('names effects without a handler, handlers without an effect, and effects handled twice over', () => {
    const handlers = new EffectHandlers().register('flag', handler).register('sendLeter', handler);
    expect(handlers.faults(definitions, inline)).toEqual([
      'the effect sendLetter has no handler',
      'the effect enterRegister has no handler',
      'the handler sendLeter serves no effect',
      'the effect flag is handled both in the unit and from the outbox',
    ]);
    expect(() => handlers.register('flag', handler)).toThrow('two handlers');
  });
});

describe('identity', () => {
  it('is a uuid, the same for the same words and for no others', () => {
    expect(isUuid(idOf('permit', 'org', 'message'))).toBe(true);
    expect(idOf('a', 'bc')).toBe(idOf('a', 'bc'));
    expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
    expect(isUuid(newId())).toBe(true);
  });
});
