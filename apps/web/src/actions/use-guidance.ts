import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { language } from '../words/language.js';
import type { JourneyView } from './event-types.js';
import { sensibleCompetencies } from './sensible.js';

type Cell = Pick<components['schemas']['GuidanceView'], Column>;

export const COLUMNS = ['knowledge', 'skillPersonal', 'skillInterpersonal', 'attitude'] as const;
type Column = (typeof COLUMNS)[number];

export const competencyLevel = (code: string, level: number) =>
  queryOptions({
    queryKey: [language(), 'competencies', code, level],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/competencies/{code}/levels/{level}', {
          params: { path: { code, level: String(level) } },
        }),
      ),
    staleTime: Infinity,
  });

/** What can be worked on to reach the next level of a competency: the journey's own guidance first, else the catalogue's. */
export function useGuidance(journey: JourneyView, competency: string): Cell | null {
  const line = sensibleCompetencies(journey).find((one) => one.competency === competency);
  const own = journey.plan?.coaching.guidance.find((cell) => cell.competency === competency);
  const level = Math.min(5, (line?.attained ?? 0) + 1);
  const isOwn = own?.level === level;
  const { data } = useQuery({
    ...competencyLevel(competency, level),
    enabled: competency !== '' && competency !== 'S1' && !isOwn,
  });
  return isOwn ? own : (data ?? null);
}
