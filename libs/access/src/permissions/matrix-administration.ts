import type { Permission } from './relations.js';

/** Who keeps organisations, accounts and memberships. An administrator's reach is his organisation and its units. */
export const administrationActions = {
  'organisation.create': {
    of: 'organisation',
    may: { admin: ['owner'], lan: ['all'] },
    found: 'catalogue.read',
    rows: 'engine',
    why: 'An agency’s administrator makes units below what he administers; institutes, centres and agencies are LAN’s to register.',
  },
  'organisation.change': {
    of: 'organisation',
    may: { admin: ['owner'], lan: ['all'] },
    found: 'catalogue.read',
    rows: 'engine',
    why: 'Name, zone and accreditation are kept by the organisation itself, and by LAN, which registers it.',
  },
  'organisation.place': {
    of: 'organisation',
    may: { admin: ['owner'], lan: ['all'] },
    found: 'catalogue.read',
    rows: 'engine',
    why: 'Moved, closed and opened again by whoever keeps the agency that the unit stands below; whole agencies are LAN’s.',
  },
  'member.list': {
    of: 'organisation',
    may: { admin: ['owner'], lan: ['all'] },
    found: 'catalogue.read',
    rows: 'engine',
    why: 'Who is what in an organisation is personal data of its people: for whoever keeps it, not for other organisations (UU 27/2022).',
  },
  'member.change': {
    of: 'organisation',
    may: { admin: ['owner'], lan: ['all'] },
    found: 'catalogue.read',
    rows: 'engine',
    why: 'Roles are given and ended by the organisation that answers for them; nobody gives one to himself.',
  },
  'account.list': {
    of: 'nothing',
    may: { admin: ['any'], lan: ['any'] },
    rows: 'afterwards',
    why: 'Narrowed to accounts with a role in what the caller administers; LAN sees all.',
  },
  'account.standing': {
    of: 'account',
    may: { admin: ['owner'], lan: ['all'] },
    rows: 'engine',
    why: 'Shutting an account out ends all of its roles’ work: its organisation may, where it is at work nowhere else; LAN may.',
  },
} as const satisfies Record<string, Permission>;
