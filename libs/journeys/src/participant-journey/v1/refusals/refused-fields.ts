import type { Bilingual } from '#libs/calendar';
import type { JourneyEvent } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import { notInRemedial } from '../guards/assessment.predicates.js';
import type { PayloadOf } from '../participant-journey.events.js';
import type { RefusalCode } from './refusal-texts.js';
import { faultOfMove } from './verb.refusals.js';

const DAY = ['completedOn', 'heldOn'] as const;
const PROFILE_DAY = ['profile.assessedOn'] as const;

/** The field that a refusal is about: the first of these that the event has. */
const FIELDS: Partial<Record<RefusalCode, readonly string[]>> = {
  'profile.incomplete': ['profile.ratings'],
  'profile.too_early': PROFILE_DAY,
  'profile.in_future': PROFILE_DAY,
  'profile.reason_missing': ['reason', ...PROFILE_DAY],
  'retest.too_early': [...PROFILE_DAY, 'on'],
  'graduation.profile_incomplete': ['profile.ratings', 'decision'],
  'placement.has_gaps': ['directAssessment'],
  'course.unknown': ['course'],
  'course.stage_not_lms': ['stage'],
  'fact.in_future': DAY,
  'fact.too_early': DAY,
  'class.not_clustered': ['class'],
  'assignment.date': ['effectiveOn'],
  'session.not_unmet': ['competency'],
  'session.kind_not_role': ['kind'],
  'schedule.in_past': ['on'],
  'schedule.outside_window': ['on'],
  'receipt.date': ['receivedOn'],
  'reschedule.before_rule': ['due'],
  'reschedule.in_past': ['due'],
  'calendar.unknown': ['calendar'],
};

/** Where in the event a refusal has its ground, and what can be said beyond the code's own text. */
export interface Particulars {
  path?: string;
  because?: Bilingual;
}

export function particularsOf(
  code: RefusalCode,
  context: JourneyContext,
  { payload }: JourneyEvent,
): Particulars {
  if (code === 'cohort.dates') {
    const because = faultOfMove(context, payload as PayloadOf<'cohortRescheduled'>);
    return because ? { because } : {};
  }
  if (code === 'remedial.not_in_remedial')
    return foreignScore(context, payload as PayloadOf<'remedialCompleted'>);
  const field = FIELDS[code]?.find((one) => has(payload, one.split('.')));
  return field === undefined ? {} : { path: `payload.${field}` };
}

function foreignScore(context: JourneyContext, { scores }: PayloadOf<'remedialCompleted'>): Particulars {
  const [component = ''] = notInRemedial(context, scores);
  const open = context.remedialFor.join(', ');
  const because = {
    id: `Komponen ${component} tidak sedang dalam remedial; yang diremedial: ${open}.`,
    en: `The component ${component} is not in remedial; these are: ${open}.`,
  };
  return { path: `payload.scores.${component}`, because };
}

function has(value: unknown, [key, ...rest]: string[]): boolean {
  if (key === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && has((value as Record<string, unknown>)[key], rest);
}
