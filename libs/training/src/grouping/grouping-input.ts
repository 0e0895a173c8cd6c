import { z } from 'zod';

const name = z.string().trim().min(1).max(100);
const members = z.array(z.uuid()).min(1).max(10_000);
const reason = z.string().trim().min(3).max(1000);
const size = z.int().min(1).max(10_000);

export const coachingProposal = z.strictObject({ size: size.optional() });

// Groups are objects that tolerate more: a proposal may be sent back as it came, with what was only meant to be read.
const draft = z.object({ name, members: z.array(z.uuid()).max(10_000) });

export const moveQuestion = z.strictObject({
  groups: z.array(draft).min(1).max(1000),
  journeyId: z.uuid(),
  /** Its name. */
  toGroup: name,
  size: size.optional(),
});

export const coachingConfirmation = z.strictObject({
  groups: z
    .array(z.object({ name, coach: z.string().trim().min(1).max(100), members }))
    .min(1)
    .max(1000),
  /** Asked for where a group has more people than the policy allows. */
  reason: reason.optional(),
});
export type CoachingConfirmation = z.output<typeof coachingConfirmation>;

export const companionChange = (role: 'coach' | 'mentor') =>
  z.strictObject({ [role]: z.string().trim().min(1).max(100), reason });

export const classProposal = z.strictObject({ minimum: size.optional(), maximum: size.optional() });

const value = z.string().trim().min(1).max(100);

export const classConfirmation = z.strictObject({
  groups: z
    .array(z.object({ name, class: value.optional(), value: value.optional(), members }))
    .min(1)
    .max(1000),
  minimum: size.optional(),
  maximum: size.optional(),
  /** Asked for where people follow another class than their own cluster, where a class has too many, and where it has too few. */
  reason: reason.optional(),
});
export type ClassConfirmation = z.output<typeof classConfirmation>;
