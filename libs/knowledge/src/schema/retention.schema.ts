import { z } from 'zod';
import type { RetentionPolicy } from '../retention-policy.js';
import { head, period, setting } from './parts.schema.js';

const hours = z.string().regex(/^PT[1-9]\d{0,3}H$/, 'not a number of hours such as PT72H');

export const retentionFile = z
  .strictObject({
    ...head,
    kept: z.strictObject({
      participant: setting(period),
      officialNames: setting(period),
      imports: setting(period),
      audit: setting(period),
      requests: setting(period),
    }),
    answerWithin: setting(hours),
  })
  .transform((file): RetentionPolicy => file);

export type RetentionFile = z.output<typeof retentionFile>;
