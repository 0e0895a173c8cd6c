import type { SandboxAccount, SandboxWorld } from '../../sandbox/sandbox-schema.js';

/** Everybody shares one password: the accounts are a sandbox's, and their database is thrown away. */
const PASSWORD = 'titian-simulation';

export const CENTRE = 'PAC-01';

export const INSTITUTES = [
  { code: 'LP-01', zone: 'Asia/Jakarta', organiser: 'lembaga-1', head: 'pimpinan-1' },
  { code: 'LP-02', zone: 'Asia/Jayapura', organiser: 'lembaga-2', head: 'pimpinan-2' },
] as const;
export type Institute = (typeof INSTITUTES)[number];

export const AGENCIES = [
  { code: 'INS-01', zone: 'Asia/Jakarta', hr: 'instansi-1', mentor: 'mentor-1' },
  { code: 'INS-02', zone: 'Asia/Jakarta', hr: 'instansi-2', mentor: 'mentor-2' },
  { code: 'INS-03', zone: 'Asia/Makassar', hr: 'instansi-3', mentor: 'mentor-3' },
  { code: 'INS-04', zone: 'Asia/Jayapura', hr: 'instansi-4', mentor: 'mentor-4' },
] as const;
export type Agency = (typeof AGENCIES)[number];

export const coachName = (index: number) => `coach-${String(index + 1)}`;

/** Organisations and accounts of a simulation; the names say that they are invented. */
export function inventedWorld(coaches: number): SandboxWorld {
  const institutes = INSTITUTES.map(({ code }) => code);
  return {
    ...{ source: 'invented', validFrom: '2026-01-01', password: PASSWORD },
    clock: { begins: '2026-01-05T08:00:00+07:00', stands: '2026-01-05T08:00:00+07:00' },
    organisations: [
      { code: 'LAN', kind: 'lan', name: 'Lembaga Administrasi Negara (contoh)', zone: 'Asia/Jakarta' },
      { code: CENTRE, kind: 'centre', name: 'Pusat Asesmen Contoh', zone: 'Asia/Jakarta' },
      ...INSTITUTES.map(({ code, zone }) => ({
        ...{ code, zone, kind: 'institute' as const, name: `Lembaga Pelatihan Contoh ${code}` },
      })),
      ...AGENCIES.map(({ code, zone }) => ({
        ...{ code, zone, kind: 'agency' as const, name: `Instansi Contoh ${code}` },
      })),
    ],
    accounts: [
      account('lan', ['LAN'], 'lan'),
      account('asesor', [CENTRE], 'centre'),
      account('penguji', institutes, 'examiner'),
      ...INSTITUTES.flatMap(({ code, organiser, head }) => [
        account(organiser, [code], 'institute'),
        account(head, [code], 'institute'),
      ]),
      ...AGENCIES.flatMap(({ code, hr, mentor }) => [
        account(hr, [code], 'agency'),
        account(mentor, [code, ...institutes], 'mentor'),
      ]),
      ...Array.from({ length: coaches }, (_, index) => account(coachName(index), institutes, 'coach')),
      { username: 'lms', memberships: institutes.map((orgCode) => ({ orgCode, role: 'lms' as const })) },
    ].map((one, index) => withPerson(one, index)),
  };
}

type Role = SandboxAccount['memberships'][number]['role'];

function account(username: string, orgCodes: readonly string[], role: Role): SandboxAccount {
  return { username, memberships: orgCodes.map((orgCode) => ({ orgCode, role })) };
}

/** A machine is nobody; the others' NIPs count up from one day of birth. */
function withPerson(one: SandboxAccount, index: number): SandboxAccount {
  if (one.username === 'lms') return one;
  const nip = `197001011995011${String(100 + index)}`;
  return {
    ...one,
    person: {
      ...{ name: `Umpama ${one.username}`, nip, sex: 'male' as const },
      ...{ birthDate: '1970-01-01', email: null, phone: null },
    },
  };
}
