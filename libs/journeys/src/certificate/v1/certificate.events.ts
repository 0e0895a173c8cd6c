import { z } from 'zod';

const issuers = ['institute', 'centre', 'lan'] as const;

export const certificateEvents = {
  revoked: { payload: z.strictObject({ reason: z.string().trim().min(1) }), roles: issuers },
  /** `by` is the serial of the certificate that takes its place. */
  reissued: { payload: z.strictObject({ by: z.string().min(1) }), roles: [...issuers, 'system'] },
} as const;

export const certificateInput = z.strictObject({
  serial: z.string().min(1),
  kind: z.enum(['completion', 'competency', 'participation']),
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  /** Last valid day; null for certificates that never expire. */
  validUntil: z.iso.date().nullable(),
  versions: z.strictObject({ policy: z.string() }),
});

export type CertificateInput = z.infer<typeof certificateInput>;
