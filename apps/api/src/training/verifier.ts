import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#libs/calendar';
import { currentAt } from '#libs/knowledge';
import { SYSTEM_SCOPE, verification, writtenSerial, type Verification } from '#libs/training';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Says of any serial what anybody may know. */
@Injectable()
export class Verifier {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  async verify(text: string): Promise<Verification> {
    const { restrictions, certificates, access, enrolments, cohorts, lookup, knowledge, clock } = this.parts;
    const serial = writtenSerial(text);
    const now = await clock.now();
    const certificate = await certificates.bySerial(serial);
    const enrolment = certificate && (await enrolments.byJourney(certificate.journeyId));
    const cohort = enrolment && (await cohorts.byId(enrolment.cohortId, SYSTEM_SCOPE));
    const zone = cohort?.zone ?? 'Asia/Jakarta';
    const policy = lookup.policy(
      cohort?.versions.policy ?? currentAt(knowledge, localDateOf(now, zone)).policy,
    );
    const [person] = certificate ? await access.personsById([certificate.personId]) : [];
    const isRestricted = certificate !== null && (await restrictions.isRestricted(certificate.personId));
    const [issuer] = certificate ? await access.organisationsById([certificate.orgId]) : [];
    return verification({
      serial,
      certificate,
      name: isRestricted ? null : (person?.name ?? null),
      issuer: issuer ?? null,
      today: localDateOf(now, zone),
      expiringSoon: policy.journey.certificateExpiringSoon,
    });
  }
}
