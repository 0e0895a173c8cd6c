import { addPeriod, isPeriod } from '#libs/calendar';
import { PATHWAYS } from '#libs/curriculum';
import { z } from 'zod';

/** A thousand journeys of a cohort, ten cohorts: more than that is asked for in parts. */
export const MOST_JOURNEYS = 10_000;

const reasonText = z.string().trim().min(1).max(1000);

/** Journeys by what `GET /journeys` tells them apart by, and by where they stand. */
const filter = z
  .strictObject({
    cohort: z.uuid().optional(),
    state: z.string().min(1).max(100).optional(),
    pathway: z.enum(PATHWAYS).optional(),
    agency: z.string().min(1).max(40).optional(),
    overdue: z.boolean().optional(),
    q: z.string().min(1).max(100).optional(),
    status: z.enum(['live', 'suspended', 'incident']).optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    params: { code: 'required' },
  });

const common = {
  filter: filter.optional(),
  ids: z.array(z.uuid()).min(1).max(MOST_JOURNEYS).optional(),
  reason: reasonText,
  /** Says what would change and writes nothing. */
  preview: z.boolean().default(false),
};

/** Days, weeks, months, years; with a minus towards the past. Years beyond a working life are a slip. */
const shift = z.string().refine(isShift, { params: { code: 'not_period' } });

function isShift(text: string): boolean {
  const period = text.replace(/^-/, '');
  if (!isPeriod(period)) return false;
  try {
    return addPeriod('2000-01-01', period) < '2040-01-01';
  } catch {
    return false;
  }
}

const EXACTLY_ONE = { code: 'exactly_one_of' };
const oneOf = (...values: unknown[]) => values.filter((value) => value !== undefined).length === 1;

const orders = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('suspend'), ...common }),
  z.strictObject({ action: z.literal('resume'), ...common }),
  z.strictObject({
    action: z.literal('reschedule'),
    ...common,
    deadline: z.string().min(1).max(100),
    /** The new date, or by how much later (`P7D`) or earlier (`-P7D`) than each stands now. */
    due: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
    shift: shift.optional(),
  }),
  z.strictObject({ action: z.literal('withdraw'), ...common }),
  z.strictObject({
    action: z.literal('event'),
    ...common,
    event: z.strictObject({
      type: z.string().min(1).max(100),
      payload: z.record(z.string(), z.unknown()).default({}),
    }),
  }),
]);

export const bulkInput = orders.superRefine((order, context) => {
  const fault = (field: string, choices: string) =>
    context.addIssue({ code: 'custom', path: [field], params: { ...EXACTLY_ONE, choices } });
  if (!oneOf(order.filter, order.ids)) fault('ids', 'filter, ids');
  if (order.action === 'reschedule' && !oneOf(order.due, order.shift)) fault('due', 'due, shift');
});

export type BulkInput = z.output<typeof bulkInput>;

type Ordered<One> = One extends unknown ? Omit<One, keyof typeof common> : never;

/** What is to be done to each journey, without to which and why. */
export type BulkOrder = Ordered<BulkInput>;

export function orderOf({ filter: _f, ids: _i, reason: _r, preview: _p, ...order }: BulkInput): BulkOrder {
  return order;
}
