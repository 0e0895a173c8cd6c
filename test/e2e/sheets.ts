export interface RosterPerson {
  nip: string;
  name: string;
  birthDate: string;
  sex: string;
}

/** Invented people of the sending agency INS-01; the first is the sandbox's own participant. */
export const PEOPLE = {
  peserta: { nip: '198101012006011911', name: 'Contoh Satu', birthDate: '01/01/1981', sex: 'L' },
  fresh: { nip: '198203152007032951', name: 'Contoh Baru', birthDate: '1982-03-15', sex: 'P' },
  retest: { nip: '198304162008041952', name: 'Contoh Ulang', birthDate: '16 April 1983', sex: 'L' },
  expired: { nip: '198405172009052953', name: 'Contoh Lama', birthDate: '17-05-1984', sex: 'P' },
} satisfies Record<string, RosterPerson>;

const ROSTER =
  'NIP;Nama;Tanggal Lahir;Jenis Kelamin;Surel;Kode Instansi;Unit Kerja;Jabatan;Jenjang Jabatan;Pangkat/Golongan;Jalur Masuk';

export function rosterCsv(people: RosterPerson[], more: string[] = []): string {
  const rows = people.map(
    ({ nip, name, birthDate, sex }) =>
      `${nip};${name};${birthDate};${sex};${name.toLowerCase().replace(/ /g, '.')}@ins-01.example;INS-01;Biro Umum;Kepala Bagian;Administrator;III/d;Pemangku`,
  );
  return [ROSTER, ...rows, ...more].join('\r\n');
}

export type Levels = readonly [number, number, number, number, number, number, number, number];

export const ALL_MET: Levels = [3, 3, 3, 3, 3, 3, 3, 3];
export const GAPS: Levels = [3, 2, 2, 3, 3, 1, 3, 3];

export function profilesCsv(rows: { nip: string; assessedOn: string; levels: Levels }[]): string {
  const heading = 'nip,assessedOn,method,centreCode,accredited,standardLevel,purpose,M1,M2,M3,M4,M5,M6,M7,M8';
  return [
    heading,
    ...rows.map(
      ({ nip, assessedOn, levels }) =>
        `${nip},${assessedOn},assessmentCentre,PAC-01,true,3,mapping,${levels.join(',')}`,
    ),
  ].join('\n');
}

export function profile(assessedOn: string, levels: Levels) {
  return {
    ratings: levels.map((level, index) => ({ competency: `M${String(index + 1)}`, level })),
    assessedOn,
    method: 'assessmentCentre',
    centre: 'PAC-01',
    accredited: true,
    standardLevel: 3,
    purpose: 'mapping',
  };
}

/** The flexible cohort of the story, with a separate assessment. */
export const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA uji cerita',
  zone: 'Asia/Jakarta',
  startsOn: '2026-03-03',
  endsOn: '2026-06-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};
