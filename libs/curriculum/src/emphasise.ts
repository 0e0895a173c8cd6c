import type { Bilingual } from '#libs/calendar';
import type { Family } from '#libs/competency';
import { shiftHours, type HoursSlot } from './emphasis.js';
import type { PlanLine, PlanStage } from './learning-plan.js';
import { classNameOf } from './plan-class.js';
import type { PlanQuestion } from './plan-question.js';

/**
 * Gives a class by family its emphasis: courses with a target in the family are marked and get hours from the others of
 * the same stage. Actualisation develops all competencies alike, so it neither gives nor takes nor is marked.
 */
export function emphasise(stages: readonly PlanStage[], family: Family, question: PlanQuestion): PlanStage[] {
  const stressed = coursesOf(family, question);
  return stages.map(({ stage, courses }) => {
    const slots = courses.map((line) => slotOf(line, stressed));
    const hours = shiftHours(slots, question.policy.emphasisShare);
    return {
      stage,
      courses: courses.map((line) => stressedLine(line, stressed, hours.get(line.course), family)),
    };
  });
}

function coursesOf(family: Family, { programme, catalogue }: PlanQuestion): Set<string> {
  const members = new Set<string>(
    catalogue.competencies.filter((one) => one.family === family).map(({ code }) => code),
  );
  const stressed = programme.courses.filter(
    ({ mandatory, targets }) => !mandatory && targets.some((target) => members.has(target)),
  );
  return new Set(stressed.map(({ code }) => code));
}

function slotOf({ course, decision, hours }: PlanLine, stressed: ReadonlySet<string>): HoursSlot {
  const role = decision === 'mandatory' ? 'keeps' : stressed.has(course) ? 'takes' : 'gives';
  return { course, hours: hours ?? null, role };
}

function stressedLine(
  line: PlanLine,
  stressed: ReadonlySet<string>,
  hours: number | undefined,
  family: Family,
): PlanLine {
  const marked: PlanLine = stressed.has(line.course) ? { ...line, emphasised: true } : line;
  if (hours === undefined || line.hours === undefined) return marked;
  return {
    ...marked,
    hours,
    hoursBefore: line.hours,
    emphasisReason: shiftReason(line.hours, hours, family),
  };
}

function shiftReason(before: number, after: number, family: Family): Bilingual {
  const name = classNameOf(family);
  return {
    id: `${name.id}: ${before} menjadi ${after} JP, jumlah jam tahap ini tetap.`,
    en: `${name.en}: ${before} to ${after} hours, the total of this stage stays.`,
  };
}
