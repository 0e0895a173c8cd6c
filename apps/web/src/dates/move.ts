import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { CohortView } from '../cohorts/cohort-view.js';

export type Move = paths['/api/v1/cohorts/{id}']['patch']['responses']['200']['content']['application/json'];
export type MovedDeadline = Move['moved'][number];
type Stage = NonNullable<CohortView['stages']>[number];

export interface Dates {
  startsOn: string;
  endsOn: string;
  stages: Stage[];
  moveSessions: boolean;
  allowClashes: boolean;
}

export const datesOf = ({ startsOn, endsOn, stages }: CohortView): Dates => ({
  ...{ startsOn: startsOn ?? '', endsOn: endsOn ?? '', stages: stages ?? [] },
  ...{ moveSessions: true, allowClashes: false },
});

/** Asks what a move would do, or makes it. */
export const move = (id: string, dates: Dates, reason: string, preview: boolean) => {
  const { allowClashes, ...rest } = dates;
  const more = { ...(allowClashes && { allowClashes }), ...(preview && { preview }) };
  return answerOf(
    api.PATCH('/api/v1/cohorts/{id}', {
      params: { path: { id } },
      body: { ...rest, ...more, reason },
    }),
  );
};

const MS_A_DAY = 86_400_000;

/** The day so many days later; what is no day yet stays as it is. */
export function later(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + days * MS_A_DAY).toISOString().slice(0, 10);
}

export function shifted({ startsOn, endsOn, stages, ...rest }: Dates, days: number): Dates {
  return {
    ...rest,
    startsOn: later(startsOn, days),
    endsOn: later(endsOn, days),
    stages: stages.map(({ stage, from, to }) => ({ stage, from: later(from, days), to: later(to, days) })),
  };
}

export interface MovedGroup {
  name: string;
  label: string;
  lines: MovedDeadline[];
}

/** Deadlines of one name together, by the first of their new days. */
export function grouped(moved: readonly MovedDeadline[]): MovedGroup[] {
  const groups = new Map<string, MovedGroup>();
  for (const line of moved) {
    const group = groups.get(line.name) ?? { name: line.name, label: line.label, lines: [] };
    group.lines.push(line);
    groups.set(line.name, group);
  }
  const first = ({ lines }: MovedGroup) => lines.map(({ to, from }) => to ?? from).sort()[0] ?? '';
  return [...groups.values()].sort((one, other) => first(one).localeCompare(first(other)));
}
