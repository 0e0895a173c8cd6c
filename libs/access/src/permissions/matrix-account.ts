import type { Permission } from './relations.js';

/** What is the caller's own, and what is nobody's. */
export const accountActions = {
  'account.own': {
    of: 'account',
    may: 'everybody',
    rows: 'engine',
    why: 'Who one is signed in as, and ending that, is anybody’s own matter.',
  },
  'account.security': {
    of: 'account',
    may: 'everybody',
    rows: 'engine',
    why: 'Password, second factor, sessions and tokens are their owner’s, who proves himself for each.',
  },
  'account.settings': {
    of: 'account',
    may: 'everybody',
    why: 'How one is told, and who stands in for one, each settles for himself.',
  },
  'account.inbox': {
    of: 'account',
    may: 'everybody',
    why: 'Everybody reads what he himself, or the office that he works for, was told.',
  },
  'account.timetable': {
    of: 'account',
    may: 'everybody',
    why: 'Sessions that one attends or leads.',
  },
  'catalogue.read': {
    of: 'nothing',
    may: 'everybody',
    why: 'Programmes, competencies, standards and names of organisations are published (Permen PANRB 38/2017).',
  },
  'analysis.reckon': {
    of: 'nothing',
    may: 'everybody',
    why: 'Reckons from what the caller brings along; nothing is read or kept.',
  },
  'sandbox.clock': {
    of: 'nothing',
    may: 'everybody',
    why: 'What time it is in the sandbox; production has no such clock.',
  },
  'sandbox.moveClock': {
    of: 'nothing',
    may: { institute: ['any'], lan: ['any'] },
    why: 'Moves everybody’s time, in the sandbox alone.',
  },
} as const satisfies Record<string, Permission>;
