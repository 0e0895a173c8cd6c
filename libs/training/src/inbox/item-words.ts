import { dateInWords, daysBetween, localDateOf, type Language } from '#libs/calendar';
import type { ReminderStage } from '#libs/knowledge';
import { createTextBook } from '#libs/platform';
import { actionLabel } from '../journeys/action-labels.js';
import { noticeSentence } from '../notices/notice-sentences.js';
import type { InboxItem } from './inbox-store.port.js';
import { ITEM_TEXTS, NOTICE_TITLES, ROLE_NAMES } from './item-texts.js';

export interface ItemWords {
  title: string;
  text: string;
  /** Why it is told to this reader. */
  why: string;
}

const { say } = createTextBook(ITEM_TEXTS);
const MOST_NAMED = 3;

/** An item of the inbox as its reader is told it. Names are looked up when it is read: a redacted one is gone here too. */
export function itemWords(item: InboxItem, language: Language): ItemWords {
  return item.kind === 'reminder' ? reminderWords(item, language) : noticeWords(item, language);
}

function reminderWords(item: InboxItem, language: Language): ItemWords {
  const { taskKind, count, due, zone, params } = item;
  const label = actionLabel(taskKind ?? '')[language];
  const task = count > 1 ? say('many', language, { task: label, number: count }) : label;
  const date =
    due && zone ? say('dueOn', language, { date: dateInWords(localDateOf(due, zone), language) }) : '';
  return {
    title: say(whenOf(item), language, { task, days: Math.abs(daysLeft(item)) }),
    text: [aboutWhom(item, language), date].filter((part) => part !== '').join(' '),
    why: say(STAGES[params['stage'] as ReminderStage] ?? 'toPerson', language),
  };
}

const STAGES: Record<ReminderStage, 'toPerson' | 'toDeputy' | 'toOrganisation'> = {
  person: 'toPerson',
  deputy: 'toDeputy',
  organisation: 'toOrganisation',
};

/** Whole days by the calendar of the cohort's zone, negative when late. */
function daysLeft({ due, zone, at }: InboxItem): number {
  return due && zone ? daysBetween(localDateOf(at, zone), localDateOf(due, zone)) : 0;
}

function whenOf(item: InboxItem): 'dueIn' | 'dueTomorrow' | 'dueToday' | 'late' | 'lateByOne' {
  const days = daysLeft(item);
  if (days > 1) return 'dueIn';
  if (days < -1) return 'late';
  return days === 1 ? 'dueTomorrow' : days === 0 ? 'dueToday' : 'lateByOne';
}

function noticeWords(item: InboxItem, language: Language): ItemWords {
  const { message, params, cohort } = item;
  const sentence = noticeSentence({ message, params, cohortName: cohort?.name ?? null }, language);
  const title = NOTICE_TITLES[message]?.[language] ?? sentence;
  const about = aboutWhom(item, language);
  return {
    title: item.count > 1 ? say('many', language, { task: title, number: item.count }) : title,
    text: [sentence, about].filter((part) => part !== '').join(' '),
    why: whyOf(item, language),
  };
}

const OF_TASKS: readonly string[] = ['taskHanded', 'taskReturned', 'taskCommented'];

function whyOf({ message, role }: InboxItem, language: Language): string {
  if (OF_TASKS.includes(message)) return say('ofTask', language);
  if (role === 'participant') return say('asParticipant', language);
  return say('asRole', language, { role: ROLE_NAMES[role]?.[language] ?? role });
}

function aboutWhom({ subjects, count, cohort }: InboxItem, language: Language): string {
  const names = subjects
    .filter(({ own }) => !own)
    .flatMap(({ name }) => name || [])
    .slice(0, MOST_NAMED);
  const listed = names.join(', ');
  const more = count - names.length;
  if (names.length === 0) return cohort ? say('ofCohort', language, { cohort: cohort.name }) : '';
  const all = more > 0 ? say('andMore', language, { names: listed, number: more }) : listed;
  return cohort ? say('about', language, { names: all, cohort: cohort.name }) : `${all}.`;
}
