import { assign, setup } from 'xstate';
import { delaysOf, type Definition, type JourneyEvent } from '#libs/statechart';
import { permitDues, type PermitContext } from './permit.dues.js';
import { permitEffects, permitEvents, permitInput } from './permit.events.js';

interface PermitInput {
  site: string;
  startsOn: string;
  now: string;
}

const performed = (): never => {
  throw new Error('the engine performs effects');
};
const text = (event: JourneyEvent, field: string): string => String(event.payload[field]);

const machine = setup({
  types: {} as { context: PermitContext; events: JourneyEvent; input: PermitInput },
  delays: delaysOf(permitDues),
  actions: {
    openTask: performed as (
      _: unknown,
      params: { kind: string; role: string; key: string; due: string | null },
    ) => void,
    closeTasks: performed as (_: unknown, params: { kinds?: string[]; keys?: string[] }) => void,
    flag: performed as (_: unknown, params: { code: string; params: Record<string, unknown> }) => void,
    sendLetter: performed as (_: unknown, params: { about: string }) => void,
    enterRegister: performed as (_: unknown, params: { validFrom: string }) => void,
    note: assign({ notes: ({ context }) => context.notes + 1 }),
    remind: assign({
      reminders: ({ context }) => context.reminders + 1,
      remindedOn: ({ context }) => permitDues['draftDue']?.(context)?.on ?? context.startsOn,
      moved: {},
    }),
    nudge: assign({ nudged: true }),
    submit: assign({ submittedOn: ({ event }) => text(event, 'on'), nudged: false, moved: {} }),
    approve: assign({ approvedOn: ({ event }) => text(event, 'on') }),
    break: assign(() => {
      throw new Error('the site fell into the sea');
    }),
    suspend: assign({ suspended: true }),
    resume: assign({ suspended: false }),
    move: assign({
      moved: ({ context, event }) => ({
        ...context.moved,
        [text(event, 'deadline')]: text(event, 'due').slice(0, 10),
      }),
    }),
  },
  guards: {
    fewReminders: ({ context }) => context.reminders < 3,
    notBroken: ({ event }) => {
      if (event.payload['how'] === 'guard') throw new Error('the guard fell asleep');
      return true;
    },
  },
}).createMachine({
  id: 'permit',
  options: { maxIterations: 100 },
  context: ({ input }) => ({
    now: input?.now ?? '',
    site: input?.site ?? '',
    startsOn: input?.startsOn ?? '2026-01-01',
    submittedOn: null,
    approvedOn: null,
    reminders: 0,
    remindedOn: null,
    nudged: false,
    notes: 0,
    suspended: false,
    moved: {},
  }),
  initial: 'drafting',
  on: {
    noted: { actions: 'note' },
    broke: { guard: 'notBroken', actions: 'break' },
    cancelled: '.cancelled',
    suspended: { actions: 'suspend' },
    resumed: { actions: 'resume' },
    rescheduled: { actions: 'move' },
  },
  states: {
    drafting: {
      entry: {
        type: 'openTask',
        params: { kind: 'draftPermit', role: 'applicant', key: 'draft', due: 'draftDue' },
      },
      exit: { type: 'closeTasks', params: { kinds: ['draftPermit'] } },
      on: { submitted: { target: 'reviewing', actions: 'submit' } },
      after: {
        draftDue: [
          {
            guard: 'fewReminders',
            actions: ['remind', { type: 'flag', params: { code: 'late', params: {} } }],
          },
          { target: 'lapsed' },
        ],
      },
    },
    reviewing: {
      entry: {
        type: 'openTask',
        params: { kind: 'reviewPermit', role: 'clerk', key: 'review', due: 'reviewDue' },
      },
      exit: { type: 'closeTasks', params: { keys: ['review'] } },
      on: {
        returned: 'drafting',
        submitted: { target: 'reviewing', reenter: true, actions: 'submit' },
        approved: { target: 'valid', actions: 'approve' },
      },
      after: {
        'review.nudge': { actions: ['nudge', { type: 'sendLetter', params: { about: 'nudge' } }] },
        reviewDue: { target: 'lapsed', actions: { type: 'sendLetter', params: { about: 'lapsed' } } },
      },
    },
    valid: {
      entry: [
        { type: 'sendLetter', params: { about: 'approved' } },
        {
          type: 'enterRegister',
          params: ({ context }: { context: PermitContext }) => ({ validFrom: context.approvedOn ?? '' }),
        },
      ],
      after: { validUntil: 'lapsed' },
    },
    lapsed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** A building permit, version 1. */
export const permit: Definition<PermitContext> = {
  key: 'permit',
  version: 1,
  machine,
  dues: permitDues,
  input: permitInput,
  events: permitEvents,
  effects: permitEffects,
  refusalOf: (context, event) =>
    event.type === 'approved' && String(event.payload['on']) > context.now.slice(0, 10)
      ? { code: 'permit.in_future', kind: 'invalid', detail: { id: 'tanggal di depan', en: 'in the future' } }
      : null,
  isSuspended: (context) => context.suspended,
  whileSuspended: { offered: ['cancelled'], folded: ['resumed', 'rescheduled', 'noted'] },
  nextOf: (_context, [state], [first]) => ({
    action: state ?? 'none',
    owner: state === 'drafting' ? 'applicant' : 'clerk',
    deadline: first?.name ?? null,
    due: first?.due ?? null,
  }),
  tallyOf: ({ reminders }, [state]) => ({ state: state ?? '', late: state === 'drafting' && reminders > 0 }),
};
