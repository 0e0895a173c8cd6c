import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '#libs/calendar';
import {
  isModel,
  revocation,
  revokeCertificate,
  scopeOf,
  writtenSerial,
  type Certificate,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TRAINING, type TrainingParts } from './training-parts.js';
import { Verifier } from './verifier.js';

@ApiTags('certificates')
@Controller('certificates')
export class CertificatesController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly verifier: Verifier,
  ) {}

  @Get(':serial')
  @May('certificate.read')
  @ApiOperation({ summary: 'A certificate of a journey that the caller may see' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('serial') serial: string) {
    return this.view(await this.toSee(caller, serial), caller);
  }

  @Post(':serial/revoke')
  @May('certificate.revoke')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a certificate back, with the reason' })
  @ApiBody(bodyOf(revocation))
  @ApiOkResponse()
  async revoke(
    @CurrentActor() caller: CurrentCaller,
    @Param('serial') serial: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    await this.toSee(caller, serial);
    const now = await this.parts.clock.now();
    return this.view(
      accepted(await revokeCertificate(this.parts, caller, serial, body, key, now)).value,
      caller,
    );
  }

  private async toSee(caller: CurrentCaller, serial: string): Promise<Certificate> {
    const certificate = await this.parts.certificates.bySerial(writtenSerial(serial));
    const scope = scopeOf(caller, 'certificate.read');
    const visible = certificate && (await this.parts.journeys.shows(scope, certificate.journeyId));
    if (!visible) throw problem('certificate.not_found', { kind: 'notFound', detail: UNKNOWN });
    return certificate;
  }

  private async view(certificate: Certificate, { locale }: CurrentCaller) {
    const { note, ...shown } = await this.verifier.verify(certificate.serial);
    const { revokedAt, revokeReason, createdAt, journeyId, personId } = certificate;
    return {
      ...shown,
      ...(note && { note: note[locale] }),
      journeyId,
      participantId: personId,
      level: certificate.level,
      model: isModel(certificate),
      legalBasis: certificate.legalBasis,
      issuedAt: withOffset(createdAt, 'Asia/Jakarta'),
      ...(revokedAt && { revokedAt: withOffset(revokedAt, 'Asia/Jakarta'), revokeReason }),
    };
  }
}

const UNKNOWN = {
  id: 'Tidak ada sertifikat dengan nomor ini yang boleh Anda lihat.',
  en: 'There is no certificate with this serial that you may see.',
};
