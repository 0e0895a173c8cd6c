import { withOffset } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import { itemWords, type InboxItem } from '#libs/training';

const NOWHERE = 'Asia/Jakarta';

/** An item in the reader's words. Where it is about one person it says where to go. */
export function inboxItemView(item: InboxItem, locale: Locale) {
  const { id, kind, role, message, taskKind, cohort, due, subjects, count, at, readAt, settled } = item;
  const zone = item.zone ?? NOWHERE;
  const [only] = count === 1 ? subjects : [];
  return {
    ...{ id, kind, as: role, message, ...itemWords(item, locale) },
    task: taskKind,
    cohort,
    due: due && withOffset(due, zone),
    link: only ? { journey: only.journeyId, task: only.taskId } : null,
    about: subjects.map(({ journeyId, taskId, name }) => ({
      journey: journeyId,
      task: taskId,
      participant: name,
    })),
    count,
    at: withOffset(at, zone),
    readAt: readAt && withOffset(readAt, zone),
    settled,
  };
}
