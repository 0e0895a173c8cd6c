import { PEOPLE, profilesCsv, rosterCsv, type Levels } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

export type Who = 'peserta' | 'fresh' | 'retest';

const ACCOUNTS = ['lembaga', 'lembaga2', 'peserta', 'instansi', 'coach', 'mentor', 'lan'] as const;
type Account = (typeof ACCOUNTS)[number];
type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
export type Agents = Record<Account, Agent>;

const WEAK_IN_1: Levels = [1, 3, 3, 3, 3, 3, 3, 3];
const WEAK_IN_6: Levels = [3, 3, 3, 3, 3, 1, 3, 3];

export const STAGES = [
  { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
  { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
  { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
];

/** Two cohorts of one institute, one of another, and the people who are in them. */
export interface TimetableWorld {
  product: ProductUnderTest;
  as: Agents;
  flexible: string;
  cluster: string;
  elsewhere: string;
  journeys: Record<Who, string>;
  /** Courses that only `peserta` needs, that only `fresh` needs, that both do. */
  courses: { onlyPeserta: string; onlyFresh: string; both: string };
}

export const api = (path: string) => `/api/v1${path}`;
export const timetable = (cohort: string, rest = '') => api(`/cohorts/${cohort}/timetable${rest}`);

export function plan(by: Agent, cohort: string, body: object) {
  return by.post(timetable(cohort)).set('Accept-Language', 'id').send(body);
}

export function course(code: string, date: string, start: string, end: string, more: object = {}) {
  return { kind: 'course', stage: 'classical', course: code, date, start, end, ...more };
}

export function meeting(date: string, start: string, end: string, more: object = {}) {
  return { kind: 'class', title: 'Pembukaan', date, start, end, ...more };
}

export async function timetableWorld(): Promise<TimetableWorld> {
  const product = await productUnderTest();
  const signedIn = await Promise.all(ACCOUNTS.map(async (name) => [name, await product.as(name)] as const));
  const as = Object.fromEntries(signedIn) as Agents;
  const { lembaga, lembaga2 } = as;
  const flexible = await open(lembaga, { name: 'PKA Luwes', pathway: 'flexible' });
  const cluster = await open(lembaga, { name: 'PKA Klaster', pathway: 'cluster', clusterBy: 'family' });
  const elsewhere = await open(lembaga2, { name: 'PKA Timur', pathway: 'flexible' });
  const peserta = await enrol(lembaga, flexible, 'peserta', WEAK_IN_1);
  const fresh = await enrol(lembaga, flexible, 'fresh', WEAK_IN_6);
  const retest = await enrol(lembaga, cluster, 'retest', WEAK_IN_6);
  const [one, other] = [await coursesOf(lembaga, peserta), await coursesOf(lembaga, fresh)];
  const courses = {
    onlyPeserta: one.find((code) => !other.includes(code)) ?? '',
    onlyFresh: other.find((code) => !one.includes(code)) ?? '',
    both: one.find((code) => other.includes(code)) ?? '',
  };
  expect(Object.values(courses)).not.toContain('');
  return { product, as, flexible, cluster, elsewhere, journeys: { peserta, fresh, retest }, courses };
}

async function open(by: Agent, fields: object): Promise<string> {
  const dates = { startsOn: '2026-03-03', endsOn: '2026-06-24', stages: STAGES };
  const cohort = {
    programme: 'PKA',
    assessmentOption: 'separate',
    zone: 'Asia/Jayapura',
    ...dates,
    ...fields,
  };
  const opened = await by.post(api('/cohorts')).send(cohort);
  expect(opened.status).toBe(201);
  return opened.body.id as string;
}

async function enrol(by: Agent, cohort: string, who: Who, levels: Levels): Promise<string> {
  const send = (list: string, sheet: string) =>
    by.post(api(`/cohorts/${cohort}/${list}`)).attach('file', Buffer.from(sheet), `${list}.csv`);
  const enrolled = await send('roster', rosterCsv([PEOPLE[who]]));
  expect(enrolled.body).toMatchObject({ accepted: 1, rejected: [] });
  const profile = { nip: PEOPLE[who].nip, assessedOn: '2025-09-01', levels };
  expect((await send('profiles', profilesCsv([profile]))).body).toMatchObject({ accepted: 1, rejected: [] });
  return enrolled.body.enrolled[0].journeyId as string;
}

/** What a plan asks of somebody in the classical stage. */
async function coursesOf(by: Agent, journey: string): Promise<string[]> {
  const stages = (await by.get(api(`/journeys/${journey}`))).body.plan.stages as {
    stage: string;
    courses: { course: string; decision: string }[];
  }[];
  const classical = stages.find(({ stage }) => stage === 'classical')?.courses ?? [];
  return classical.filter(({ decision }) => decision !== 'optional').map((line) => line.course);
}
