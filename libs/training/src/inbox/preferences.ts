import { localDateOf, ZONES, type Instant, type Language, type Zone } from '#libs/calendar';
import { MAIL_MODES, remindersOn, type Knowledge, type MailMode, type QuietHours } from '#libs/knowledge';
import { z } from 'zod';
import { parseInput } from '../parse-input.js';
import { done, type Result } from '../refusal.js';
import type { OwnPreferences, PreferenceStore, StoredPreferences } from './preferences.port.js';

export interface PreferenceDeps {
  preferences: PreferenceStore;
  knowledge: Pick<Knowledge, 'reminders'>;
}

/** What holds for a person: his own where he has set it, else the default. */
export interface Preferences {
  language: Language;
  mail: MailMode;
  digestAt: string;
  quietHours: QuietHours | null;
  zone: Zone;
  /** Names of the fields that he has set himself. */
  own: (keyof OwnPreferences)[];
  reachable: boolean;
}

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A field set to null follows the default again; `quietHours: false` is none at all. */
export const preferencesInput = z.strictObject({
  language: z.enum(['id', 'en']).nullable().optional(),
  mail: z.enum(MAIL_MODES).nullable().optional(),
  digestAt: timeOfDay.nullable().optional(),
  quietHours: z
    .union([z.strictObject({ from: timeOfDay, until: timeOfDay }), z.literal(false)])
    .nullable()
    .optional(),
  zone: z.enum(ZONES).nullable().optional(),
});

export async function preferencesOf(
  { preferences, knowledge }: PreferenceDeps,
  recipient: string,
  now: Instant,
): Promise<Preferences> {
  return inForce(await preferences.of(recipient), knowledge, now);
}

/** Changes the fields that are named and leaves the others. */
export async function changePreferences(
  deps: PreferenceDeps,
  recipient: string,
  body: unknown,
  now: Instant,
): Promise<Result<Preferences>> {
  const parsed = parseInput(preferencesInput, body);
  if (!parsed.ok) return parsed;
  const { own } = await deps.preferences.of(recipient);
  await deps.preferences.save(recipient, changed(own, parsed.value));
  return done(await preferencesOf(deps, recipient, now));
}

function changed(own: OwnPreferences, change: z.output<typeof preferencesInput>): OwnPreferences {
  const { quietHours, ...plain } = change;
  const quiet = quietHours === false ? { quietHours: null } : quietHours ? { quietHours } : {};
  const kept = Object.entries(own).filter(([key]) => change[key as keyof typeof change] === undefined);
  const set = Object.entries(plain).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries([...kept, ...set]), ...quiet };
}

/** The defaults of the day with a person's own over them. */
export function inForce(
  { own, homeZone, reachable }: StoredPreferences,
  knowledge: Pick<Knowledge, 'reminders'>,
  now: Instant,
): Preferences {
  const { language, mode, digestAt, quietHours } = remindersOn(
    knowledge,
    localDateOf(now, 'Asia/Jakarta'),
  ).mail;
  return {
    ...{ language, mail: mode, digestAt, quietHours, zone: homeZone, ...own },
    own: Object.keys(own) as (keyof OwnPreferences)[],
    reachable,
  };
}
