import type { Permission } from './relations.js';

/** Who did what, and what is held on whom. */
export const privacyActions = {
  'audit.search': {
    of: 'nothing',
    may: { institute: ['any'], admin: ['any'], lan: ['any'] },
    rows: 'afterwards',
    why: 'Narrowed to acts on what the caller’s organisations own and to acts of their people; LAN sees all. What an act on a journey, cohort or task changed is told to organisers of its institute alone (ADR 0012), and whom it is about not to administrators, who see no journeys.',
  },
  'privacy.own': {
    of: 'account',
    may: 'everybody',
    rows: 'engine',
    why: 'What is held on oneself, who saw it, a copy of it, and to ask for correction or restriction (UU 27/2022 Ps 5–13).',
  },
  'privacy.requests': {
    of: 'nothing',
    may: { institute: ['any'], admin: ['any'], lan: ['any'] },
    rows: 'afterwards',
    why: 'Narrowed to requests of people whose data the caller’s organisations keep; answered within 3×24 hours (Ps 30, 32, 40, 41).',
  },
  'retention.look': {
    of: 'nothing',
    may: { admin: ['any'], lan: ['any'], operator: ['any'] },
    rows: 'engine',
    why: 'Whose periods have ended; an administrator sees those of his organisations, whoever runs the installation no names.',
  },
  'retention.run': {
    of: 'nothing',
    may: { admin: ['any'], operator: ['any'] },
    rows: 'engine',
    why: 'Erases what may be kept no longer (Ps 16 and 43); an administrator for his organisations, an operator for all.',
  },
} as const satisfies Record<string, Permission>;
