import { assign, setup } from 'xstate';
import { z } from 'zod';
import type { Due } from '#libs/calendar';
import { delaysOf, type BaseContext, type Definition, type JourneyEvent } from './index.js';

/** A library loan: small, and with everything that the step has to cope with. */
export interface LoanContext extends BaseContext {
  dueOn: string;
  reminders: number;
  suspended: boolean;
}

const dueOn = (date: string): Due => ({
  at: `${date}T00:00:00.000Z`,
  on: date,
  why: { id: 'aturan', en: 'rule' },
});

const dues: Record<string, (context: LoanContext) => Due | null> = {
  returnDue: ({ dueOn: date }) => dueOn(date),
  'reminder.early': ({ reminders, dueOn: date }) =>
    reminders >= 2 ? null : dueOn(`${date.slice(0, 8)}0${reminders + 1}`),
};

export const loanMachine = setup({
  types: {} as { context: LoanContext; events: JourneyEvent; input: { dueOn: string; now: string } },
  delays: delaysOf(dues),
  actions: {
    notify: (_, _params: { message: string }) => {
      throw new Error('the engine performs effects');
    },
    countReminder: assign({ reminders: ({ context }) => context.reminders + 1 }),
    extend: assign({ dueOn: ({ event }) => String(event.payload['dueOn']) }),
    suspend: assign({ suspended: true }),
    resume: assign({ suspended: false }),
  },
  guards: { laterThanNow: ({ context, event }) => String(event.payload['dueOn']) > context.now.slice(0, 10) },
}).createMachine({
  id: 'loan',
  options: { maxIterations: 100 },
  context: ({ input }) => ({
    now: input?.now ?? '',
    dueOn: input?.dueOn ?? '',
    reminders: 0,
    suspended: false,
  }),
  initial: 'out',
  on: { lost: '.lost', suspended: { actions: 'suspend' }, resumed: { actions: 'resume' } },
  states: {
    out: {
      entry: { type: 'notify', params: { message: 'lent' } },
      after: {
        returnDue: 'overdue',
        'reminder.early': { actions: ['countReminder', { type: 'notify', params: { message: 'soon' } }] },
      },
      on: { extended: { guard: 'laterThanNow', actions: 'extend' }, returned: 'home' },
    },
    overdue: {
      on: { extended: { guard: 'laterThanNow', target: 'out', actions: 'extend' }, returned: 'home' },
    },
    lost: { on: { found: 'out' } },
    home: { type: 'final' },
  },
});

const everyone = ['reader'];

export const loan: Definition<LoanContext> = {
  key: 'loan',
  version: 1,
  machine: loanMachine,
  dues,
  input: z.object({ dueOn: z.iso.date() }),
  events: {
    extended: { payload: z.object({ dueOn: z.iso.date() }), roles: everyone },
    returned: { payload: z.object({}), roles: everyone },
    lost: { payload: z.object({}), roles: everyone },
    found: { payload: z.object({}), roles: everyone },
    suspended: { payload: z.object({}), roles: everyone, verb: true },
    resumed: { payload: z.object({}), roles: everyone, verb: true },
  },
  effects: { notify: z.object({ message: z.string() }) },
  refusalOf: (context, event) =>
    event.type === 'extended' && String(event.payload['dueOn']) > '2030'
      ? { code: 'loan.too_long', kind: 'invalid', detail: { id: 'terlalu lama', en: 'too long' } }
      : null,
  isSuspended: (context) => context.suspended,
  whileSuspended: { offered: ['lost'], folded: ['resumed', 'extended'] },
  nextOf: (_context, _state, [first]) => ({
    action: 'return',
    owner: 'reader',
    deadline: first?.name ?? null,
    due: first?.due ?? null,
  }),
};

export const from = (type: string, payload: Record<string, unknown> = {}): JourneyEvent => ({
  type,
  payload,
  actor: { id: 'reader-1', role: 'reader' },
});
