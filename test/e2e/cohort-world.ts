import { moveClock, PublicApi, text, type Answer, type Json } from './public-api.js';
import { type DeliveryUnderTest, sandboxServer, type SandboxServer } from './sandbox-server.js';

export const ACCOUNTS = [
  ...(['lan', 'lembaga', 'pimpinan', 'lembaga2', 'asesor', 'penguji', 'coach', 'coach2'] as const),
  ...(['mentor', 'instansi', 'peserta', 'lms'] as const),
];
export type Account = (typeof ACCOUNTS)[number];

/** Levels of M1 to M8: all of one level but those named. */
export type Levels = Record<string, number>;
export function levels(all: number, but: Levels = {}): Levels {
  return { ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`M${String(n)}`, all])), ...but };
}

export function profileOf(of: Levels, assessedOn: string) {
  return {
    ratings: Object.entries(of).map(([competency, level]) => ({ competency, level })),
    ...{ assessedOn, method: 'assessmentCentre', centre: 'PAC-01', accredited: true },
    ...{ standardLevel: 3, purpose: 'mapping' },
  };
}

/** The dates of every cohort of a story; its days are told apart by the cohorts' pathways only. */
export const DATES = {
  zone: 'Asia/Jakarta',
  startsOn: '2026-03-02',
  endsOn: '2026-04-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-20' },
    { stage: 'eLearning', from: '2026-03-24', to: '2026-04-03' },
    { stage: 'classical', from: '2026-04-13', to: '2026-04-24' },
  ],
};

const HEADINGS =
  'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry,targetPostLevel,participationCertificate';

type Person = Partial<
  Record<
    | 'nip'
    | 'name'
    | 'entry'
    | 'post'
    | 'postLevel'
    | 'targetPostLevel'
    | 'participationCertificate'
    | 'birthDate',
    string
  >
>;

/** The sandbox as a world with cohorts of our own, through HTTP and nothing else. */
export class CohortWorld {
  private serial = 700;

  private constructor(
    private readonly server: SandboxServer,
    readonly as: Record<Account, PublicApi>,
  ) {}

  static async begin(delivery?: DeliveryUnderTest): Promise<CohortWorld> {
    const server = await sandboxServer(delivery);
    const apis = await Promise.all(ACCOUNTS.map((name) => PublicApi.signIn(server.address, name)));
    const as = Object.fromEntries(ACCOUNTS.map((name, index) => [name, apis[index]])) as Record<
      Account,
      PublicApi
    >;
    return new CohortWorld(server, as);
  }

  get address(): string {
    return this.server.address;
  }

  get connectionString(): string {
    return this.server.connectionString;
  }

  end(): Promise<void> {
    return this.server.stop();
  }

  async opens(more: object): Promise<string> {
    const body = { programme: 'PKA', assessmentOption: 'separate', name: 'PKA cerita', ...DATES, ...more };
    return text((await this.as.lembaga.expect(201, this.as.lembaga.post('/cohorts', body)))['id']);
  }

  async enrols(cohort: string, people: Person[]): Promise<string[]> {
    const rows = people.map((person) => this.row(person));
    const file = [HEADINGS, ...rows].join('\n');
    const answer = await this.as.lembaga.expect(
      200,
      this.as.lembaga.upload(`/cohorts/${cohort}/roster`, file),
    );
    if (Number(answer['accepted']) !== people.length) throw new Error(JSON.stringify(answer));
    return (answer['enrolled'] as unknown as { journeyId: string }[]).map(({ journeyId }) => journeyId);
  }

  private row(person: Person): string {
    const serial = String((this.serial += 1));
    const fields: Record<string, string> = {
      ...{
        nip: `198501012010011${serial}`,
        name: `Contoh Cerita ${serial}`,
        birthDate: '1985-01-01',
        sex: 'L',
      },
      ...{ email: `c${serial}@ins-01.example`, agencyCode: 'INS-01', unit: 'Biro', post: 'Kepala Bagian' },
      ...{ postLevel: 'administrator', rank: 'III/d', entry: 'incumbent' },
      ...person,
    };
    return HEADINGS.split(',')
      .map((name) => fields[name] ?? '')
      .join(',');
  }

  send(who: Account, journey: string, type: string, payload: object = {}): Promise<Answer> {
    return this.as[who].post(`/journeys/${journey}/events`, { type, payload });
  }

  async sent(who: Account, journey: string, type: string, payload: object = {}): Promise<string[]> {
    const answer = await this.as[who].expect(200, this.send(who, journey, type, payload));
    return answer['state'] as unknown as string[];
  }

  journey(id: string, who: Account = 'lembaga'): Promise<Json> {
    return this.as[who].expect(200, this.as[who].get(`/journeys/${id}`));
  }

  async stateOf(id: string): Promise<string[]> {
    return (await this.journey(id))['state'] as unknown as string[];
  }

  async certificatesOf(id: string): Promise<{ kind: string; serial: string }[]> {
    return (await this.journey(id))['certificates'] as unknown as { kind: string; serial: string }[];
  }

  async kindsOf(id: string): Promise<string[]> {
    return (await this.certificatesOf(id)).map(({ kind }) => kind).sort();
  }

  /** Assessed by the centre; before the training, after it or again, whichever the journey waits for. */
  assessed(journey: string, of: Levels, on: string): Promise<Answer> {
    return this.as.asesor.post(`/journeys/${journey}/profiles`, { profile: profileOf(of, on) });
  }

  async isAssessed(journey: string, of: Levels, on: string): Promise<void> {
    await this.as.asesor.expect(200, this.assessed(journey, of, on));
  }

  async isPlaced(journey: string, of: Levels, on: string): Promise<void> {
    await this.isAssessed(journey, of, on);
    await this.sent('lembaga', journey, 'placementConfirmed');
  }

  async isScored(journey: string, score = 85): Promise<void> {
    for (const component of ['academic', 'fieldLearning', 'actualisation', 'attitude'])
      await this.sent('penguji', journey, 'componentScored', { component, score });
  }

  /** Recommended by the centre and confirmed by somebody who neither rated nor decided. */
  async isConfirmed(journey: string): Promise<string[]> {
    await this.sent('asesor', journey, 'recommendationWritten', { items: ['Penugasan lintas unit'] });
    return this.sent('pimpinan', journey, 'verdictConfirmed');
  }

  /** To nine in the morning, Western Indonesian time. */
  async movesTo(date: string): Promise<{ name: string; journeyId: string }[]> {
    const fired = await moveClock(this.as.lembaga, { to: `${date}T09:00:00+07:00` });
    return fired as unknown as { name: string; journeyId: string }[];
  }

  async tasks(who: Account, query: string): Promise<{ id: string; kind: string; status: string }[]> {
    const answer = await this.as[who].expect(200, this.as[who].get(`/tasks?limit=200&${query}`));
    return answer['items'] as unknown as { id: string; kind: string; status: string }[];
  }
}
