import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { concerns } from '#libs/access';
import { localDateOf, withOffset } from '#libs/calendar';
import { institutesOf, isModel, nipShown, scopeOf, validityOn } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { CohortAccess } from './cohort-access.js';
import { certificateKindName } from './certificate-words.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** What was issued to the people of a cohort. */
@ApiTags('certificates')
@Controller('cohorts/:id/certificates')
export class CohortCertificatesController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Get()
  @May('cohort.certificates')
  @ApiOperation({
    summary: 'The certificates of a cohort, as far as the caller sees its people; newest first',
  })
  @ApiOkResponse()
  async of(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.toSee(caller, id);
    const { certificates, journeys, access, lookup, clock } = this.parts;
    const issued = (await certificates.ofCohort(cohort.id)).reverse();
    const seen = await journeys.listedIn(cohort.id, scopeOf(caller));
    const visible = issued.filter(({ journeyId }) => seen.has(journeyId));
    for (const { personId, journeyId: id } of visible)
      concerns({ personId, org: cohort.orgId, kind: 'journey', id });
    const people = await access.personsById([...new Set(visible.map(({ personId }) => personId))]);
    const names = new Map(people.map((person) => [person.id, person]));
    const today = localDateOf(await clock.now(), cohort.zone);
    const { certificateExpiringSoon } = lookup.policy(cohort.versions.policy).journey;
    return {
      mayRevoke: institutesOf(caller).includes(cohort.orgId),
      items: visible.map((certificate) => ({
        serial: certificate.serial,
        kind: certificate.kind,
        kindName: certificateKindName(certificate.kind)[caller.locale],
        status: validityOn(certificate, today, certificateExpiringSoon),
        journeyId: certificate.journeyId,
        participant: {
          id: certificate.personId,
          name: names.get(certificate.personId)?.name ?? null,
          nip: nipShown(caller, {
            nip: names.get(certificate.personId)?.nip ?? null,
            personId: certificate.personId,
            orgId: cohort.orgId,
          }),
        },
        level: certificate.kind === 'participation' ? null : certificate.level,
        model: isModel(certificate),
        issuedOn: certificate.issuedOn,
        validUntil: certificate.validUntil,
        revokedAt: certificate.revokedAt && withOffset(certificate.revokedAt, cohort.zone),
        revokeReason: certificate.revokeReason,
      })),
    };
  }
}
