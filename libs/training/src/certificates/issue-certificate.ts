import { localDateOf, type Zone } from '#libs/calendar';
import type { Engine, OutboxEffect } from '#libs/engine';
import type { ParamsOf } from '#libs/journeys';
import type { EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { CertificateStore } from './certificate-store.port.js';
import type { Certificate } from './certificate.js';

export interface IssueCertificateDeps {
  engine: Pick<Engine, 'start'>;
  certificates: CertificateStore;
  enrolments: EnrolmentStore;
  cohortOf: (id: string) => Promise<{ zone: Zone; versions: { policy: string } } | null>;
  orgCodeOf: (orgId: string) => Promise<string>;
  newId: () => string;
}

/** Issues what a journey asked for and starts the certificate's own course in time; a repeat finds both done. */
export async function issueCertificate(
  deps: IssueCertificateDeps,
  effect: OutboxEffect,
  params: ParamsOf<'issueCertificate'>,
): Promise<Certificate> {
  const enrolment = await deps.enrolments.byJourney(effect.instanceId);
  const cohort = enrolment && (await deps.cohortOf(enrolment.cohortId));
  if (!enrolment || !cohort) throw new Error(`journey ${effect.instanceId} has no enrolment to certify`);
  const issuedOn = localDateOf(effect.at, cohort.zone);
  const certificate = await deps.certificates.issue({
    orgId: effect.orgId,
    orgCode: await deps.orgCodeOf(effect.orgId),
    year: Number(issuedOn.slice(0, 4)),
    kind: params.kind,
    ground: groundOf(effect, params, enrolment.personId),
    journeyId: effect.instanceId,
    instanceId: deps.newId(),
    personId: enrolment.personId,
    programme: params.programme,
    level: params.level,
    issuedOn,
    assessedOn: params.assessedOn,
    validUntil: params.validUntil,
    legalBasis: params.legalBasis,
    createdAt: effect.at,
  });
  await startCourse(deps, effect, certificate, cohort.zone, cohort.versions.policy, enrolment.agencyOrgId);
  return certificate;
}

/** Participation is recognised once per person and programme, whatever the number of journeys; the others once per journey. */
export function groundOf(
  effect: Pick<OutboxEffect, 'instanceId'>,
  params: ParamsOf<'issueCertificate'>,
  personId: string,
): string {
  const once =
    params.oncePer === 'programme'
      ? `person:${personId}:${params.programme ?? 'none'}`
      : `journey:${effect.instanceId}:${params.ground}`;
  return `${params.kind}:${once}`;
}

async function startCourse(
  deps: IssueCertificateDeps,
  effect: OutboxEffect,
  certificate: Certificate,
  zone: Zone,
  policy: string,
  agencyOrgId: string,
): Promise<void> {
  const outcome = await deps.engine.start({
    definition: 'certificate',
    org: certificate.orgId,
    instanceId: certificate.instanceId,
    messageId: `certificate:${certificate.serial}`,
    input: {
      serial: certificate.serial,
      kind: certificate.kind,
      zone,
      validUntil: certificate.validUntil,
      versions: { policy },
    },
    actor: { id: effect.actor.id, role: 'system' },
    personId: certificate.personId,
    parties: [
      { org: certificate.orgId, role: 'institute' },
      { org: agencyOrgId, role: 'agency' },
      { org: agencyOrgId, person: certificate.personId, role: 'participant' },
    ],
  });
  if (!outcome.ok)
    throw new Error(
      `certificate ${certificate.serial} could not start: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.errors ?? [])}`,
    );
}
