import type { Bilingual } from '#libs/calendar';
import { isManagerial, type CompetencyGap, type GapAnalysis, type ManagerialCode } from '#libs/competency';
import type { PlanQuestion } from './plan-question.js';
import type { Course } from './programme.js';

/** A target competency that the person still lacks; `gap` is null where nothing at all is known about it. */
export interface Need {
  competency: ManagerialCode;
  gap: CompetencyGap | null;
}

/**
 * The target competencies of a course with a gap (seed 002, Alternative I b). Without data a competency counts as a gap: the
 * analysis gives the whole standard as the gap of what was not rated.
 */
export function needsOf(course: Course, analysis: GapAnalysis): Need[] {
  return course.targets.flatMap((competency) => {
    const gap = analysis.competencies.find((one) => one.competency === competency) ?? null;
    return gap?.gap === 0 ? [] : [{ competency, gap }];
  });
}

/** Whether nothing is left for training to close: every managerial competency at its standard, so rated as well. */
export function isWithoutGap(analysis: GapAnalysis): boolean {
  const managerial = analysis.competencies.filter(({ competency }) => isManagerial(competency));
  return managerial.length > 0 && managerial.every(({ gap }) => gap === 0);
}

/** `M3 Komunikasi`, or the code alone where the catalogue has no such competency. */
export function nameOf(
  competency: string,
  catalogue: Pick<PlanQuestion['catalogue'], 'competencies'>,
): Bilingual {
  const name = catalogue.competencies.find(({ code }) => code === competency)?.name;
  return {
    id: name ? `${competency} ${name.id}` : competency,
    en: name ? `${competency} ${name.en}` : competency,
  };
}
