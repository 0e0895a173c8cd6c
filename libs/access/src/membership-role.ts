import type { Bilingual } from '#libs/calendar';

/**
 * What a person or a program may be in an organisation; `system` is the engine itself and nobody's membership.
 * `institute` organises classes, `centre` assesses, `examiner` trains and examines, `agency` is an agency's personnel
 * officer, `superior` a participant's direct superior there, `lan` monitors, `operator` runs the installation, and
 * `admin` keeps an organisation's units, accounts and memberships and sees no journey by it.
 */
export const MEMBERSHIP_ROLES = [
  'institute',
  'centre',
  'examiner',
  'coach',
  'mentor',
  'superior',
  'participant',
  'agency',
  'lms',
  'lan',
  'admin',
  'operator',
] as const;

export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

/** What each of them is called. */
export const ROLE_WORDS: Record<MembershipRole, Bilingual> = {
  admin: { id: 'Admin', en: 'Administrator' },
  agency: { id: 'Kepegawaian instansi', en: "Agency's personnel officer" },
  centre: { id: 'Asesor', en: 'Assessor' },
  coach: { id: 'Coach', en: 'Coach' },
  examiner: { id: 'Penguji', en: 'Examiner' },
  institute: { id: 'Penyelenggara', en: 'Organiser' },
  lan: { id: 'Pemantau LAN', en: 'LAN monitor' },
  lms: { id: 'Sistem pembelajaran', en: 'Learning platform' },
  mentor: { id: 'Mentor', en: 'Mentor' },
  operator: { id: 'Operator sistem', en: 'Operator' },
  participant: { id: 'Peserta', en: 'Participant' },
  superior: { id: 'Atasan langsung', en: 'Direct superior' },
};
