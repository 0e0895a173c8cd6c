import type { Permission } from './relations.js';

/** The people of an institute who need its whole cohorts, and those whom single journeys make a part of one. */
const SEES = {
  institute: ['owner'],
  examiner: ['owner'],
  lms: ['owner'],
  coach: ['owner', 'named', 'deputy'],
  mentor: ['owner', 'named', 'deputy'],
  superior: ['named', 'deputy'],
  agency: ['agency'],
  centre: ['centre'],
  participant: ['own'],
  lan: ['all'],
} as const;

const RUNS = { institute: ['owner'] } as const;

/** What is done with a cohort, and with what hangs on it. */
export const cohortActions = {
  'cohort.open': {
    of: 'nothing',
    may: { institute: ['any'] },
    why: 'Institutes hold trainings (UU 5/2014 jo. UU 20/2023; seed 001); a cohort belongs to the one that opens it.',
  },
  'cohort.list': {
    of: 'nothing',
    may: 'everybody',
    why: 'Narrowed to the cohorts that the caller may see.',
  },
  'cohort.read': {
    of: 'cohort',
    may: SEES,
    why: 'Dates, name and counts, of those of its journeys that the caller sees; an institute’s coaches know of its cohorts before anybody names them.',
  },
  'cohort.run': {
    of: 'cohort',
    may: RUNS,
    found: 'cohort.read',
    why: 'Only the institute that holds a training changes its dates, people, groups and timetable; LAN compares institutes and must not act for one.',
  },
  'cohort.rejectedRows': {
    of: 'cohort',
    may: { institute: ['owner'], centre: ['centre'] },
    found: 'cohort.read',
    why: 'Whoever may send a sheet gets its faulty rows back; a roster’s the institute alone.',
  },
  'cohort.profiles': {
    of: 'cohort',
    may: { institute: ['owner'], centre: ['centre'] },
    found: 'cohort.read',
    why: 'Reports on file come from the institute, results from the assessment centre (Peraturan BKN 26/2019).',
  },
  'cohort.tell': {
    of: 'cohort',
    may: SEES,
    why: 'One event to those of its journeys that the caller sees; which role may send which event is declared with the events.',
  },
  'cohort.groups': {
    of: 'cohort',
    may: { institute: ['owner'], coach: ['owner'], lan: ['all'] },
    found: 'cohort.read',
    notOneself: true,
    why: 'Organisers form coaching groups and coaches work in them; a coach is told of members that he sees.',
  },
  'cohort.classes': {
    of: 'cohort',
    may: { institute: ['owner'], coach: ['owner'] },
    found: 'cohort.read',
    notOneself: true,
    why: 'Classes are read as A is better than B though the output is the same (seed 002, Alternative II, stigma): organiser and coach alone.',
  },
  'cohort.placements': {
    of: 'cohort',
    may: { institute: ['owner'], coach: ['owner'] },
    found: 'cohort.read',
    notOneself: true,
    why: 'What was proposed about somebody before it is decided is the organiser’s matter, and the coach’s whose people it is.',
  },
  'cohort.evaluate': {
    of: 'cohort',
    may: { institute: ['owner'], examiner: ['owner'], lan: ['all'] },
    found: 'cohort.read',
    notOneself: true,
    why: 'Scores side by side, for whoever scores and decides (Peraturan LAN 1 to 6/2023); LAN looks on.',
  },
  'cohort.judge': {
    of: 'cohort',
    may: { institute: ['owner'], lan: ['all'] },
    found: 'cohort.read',
    notOneself: true,
    why: 'Proposed verdicts, for whoever confirms them; LAN looks on. Whoever rated does not confirm.',
  },
  'cohort.certificates': {
    of: 'cohort',
    may: SEES,
    why: 'Narrowed to the certificates of journeys that the caller sees.',
  },
  'timetable.read': {
    of: 'cohort',
    may: {
      institute: ['owner'],
      examiner: ['owner'],
      lms: ['owner'],
      coach: ['owner'],
      mentor: ['owner'],
      lan: ['all'],
    },
    found: 'cohort.read',
    why: 'Sessions of everybody, for the people of the institute; participants and agencies are shown a participant’s own.',
  },
  'timetable.attendance': {
    of: 'cohort',
    may: {
      institute: ['owner'],
      examiner: ['owner'],
      lms: ['owner'],
      coach: ['owner'],
      mentor: ['owner'],
      lan: ['all'],
    },
    found: 'cohort.read',
    why: 'Who was there, of the people whom the caller sees.',
  },
  'timetable.register': {
    of: 'session',
    may: {
      institute: ['owner', 'leads'],
      examiner: ['leads'],
      coach: ['leads'],
      mentor: ['leads'],
      superior: ['leads'],
      lms: ['leads'],
      agency: ['leads'],
      centre: ['leads'],
      participant: ['leads'],
      lan: ['leads'],
    },
    found: 'cohort.read',
    why: 'The organiser, and whoever leads the session, keep its register.',
  },
  'upload.read': {
    of: 'upload',
    may: { institute: ['owner'], centre: ['sent'] },
    why: 'The institute sees every upload of its cohorts, a centre those that it sent itself.',
  },
  'upload.undo': {
    of: 'upload',
    may: RUNS,
    found: 'cohort.read',
    why: 'Undone by the institute whose cohort it changed.',
  },
} as const satisfies Record<string, Permission>;
