import { z } from 'zod';
import { ACCREDITATION_CATEGORIES, MEMBERSHIP_ROLES, ORGANISATION_KINDS } from '#libs/access';
import { ZONES } from '#libs/calendar';

const instant = z.iso.datetime({ offset: true });
const origin = { source: z.string().min(1), validFrom: z.iso.date() };

const organisation = z.strictObject({
  code: z.string().min(1),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string().min(1),
  zone: z.enum(ZONES),
  /** The code of the agency whose unit it is. */
  unitOf: z.string().optional(),
  /** A centre's, as BKN gave them. */
  accreditations: z
    .array(
      z.strictObject({
        category: z.enum(ACCREDITATION_CATEGORIES),
        number: z.string().min(1),
        validFrom: z.iso.date(),
        validUntil: z.iso.date(),
      }),
    )
    .optional(),
});

const person = z.strictObject({
  name: z.string().min(1),
  nip: z.string().regex(/^\d{18}$/),
  sex: z.enum(['male', 'female']),
  birthDate: z.iso.date(),
  email: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
});

const account = z.strictObject({
  username: z.string().min(1),
  person: person.optional(),
  memberships: z.array(z.strictObject({ orgCode: z.string(), role: z.enum(MEMBERSHIP_ROLES) })).min(1),
});

/** `config/sandbox/sandbox.yaml`. */
export const worldSchema = z.strictObject({
  ...origin,
  clock: z.strictObject({ begins: instant, stands: instant }),
  password: z.string().min(8),
  organisations: z.array(organisation).min(1),
  accounts: z.array(account).min(1),
});

const when = {
  /** Marks the step as done; never change it once released. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  at: instant,
  /** An account's user name; `participant` for what people do themselves. */
  as: z.string().min(1),
};

/** Names of files beside this one. */
const sheet = z.string().regex(/^[\w.-]+\.(csv|xlsx)$/);

const step = z.union([
  z.strictObject({ ...when, cohort: z.record(z.string(), z.unknown()) }),
  z.strictObject({ ...when, roster: sheet }),
  z.strictObject({ ...when, profiles: sheet }),
  z.strictObject({
    ...when,
    event: z.strictObject({
      type: z.string(),
      /** A text `@name` stands for the person of that account. */
      payload: z.record(z.string(), z.unknown()),
      /** NIPs; everybody of the cohort when left out. */
      people: z.array(z.string()).optional(),
    }),
  }),
]);

/** `config/sandbox/cohorts/<name>.yaml`: what was done for one cohort, in order, each at its time. */
export const cohortStorySchema = z.strictObject({ ...origin, steps: z.array(step).min(1) });

export type SandboxWorld = z.output<typeof worldSchema>;
export type SandboxStep = z.output<typeof step>;
export type SandboxAccount = z.output<typeof account>;
