import { PEOPLE, profilesCsv, rosterCsv, type Levels } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

export type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
export type Who = keyof typeof PEOPLE;
export const api = (path: string) => `/api/v1${path}`;

const GAPS: Levels = [3, 2, 2, 3, 3, 1, 3, 3];
const COHORT = {
  ...{ programme: 'PKA', pathway: 'flexible', assessmentOption: 'separate', zone: 'Asia/Jakarta' },
  ...{ name: 'Operasi', startsOn: '2026-03-03', endsOn: '2026-06-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

export interface OperationsWorld {
  product: ProductUnderTest;
  as: Record<'lan' | 'lembaga' | 'lembaga2' | 'asesor' | 'peserta', Agent>;
  cohort: string;
  journeys: Record<Who, string>;
}

/** One cohort of four, all of them proposed for placement on 2026-02-02. */
export async function operationsWorld(): Promise<OperationsWorld> {
  const product = await productUnderTest();
  const names = ['lan', 'lembaga', 'lembaga2', 'asesor', 'peserta'] as const;
  const agents = await Promise.all(names.map((name) => product.as(name)));
  const as = Object.fromEntries(names.map((name, index) => [name, agents[index]])) as OperationsWorld['as'];
  const opened = await as.lembaga.post(api('/cohorts')).send(COHORT);
  expect(opened.status).toBe(201);
  const cohort = opened.body.id as string;
  const upload = (path: string, sheet: string) =>
    as.lembaga.post(api(`/cohorts/${cohort}/${path}`)).attach('file', Buffer.from(sheet), 'sheet.csv');
  const who = Object.keys(PEOPLE) as Who[];
  const enrolled = await upload('roster', rosterCsv(who.map((one) => PEOPLE[one])));
  expect(enrolled.body.rejected).toEqual([]);
  const reports = who.map((one) => ({ nip: PEOPLE[one].nip, assessedOn: '2025-06-01', levels: GAPS }));
  expect((await upload('profiles', profilesCsv(reports))).body.rejected).toEqual([]);
  const ids = enrolled.body.enrolled as { journeyId: string }[];
  const journeys = Object.fromEntries(who.map((one, index) => [one, ids[index]?.journeyId]));
  return { product, as, cohort, journeys: journeys as OperationsWorld['journeys'] };
}
