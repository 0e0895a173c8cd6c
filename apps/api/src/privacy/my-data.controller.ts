import { Body, Controller, Get, Header, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf, withOffset } from '#libs/calendar';
import { retentionOn } from '#libs/knowledge';
import {
  askCorrection,
  askRestriction,
  auditLineView,
  CATEGORIES,
  CORRECTABLE,
  correctionInput,
  idsIn,
  masked,
  type NewRequest,
  restrictionInput,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { OwnJourneys } from './own-journeys.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';
import { fieldName, requestView } from './request-view.js';

const ZONE = 'Asia/Jakarta';
const MOST_READERS = 200;

/** What is held on oneself (UU 27/2022 Ps 5–13). */
@ApiTags('privacy')
@Controller('me/data')
@May('privacy.own')
export class MyDataController {
  constructor(
    @Inject(PRIVACY) private readonly parts: PrivacyParts,
    @Inject(TRAINING) private readonly training: TrainingParts,
    private readonly own: OwnJourneys,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'What is held on the caller by category, for what, on which ground and how long; who saw it and when; what was proposed by rule',
  })
  @ApiOkResponse()
  async held(@CurrentActor() caller: CurrentCaller) {
    const personId = personOf(caller);
    const { locale } = caller;
    const now = await this.training.clock.now();
    const { kept, version } = retentionOn(this.training.knowledge, localDateOf(now, ZONE));
    const counts = new Map((await this.parts.files.counts(personId)).map((one) => [one.section, one.count]));
    const [person] = await this.training.access.personsById([personId]);
    const requests = await this.parts.requests.ofPerson(personId);
    const seen = await this.parts.auditSearch.find(
      { orgs: null, inFullOf: [], subject: personId },
      { limit: MOST_READERS, after: null },
    );
    const journeys = await this.journeysOf(personId);
    const proposals = await Promise.all(journeys.map((id) => this.own.proposals(caller, id)));
    return {
      person: person && {
        ...{ name: person.name, nip: person.nip, birthDate: person.birthDate, sex: person.sex },
        ...{ email: person.email, phone: person.phone },
      },
      retentionVersion: version,
      categories: CATEGORIES.map((one) => ({
        key: one.key,
        name: one.name[locale],
        count: one.sections.reduce((sum, section) => sum + (counts.get(section) ?? 0), 0),
        purpose: one.purpose[locale],
        basis: one.basis[locale],
        kept: kept[one.kept],
        keptAfter: one.keptAfter[locale],
      })),
      seenBy: seen
        .filter(({ source, actor }) => source === 'audit' && actor.personId !== personId)
        .map((line) => auditLineView(line, locale, ZONE))
        .map(({ id, at, actionName, actor: { name, role, organisation } }) => ({
          ...{ id, at, actionName },
          by: { name, role, organisation },
        })),
      correctable: CORRECTABLE.map((field) => ({ field, name: fieldName(field, locale) })),
      requests: requests.map((one) => requestView(one, locale, now)),
      isRestricted: await this.parts.requests.isRestricted(personId),
      proposals: proposals.flat(),
    };
  }

  @Get('export')
  @Header('Content-Disposition', 'attachment; filename="data-saya.json"')
  @ApiOperation({
    summary: 'Everything that is held on the caller, to be read by a machine; nobody else is named in it',
  })
  @ApiOkResponse()
  async export(@CurrentActor() caller: CurrentCaller) {
    const personId = personOf(caller);
    const now = await this.training.clock.now();
    const { held, journeyIds } = await this.parts.files.of(personId);
    const journeys = await Promise.all(journeyIds.map((id) => this.own.whole(caller, id)));
    const [person] = await this.training.access.personsById([personId]);
    const everything = {
      format: 'titian.person.v1',
      exportedAt: withOffset(now, ZONE),
      personId,
      ...Object.fromEntries(held.map(({ section, rows }) => [section, rows])),
      journeys,
    };
    // As it will be read: dates within are text by now.
    const plain = JSON.parse(JSON.stringify(everything)) as typeof everything;
    const others = await this.parts.files.others(personId, idsIn(plain));
    await this.parts.audit.audit(caller, {
      action: 'export.ownData',
      object: { kind: 'person', id: personId },
      subject: personId,
    });
    const own = [person?.nip, person?.email].filter((one) => typeof one === 'string');
    return masked(plain, { ...others, own: [...own, ...oldOnes(held)] });
  }

  @Post('corrections')
  @ApiOperation({ summary: 'Ask for a correction: {field, value, reason}; answered within 3×24 hours' })
  @ApiBody(bodyOf(correctionInput))
  @ApiCreatedResponse()
  async correct(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const request = accepted(await askCorrection(await this.asking(), personOf(caller), body)).value;
    return this.asked(caller, request);
  }

  @Post('restriction')
  @ApiOperation({ summary: 'Ask that the own data be used no more than the duty needs: {reason}' })
  @ApiBody(bodyOf(restrictionInput))
  @ApiCreatedResponse()
  async restrict(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const request = accepted(await askRestriction(await this.asking(), personOf(caller), body)).value;
    return this.asked(caller, request);
  }

  private async asked(
    caller: CurrentCaller,
    { id, personId, kind, field, value, reason, askedAt, dueAt }: NewRequest,
  ) {
    const journeys = await this.training.enrolments.byJourney(
      (await this.journeysOf(personId))[0] ?? personId,
    );
    await this.parts.audit.audit(caller, {
      action: `${kind}.asked`,
      object: { kind: 'person', id: personId },
      subject: personId,
      org: journeys?.orgId ?? null,
      reason,
      after: field === null ? null : { [field]: value },
    });
    return { id, askedAt: withOffset(askedAt, ZONE), dueAt: withOffset(dueAt, ZONE) };
  }

  private async asking() {
    const now = await this.training.clock.now();
    const { answerWithin } = retentionOn(this.training.knowledge, localDateOf(now, ZONE));
    return { requests: this.parts.requests, newId: this.training.newId, answerWithin, now };
  }

  private async journeysOf(personId: string): Promise<string[]> {
    return (await this.parts.files.journeysOf(personId)).slice(0, 20);
  }
}

function personOf({ personId }: CurrentCaller): string {
  if (personId === null) throw problem('privacy.no_person', { kind: 'notFound', detail: NO_PERSON });
  return personId;
}

/** Addresses that uploads once gave of himself. */
function oldOnes(held: { section: string; rows: Record<string, unknown>[] }[]): string[] {
  const person = held.find(({ section }) => section === 'person');
  return (person?.rows ?? [])
    .flatMap(({ nip, email }) => [nip, email])
    .filter((one) => typeof one === 'string');
}

const NO_PERSON = {
  id: 'Akun ini tidak terhubung dengan seseorang: tidak ada data pribadi selain nama penggunanya.',
  en: 'This account belongs to no person: nothing personal is held but its user name.',
};
