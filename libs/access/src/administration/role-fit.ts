import type { Bilingual } from '#libs/calendar';
import type { MembershipRole } from '../membership-role.js';
import type { OrganisationKind } from '../organisation.js';

interface Fit {
  roles: readonly MembershipRole[];
  why: Bilingual;
}

/** Which roles there are in which kind of organisation, and why it is these. */
export const ROLES_OF_KIND: Record<OrganisationKind, Fit> = {
  institute: {
    roles: ['admin', 'institute', 'examiner', 'coach', 'mentor', 'lms'],
    why: {
      id: 'Lembaga pelatihan menyelenggarakan pelatihan dan ujiannya, menunjuk coach dan mentor, dan memakai sistem pembelajaran.',
      en: 'An institute runs the training and its examination, appoints coaches and mentors, and uses a learning platform (seed 002, roles in the alternatives).',
    },
  },
  centre: {
    roles: ['admin', 'centre'],
    why: {
      id: 'Lembaga asesmen hanya menilai: pelatih dan penilai adalah dua badan.',
      en: 'A centre assesses and nothing else: whoever trains and whoever assesses are two bodies (seed 002; PerBKN 26/2019).',
    },
  },
  agency: {
    roles: ['admin', 'agency', 'superior', 'mentor', 'coach', 'participant'],
    why: {
      id: 'Instansi mengirim peserta; atasan langsung, mentor, dan coach di tempat kerja adalah orangnya.',
      en: 'An agency sends participants; direct superiors, mentors and coaches at the workplace are its people (seed 002, development at the workplace).',
    },
  },
  lan: {
    roles: ['admin', 'lan', 'operator'],
    why: {
      id: 'LAN memantau seluruh pelatihan dan menjalankan instalasi ini.',
      en: 'LAN makes the policy, monitors and evaluates nationally (seed 002, monitoring), and runs the installation.',
    },
  },
};

export function fits(role: MembershipRole, kind: OrganisationKind): boolean {
  return ROLES_OF_KIND[kind].roles.includes(role);
}
