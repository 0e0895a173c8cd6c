import { SESSION_KINDS, STAGES } from '#libs/curriculum';
import { z } from 'zod';

/** As Indonesians write it, 07.30, or with a colon. */
const TIME_OF_DAY = /^([01]\d|2[0-3])[.:][0-5]\d$/;
const timeOfDay = z
  .string()
  .refine((text) => TIME_OF_DAY.test(text), { params: { code: 'not_time' } })
  .meta({ pattern: TIME_OF_DAY.source });

const name = z.string().trim().min(1).max(200);
const reason = z.string().trim().min(3).max(1000);

const audience = {
  course: z.string().trim().min(1).max(20).nullish(),
  stage: z.enum(STAGES).nullish(),
  class: z.string().trim().min(1).max(100).nullish(),
  group: z.string().trim().min(1).max(100).nullish(),
};

const arrangement = {
  title: name.nullish(),
  place: z
    .strictObject({
      room: name.nullish(),
      link: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .nullish(),
    })
    .nullish(),
  /** Somebody of the institute (id, account id or user name), or the name of anybody else. */
  trainer: z
    .strictObject({ person: z.string().trim().min(1).max(100).nullish(), name: name.nullish() })
    .nullish(),
  capacity: z.int().min(1).max(100_000).nullish(),
};

/** Date and times are those on the wall in the cohort's zone. */
export const sessionInput = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  ...audience,
  ...arrangement,
  date: z.iso.date(),
  start: timeOfDay,
  end: timeOfDay,
});
export type SessionInput = z.output<typeof sessionInput>;

const despiteClashes = { allowClashes: z.boolean().optional(), reason: reason.optional() };

/** Whoever lets clashes stand says why. */
const saysWhy = [
  ({ allowClashes, reason: why }: { allowClashes?: boolean | undefined; reason?: string | undefined }) =>
    !allowClashes || why !== undefined,
  { path: ['reason'], params: { code: 'required' } },
] as [(value: object) => boolean, { path: string[]; params: { code: string } }];

export const MOST_AT_ONCE = 500;

export const oneSession = sessionInput.extend(despiteClashes).refine(...saysWhy);
export const manySessions = z
  .strictObject({ sessions: z.array(sessionInput).min(1).max(MOST_AT_ONCE), ...despiteClashes })
  .refine(...saysWhy);
export const plannedSessions = z.union([oneSession, manySessions]);

export const sessionChange = z
  .strictObject({
    ...audience,
    ...arrangement,
    date: z.iso.date().optional(),
    start: timeOfDay.optional(),
    end: timeOfDay.optional(),
    expectedRevision: z.int().min(1).optional(),
    ...despiteClashes,
  })
  .refine(...saysWhy);
export type SessionChangeInput = z.output<typeof sessionChange>;

export const sessionCancellation = z.strictObject({ reason, expectedRevision: z.int().min(1).optional() });

/** Without sessions the cohort's timetable as it stands is checked. */
export const timetableCheck = z.strictObject({
  sessions: z.array(sessionInput).max(MOST_AT_ONCE).optional(),
  /** Sessions that these would take the place of. */
  insteadOf: z.array(z.uuid()).max(MOST_AT_ONCE).optional(),
});

export const attendanceSheet = z
  .array(
    z.strictObject({
      journeyId: z.uuid(),
      present: z.boolean(),
      note: z.string().trim().max(1000).nullish(),
    }),
  )
  .max(10_000);
export type AttendanceLine = z.output<typeof attendanceSheet>[number];
