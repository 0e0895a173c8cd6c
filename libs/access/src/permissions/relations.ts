import type { MembershipRole } from '../membership-role.js';

/** How a membership of the caller stands to what he asks for. */
export const RELATIONS = {
  any: {
    id: 'apa pun objeknya',
    en: 'whatever it is about: nothing of anybody else is shown by it, or the list is narrowed to what he may see',
  },
  all: { id: 'semuanya', en: 'everything of the country' },
  self: { id: 'miliknya sendiri', en: "the caller's own account, inbox or settings" },
  own: { id: 'perjalanannya sendiri', en: "the participant's own journey" },
  owner: { id: 'lembaganya sendiri', en: 'the organisation of the membership owns it' },
  named: { id: 'menyebut namanya', en: 'it names the caller as coach or mentor, his superior among them' },
  vacant: {
    id: 'lembaganya, selama belum ada yang ditunjuk',
    en: 'his institute owns it, it is under way, and nobody is named yet for the role that he has',
  },
  deputy: { id: 'mewakili', en: 'the caller stands in for somebody in an open task of it' },
  agency: { id: 'instansi pengirim', en: 'the organisation of the membership sends the person' },
  centre: { id: 'lembaga asesmen', en: 'the organisation of the membership is a centre that is party to it' },
  offered: {
    id: 'tugas untuknya',
    en: 'the task is offered to the membership, or to the caller by name, or in his hands',
  },
  sent: { id: 'dikirimnya sendiri', en: 'the caller sent it himself' },
  leads: { id: 'memimpin sesinya', en: 'the caller leads the session' },
} as const;

export type Relation = keyof typeof RELATIONS;

/** What an action is done to. Where something of it is not the caller's to see, it is absent: 404. */
export const OBJECTS = [
  'nothing',
  'account',
  'cohort',
  'journey',
  'task',
  'certificate',
  'session',
  'upload',
  'operation',
  'incident',
  'letter',
  'organisation',
] as const;

export type PermissionObject = (typeof OBJECTS)[number];

/** One row of the matrix. */
export interface Permission {
  of: PermissionObject;
  /** Under which relations a role may; a role that is not named may never: 403. `everybody`: any account at all, to his own. */
  may: Partial<Record<MembershipRole, readonly Relation[]>> | 'everybody';
  /**
   * By which action the object is found: whoever may not even that is told that it is absent (404), whoever may that alone
   * is told that it is forbidden (403). Without it whoever may not the action itself is told that it is absent.
   */
  found?: string;
  /** Never to somebody who is enrolled in the cohort himself, whatever else he is. */
  notOneself?: true;
  /**
   * `engine`: reads past row-level security, for what it is about is held elsewhere than with journeys, and narrowed by its
   * own use case. `afterwards`: what it found so is held against row-level security before it is answered.
   */
  rows?: 'engine' | 'afterwards';
  /** Why it is so, with its source. */
  why: string;
}
