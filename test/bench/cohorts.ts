import type { Caller } from './caller.js';
import { told } from './caller.js';

const DAY_MS = 86_400_000;
const day = (fromNow: number) => new Date(Date.now() + fromNow * DAY_MS).toISOString().slice(0, 10);
const HEADINGS =
  'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry,targetPostLevel,participationCertificate';

/** A cohort whose training begins in two months. */
export async function openCohort(lembaga: Caller, name: string): Promise<string> {
  const stages = [
    { stage: 'selfLearning', from: day(60), to: day(70) },
    { stage: 'eLearning', from: day(75), to: day(90) },
    { stage: 'classical', from: day(95), to: day(110) },
  ];
  const body = {
    ...{ programme: 'PKA', pathway: 'flexible', assessmentOption: 'separate', name, zone: 'Asia/Jakarta' },
    ...{ startsOn: day(60), endsOn: day(110), stages },
  };
  return String(told(await lembaga.post('/cohorts', body), 201)['id']);
}

let born = 0;

/** Invented people, nobody twice in a run. */
export function rosterOf(count: number): string {
  const rows = Array.from({ length: count }, () => {
    const date = new Date(Date.UTC(1970, 0, 1 + Math.floor(born / 900))).toISOString().slice(0, 10);
    const nip = `${date.replace(/-/g, '')}2006011${String(1 + (born % 900)).padStart(3, '0')}`;
    born += 1;
    return `${nip},Contoh Ukur ${String(born)},${date},L,c${String(born)}@ins-01.example,INS-01,Biro,Kepala Bagian,administrator,III/d,incumbent,,`;
  });
  return [HEADINGS, ...rows].join('\n');
}

/** Until every row of it is enrolled; a large file is taken in after the answer. */
export async function enrol(lembaga: Caller, cohort: string, roster: string, rows: number): Promise<void> {
  const sent = await lembaga.upload(`/cohorts/${cohort}/roster`, roster);
  if (sent.status !== 200 && sent.status !== 202) throw new Error(JSON.stringify(sent.body));
  let batch = sent.body;
  while (sent.status === 202 && batch['status'] === 'running') {
    await new Promise((wake) => setTimeout(wake, 50));
    batch = told(await lembaga.get(`/imports/${String(sent.body['id'])}`), 200);
  }
  const created = (batch['counts'] as { created?: number } | undefined)?.created ?? batch['accepted'];
  if (created !== rows) throw new Error(`not all were enrolled: ${JSON.stringify(batch).slice(0, 500)}`);
}
