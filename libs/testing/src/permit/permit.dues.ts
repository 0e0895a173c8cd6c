import { addDays, type Due } from '#libs/calendar';
import type { BaseContext } from '#libs/statechart';

export interface PermitContext extends BaseContext {
  site: string;
  startsOn: string;
  submittedOn: string | null;
  approvedOn: string | null;
  reminders: number;
  /** Day of the last reminder: an anchor, so its own due day, not the day on which it was processed. */
  remindedOn: string | null;
  nudged: boolean;
  notes: number;
  suspended: boolean;
  moved: Record<string, string>;
}

const REMINDER_DAYS = 7;
const NUDGE_DAYS = 3;
const REVIEW_DAYS = 14;
const VALID_DAYS = 365;

/** When each deadline falls due, from anchors alone. */
export const permitDues: Record<string, (context: PermitContext) => Due | null> = {
  draftDue: (context) =>
    moved(context, 'draftDue', addDays(context.remindedOn ?? context.startsOn, REMINDER_DAYS)),
  'review.nudge': ({ submittedOn, nudged }) =>
    submittedOn === null || nudged ? null : dueOn(addDays(submittedOn, NUDGE_DAYS), 'nudge'),
  reviewDue: (context) => {
    const { submittedOn } = context;
    return submittedOn === null ? null : moved(context, 'reviewDue', addDays(submittedOn, REVIEW_DAYS));
  },
  validUntil: ({ approvedOn }) =>
    approvedOn === null ? null : dueOn(addDays(approvedOn, VALID_DAYS), 'validity'),
};

function moved(context: PermitContext, name: string, reckoned: string): Due {
  return dueOn(context.moved[name] ?? reckoned, name in context.moved ? 'moved' : name);
}

function dueOn(on: string, why: string): Due {
  return { at: `${on}T00:00:00.000Z`, on, why: { id: `karena ${why}`, en: `because of ${why}` } };
}
