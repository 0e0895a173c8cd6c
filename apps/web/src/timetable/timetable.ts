import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

type Listed =
  paths['/api/v1/cohorts/{id}/timetable']['get']['responses']['200']['content']['application/json']['items'][number];
export type OwnSession =
  paths['/api/v1/me/timetable']['get']['responses']['200']['content']['application/json']['items'][number];
export type Session = Listed;
export type Checked =
  paths['/api/v1/cohorts/{id}/timetable/check']['post']['responses']['200']['content']['application/json'];
export type Register =
  paths['/api/v1/cohorts/{id}/timetable/{sessionId}/attendance']['get']['responses']['200']['content']['application/json'];

const AT_ONCE = 200;

/** Every session of a cohort by beginning, the cancelled ones too. */
export const sessions = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'timetable'],
    queryFn: async () => {
      const all: Session[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: AT_ONCE, cancelled: true, ...(cursor !== undefined && { cursor }) };
        const page = await answerOf(
          api.GET('/api/v1/cohorts/{id}/timetable', { params: { path: { id }, query } }),
        );
        all.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
  });

export const register = (id: string, sessionId: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'timetable', sessionId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cohorts/{id}/timetable/{sessionId}/attendance', {
          params: { path: { id, sessionId } },
        }),
      ),
  });

export const ownSessions = (from?: string) =>
  queryOptions({
    queryKey: [language(), 'me', 'timetable', from],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/me/timetable', {
          params: { query: { limit: 200, ...(from !== undefined && { from }) } },
        }),
      ),
  });

/** The courses of a programme, with the stages in which they are taught. */
export const programme = (code: string) =>
  queryOptions({
    queryKey: [language(), 'programmes', code],
    queryFn: () => answerOf(api.GET('/api/v1/programmes/{code}', { params: { path: { code } } })),
    staleTime: Infinity,
  });

/** Names of a cohort's coaching groups and classes. */
export const groups = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'group-names'],
    queryFn: async () => {
      const at = { params: { path: { id } } };
      const [coaching, classes] = await Promise.all([
        answerOf(api.GET('/api/v1/cohorts/{id}/coaching-groups', at)),
        answerOf(api.GET('/api/v1/cohorts/{id}/classes', at)),
      ]);
      const names = (found: { groups: { name: string }[] }) => found.groups.map(({ name }) => name);
      return { coaching: names(coaching), classes: names(classes) };
    },
  });

/** For whom it is, beside everybody; not told to whoever may not know classes. */
export function audienceOf(session: Session | OwnSession): string | null {
  return ('group' in session ? (session.group ?? session.class) : null) ?? null;
}

interface Named {
  title: string | null;
  course: { code: string; name: string | null } | null;
  kind: string;
}

/** What a session is called: by its own title, by its course, else by its kind. */
export function nameOf({ title, course, kind }: Named, t: (key: string) => string): string {
  return title ?? course?.name ?? t(`timetable.kind.${kind}`);
}

/** Lists by day, in the order of the days. */
export function byDay<One extends { date: string }>(all: readonly One[]): [string, One[]][] {
  const days = new Map<string, One[]>();
  for (const one of all) days.set(one.date, [...(days.get(one.date) ?? []), one]);
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}
