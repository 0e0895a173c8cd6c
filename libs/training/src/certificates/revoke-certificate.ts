import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Engine } from '#libs/engine';
import { z } from 'zod';
import { actorIdOf } from '../journeys/actor.js';
import { answerOf } from '../journeys/engine-answer.js';
import { institutesOf } from '../journeys/scope.js';
import { parseInput } from '../parse-input.js';
import { NO_CERTIFICATE, NOT_THE_ISSUER } from '../named-refusals.js';
import { conflict, done, type Result } from '../refusal.js';
import type { CertificateStore } from './certificate-store.port.js';
import { writtenSerial, type Certificate } from './certificate.js';

export const revocation = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

export interface RevokeDeps {
  engine: Pick<Engine, 'apply'>;
  certificates: CertificateStore;
}

/** Takes a certificate back; only the institute that issued it may. Said again, the first reason stands. */
export async function revokeCertificate(
  deps: RevokeDeps,
  caller: Caller,
  serial: string,
  body: unknown,
  messageId: string,
  now: Instant,
): Promise<Result<Certificate>> {
  const parsed = parseInput(revocation, body);
  if (!parsed.ok) return parsed;
  const certificate = await deps.certificates.bySerial(writtenSerial(serial));
  if (!certificate) return NO_CERTIFICATE;
  if (!institutesOf(caller).includes(certificate.orgId)) return NOT_THE_ISSUER;
  if (certificate.revokedAt) return ALREADY;
  const actor = { id: actorIdOf(caller), role: 'institute' };
  const outcome = answerOf(
    await deps.engine.apply({
      instanceId: certificate.instanceId,
      messageId,
      type: 'revoked',
      payload: parsed.value,
      actor,
    }),
  );
  if (!outcome.ok) return outcome;
  await deps.certificates.markRevoked(certificate.serial, now, parsed.value.reason);
  return done((await deps.certificates.bySerial(certificate.serial)) ?? certificate);
}

const ALREADY = conflict('certificate.already_revoked', {
  id: 'Sertifikat ini sudah dicabut.',
  en: 'This certificate is revoked already.',
});
