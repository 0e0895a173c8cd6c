import { isManagerial } from '#libs/competency';
import { isWithoutGap, nameOf } from './course-need.js';
import type { NoteCode, PlanLine, PlanNote, PlanStage } from './learning-plan.js';
import { COACHING_NOTES, NOTES, PATHWAY_NOTES } from './note-texts.js';
import { isCoached } from './pathway.js';
import type { PlanClass } from './plan-class.js';
import type { CourseChoice, PlanQuestion } from './plan-question.js';

// Notes that speak of a focus say nothing to someone who has none; groups and briefings concern everybody.
const ABOUT_FOCUS: readonly NoteCode[] = ['coachingSuggested', 'coachingOfClass'];

/** What must be said beside the lines, in a fixed order: about the profile, the pathway, the class, coaching, choices. */
export function notesOf(
  question: PlanQuestion,
  stages: readonly PlanStage[],
  focus: readonly string[],
  planClass: PlanClass | null,
): PlanNote[] {
  return [
    NOTES.proposal,
    ...profileNotes(question),
    ...methodNotes(question, stages),
    ...(question.pathway === 'flexible' ? [{ code: 'fullFee' as const, ...question.policy.feeNote }] : []),
    ...PATHWAY_NOTES[question.pathway],
    ...(planClass?.notes ?? []),
    ...emphasisNotes(stages, planClass),
    ...COACHING_NOTES[question.pathway].filter(({ code }) => focus.length > 0 || !ABOUT_FOCUS.includes(code)),
    ...briefingNotes(question),
    ...(focus.length > 0 ? [] : [NOTES.noFocus]),
    ...choiceNotes(question, stages),
  ];
}

function profileNotes({ analysis, catalogue }: PlanQuestion): PlanNote[] {
  if (isWithoutGap(analysis)) return [NOTES.noGap];
  const managerial = analysis.competencies.filter(({ competency }) => isManagerial(competency));
  const unrated = managerial.filter(({ attained }) => attained === null);
  if (unrated.length === 0) return [];
  if (unrated.length === managerial.length) return [NOTES.noReport];
  const names = unrated.map(({ competency }) => nameOf(competency, catalogue));
  return [
    {
      code: 'unrated',
      id: `Belum dinilai dan karena itu dianggap kesenjangan: ${names.map(({ id }) => id).join(', ')}.`,
      en: `Not rated and therefore taken as gaps: ${names.map(({ en }) => en).join(', ')}.`,
    },
  ];
}

/** Only where something is left out because of it. */
function methodNotes({ method, policy }: PlanQuestion, stages: readonly PlanStage[]): PlanNote[] {
  const isSimple = method != null && policy.simpleMethods.includes(method);
  const leavesOut = stages.some(({ courses }) =>
    courses.some(({ decision, added }) => decision === 'optional' && !added),
  );
  return isSimple && leavesOut ? [NOTES.simpleMethod] : [];
}

function briefingNotes({ pathway, policy }: PlanQuestion): PlanNote[] {
  if (!isCoached(pathway)) return [];
  return [policy.briefingRequiredOn.includes(pathway) ? NOTES.briefingGate : NOTES.briefingAdvised];
}

function emphasisNotes(stages: readonly PlanStage[], planClass: PlanClass | null): PlanNote[] {
  if (planClass?.basis === 'category') return [NOTES.hoursOfCategory];
  if (!planClass?.emphasis) return [];
  const shifted = stages.some(({ courses }) => courses.some(({ hoursBefore }) => hoursBefore !== undefined));
  return shifted ? [] : [NOTES.hoursNotShifted];
}

function choiceNotes({ added = [], removed = [] }: PlanQuestion, stages: readonly PlanStage[]): PlanNote[] {
  const ignored = added.filter((choice) => lineAt(stages, choice) === undefined);
  const refused = removed.filter((choice) => {
    const decision = lineAt(stages, choice)?.decision;
    return decision === 'required' || decision === 'mandatory';
  });
  return [...ignored.map(additionIgnored), ...refused.map(removalRefused)];
}

/** The line of a course in a stage, if the programme teaches it there. */
export function lineAt(stages: readonly PlanStage[], { course, stage }: CourseChoice): PlanLine | undefined {
  return stages.find((one) => one.stage === stage)?.courses.find((line) => line.course === course);
}

function additionIgnored({ course, stage }: CourseChoice): PlanNote {
  return {
    code: 'additionIgnored',
    id: `${course} tidak diajarkan pada tahap ${stage}, sehingga tidak ditambahkan.`,
    en: `${course} is not taught in the stage ${stage}, so it was not added.`,
  };
}

function removalRefused({ course, stage }: CourseChoice): PlanNote {
  return {
    code: 'removalRefused',
    id: `${course} (${stage}) wajib dan tetap dalam rencana.`,
    en: `${course} (${stage}) is required and stays in the plan.`,
  };
}
