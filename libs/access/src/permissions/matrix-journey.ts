import type { Permission } from './relations.js';

/** Who has to do with one person's way. */
const SEES = {
  institute: ['owner'],
  examiner: ['owner'],
  lms: ['owner'],
  coach: ['named', 'vacant', 'deputy'],
  mentor: ['named', 'vacant', 'deputy'],
  superior: ['named', 'deputy'],
  agency: ['agency'],
  centre: ['centre'],
  participant: ['own'],
  lan: ['all'],
} as const;

/** What is done with one journey, its tasks and its certificates. */
export const journeyActions = {
  'journey.list': {
    of: 'nothing',
    may: 'everybody',
    why: 'Narrowed to the journeys that the caller may see.',
  },
  'journey.read': {
    of: 'journey',
    may: SEES,
    why: 'A competency result is personal data that decides a career (UU 27/2022): it is read by whoever trains, assesses, accompanies or sends the person, by LAN that oversees, and by himself. A coach or mentor accompanies those who name him; while nobody is named the institute’s may take them on.',
  },
  'journey.tell': {
    of: 'journey',
    may: SEES,
    why: 'In a role that the caller has on this journey; which role may send which event is declared with the events.',
  },
  'journey.profile': {
    of: 'journey',
    may: { institute: ['owner'], centre: ['centre'] },
    found: 'journey.read',
    why: 'Reports on file come from the institute, results from the assessment centre (Peraturan BKN 26/2019).',
  },
  'journey.run': {
    of: 'journey',
    may: { institute: ['owner'], lan: ['all'] },
    found: 'journey.read',
    why: 'Suspending, resuming and moving deadlines: the institute that holds the training, and LAN where it must step in.',
  },
  'people.name': {
    of: 'nothing',
    may: { institute: ['any'], agency: ['any'] },
    why: 'Whom an organisation may name as coach, mentor or examiner: its own, and those of institutes and agencies that it works with.',
  },
  'task.list': {
    of: 'nothing',
    may: 'everybody',
    rows: 'afterwards',
    why: 'Narrowed to the tasks that are the caller’s, and to his institute’s where he oversees it.',
  },
  'task.read': {
    of: 'task',
    may: {
      institute: ['offered', 'owner'],
      examiner: ['offered'],
      lms: ['offered'],
      coach: ['offered'],
      mentor: ['offered'],
      superior: ['offered'],
      agency: ['offered'],
      centre: ['offered'],
      participant: ['offered'],
      lan: ['offered'],
    },
    why: 'Work is seen by whom it is offered to, and overseen by the institute whose training it is.',
  },
  'task.work': {
    of: 'task',
    may: {
      institute: ['offered'],
      examiner: ['offered'],
      lms: ['offered'],
      coach: ['offered'],
      mentor: ['offered'],
      superior: ['offered'],
      agency: ['offered'],
      centre: ['offered'],
      participant: ['offered'],
      lan: ['offered'],
    },
    found: 'task.read',
    why: 'Done by whom it is offered to; an organiser who looks over a coach’s work does not do it for him.',
  },
  'certificate.read': {
    of: 'certificate',
    may: SEES,
    why: 'With the journey that it was issued for. Whether a serial is genuine anybody may ask.',
  },
  'certificate.revoke': {
    of: 'certificate',
    may: { institute: ['owner'] },
    found: 'certificate.read',
    why: 'Taken back by the institute that issued it.',
  },
  'talentPool.list': {
    of: 'nothing',
    may: 'everybody',
    why: 'Narrowed to confirmed outcomes of the caller’s institute, of people whom his agency sends, and to his own (Permen PANRB 3/2020).',
  },
} as const satisfies Record<string, Permission>;
