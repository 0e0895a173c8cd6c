import type { ApiAccount } from '../api-client.js';
import type { Desk } from '../desk.js';
import type { SimulatedJourney } from '../journey-book.js';
import { sideBySide } from '../side-by-side.js';

interface Line {
  decision: string;
  hours?: number | null;
  done?: boolean;
}

interface Gaps {
  competencies: { gap: number }[];
}

/** A journey's page as it is at the end. */
export interface FinalPage {
  journey: SimulatedJourney;
  status: string;
  state: string[];
  next: { action: string; owner: string; due: string | null } | null;
  gaps: Gaps | null;
  gapsAfter: Gaps | null;
  plan: { stages: { courses: Line[] }[] } | null;
  verdict: { meetsStandard: boolean } | null;
  certificates: { kind: string }[];
}

/** Reads everybody's page once more. */
export async function finalPages(desk: Desk): Promise<FinalPage[]> {
  const pages: FinalPage[] = [];
  await sideBySide(desk.journeys.all(), 8, async (journey) => {
    const organiser: ApiAccount = desk.staff.named(journey.cohort.invented.institute.organiser);
    const page = (await organiser.get(`/journeys/${journey.id}`)) as unknown as Omit<FinalPage, 'journey'>;
    pages.push({ ...page, journey });
  });
  return pages.sort((one, other) => (one.journey.key < other.journey.key ? -1 : 1));
}

/** Hours of what is required or was added, and of all courses that the programme has. */
export function hoursOf({ plan, journey }: FinalPage): { planned: number; whole: number } {
  const hours = { planned: 0, whole: 0 };
  if (journey.cohort.invented.kind === 'assessment') return hours;
  for (const { decision, hours: of, done } of plan?.stages.flatMap(({ courses }) => courses) ?? []) {
    hours.whole += of ?? 0;
    if (decision !== 'optional' || done) hours.planned += of ?? 0;
  }
  return hours;
}

export const gapsIn = (gaps: Gaps | null): number =>
  gaps?.competencies.filter(({ gap }) => gap > 0).length ?? 0;
