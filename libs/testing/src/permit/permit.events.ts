import { z } from 'zod';

const date = z.iso.date();
const reason = z.object({ reason: z.string() });
const clerk = ['clerk'] as const;
const anyone = ['clerk', 'applicant'] as const;

/** Events of a building permit: what an engine must cope with, and nothing of training. */
export const permitEvents = {
  noted: { payload: z.object({ text: z.string() }), roles: anyone },
  submitted: { payload: z.object({ on: date }), roles: anyone },
  returned: { payload: reason, roles: clerk },
  approved: { payload: z.object({ on: date }), roles: clerk },
  cancelled: { payload: reason, roles: anyone },
  /** Throws in an assign, as a bug of a definition would. */
  broke: { payload: z.object({ how: z.enum(['assign', 'guard']) }), roles: anyone },
  suspended: { payload: reason, roles: clerk, verb: true },
  resumed: { payload: reason, roles: clerk, verb: true },
  rescheduled: {
    payload: reason.extend({ deadline: z.string(), due: z.string() }),
    roles: clerk,
    verb: true,
  },
} as const;

export const permitEffects = {
  openTask: z.object({ kind: z.string(), role: z.string(), key: z.string(), due: z.string().nullable() }),
  closeTasks: z.object({ kinds: z.array(z.string()).optional(), keys: z.array(z.string()).optional() }),
  flag: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
  sendLetter: z.object({ about: z.string() }),
  enterRegister: z.object({ validFrom: z.string() }),
} as const;

export const permitInput = z.object({ site: z.string(), startsOn: date });

/** Events that complete a kind of task. */
export function permitTaskEvents(kind: string): string[] {
  return { draftPermit: ['submitted'], reviewPermit: ['approved', 'returned'] }[kind] ?? [];
}
