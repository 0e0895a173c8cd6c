import { answerOf, api } from '../api/client.js';

export const ACTIONS = ['suspend', 'resume', 'reschedule', 'withdraw'] as const;
export type Action = (typeof ACTIONS)[number];

/** An order as it stands in the form. */
export interface Order {
  action: Action;
  deadline: string | null;
  /** By how many days each moves, or the day on which it is to fall. */
  by: 'shift' | 'due';
  days: string;
  due: string;
  cohort: string | null;
  state: string | null;
  status: 'live' | 'suspended' | 'incident' | null;
  overdue: boolean;
  q: string;
  /** Of those who match only these; null for all of them. */
  ids: readonly string[] | null;
}

export const NEW_ORDER: Order = {
  ...{ action: 'suspend', deadline: null, by: 'shift', days: '7', due: '' },
  ...{ cohort: null, state: null, status: null, overdue: false, q: '', ids: null },
};

/** People by what they are told apart by; nothing where nothing is chosen. */
export function filterOf({ cohort, state, status, overdue, q }: Order) {
  return {
    ...(cohort !== null && { cohort }),
    ...(state !== null && { state }),
    ...(status !== null && { status }),
    ...(overdue && { overdue }),
    ...(q.trim() !== '' && { q: q.trim() }),
  };
}

export const isFiltered = (order: Order) => Object.keys(filterOf(order)).length > 0;

export function isWhole({ action, deadline, by, days, due, ids, ...rest }: Order): boolean {
  const dated = by === 'due' ? due !== '' : /^-?[1-9]\d{0,3}$/.test(days);
  const named = ids === null ? isFiltered({ action, deadline, by, days, due, ids, ...rest }) : ids.length > 0;
  return named && (action !== 'reschedule' || (deadline !== null && dated));
}

function whatOf({ action, deadline, by, days, due }: Order) {
  if (action !== 'reschedule') return { action };
  const shift = `${days.startsWith('-') ? '-' : ''}P${days.replace('-', '')}D`;
  return { action, deadline: deadline ?? '', ...(by === 'due' ? { due } : { shift }) };
}

const whomOf = (order: Order) => (order.ids === null ? { filter: filterOf(order) } : { ids: [...order.ids] });

/** Asks what an order would do; nothing of the reason is written down. */
export async function previewOf(order: Order) {
  const answer = await answerOf(
    api.POST('/api/v1/bulk-operations', {
      body: { ...whatOf(order), ...whomOf(order), reason: '–', preview: true },
    }),
  );
  if (!('accepted' in answer)) throw new Error('a preview was asked for and an operation began');
  return answer;
}

export type Preview = Awaited<ReturnType<typeof previewOf>>;

/** Begins it; answers its id. */
export async function begin(order: Order, reason: string): Promise<string> {
  const answer = await answerOf(
    api.POST('/api/v1/bulk-operations', {
      body: { ...whatOf(order), ...whomOf(order), reason, preview: false },
    }),
  );
  if ('accepted' in answer) throw new Error('an operation was to begin and a preview came');
  return answer.id;
}
