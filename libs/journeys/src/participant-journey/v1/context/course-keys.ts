import { STAGES, type CourseChoice, type ProgrammeCode, type Stage } from '#libs/curriculum';

/** Courses by stage as agenda and letter (`2a`), without the programme, which the journey knows. */
export type CourseKeys = Record<Stage, string[]>;

export const noCourses = (): CourseKeys => ({ selfLearning: [], eLearning: [], classical: [] });

const keyOf = (course: string) => course.slice(course.indexOf('-') + 1);

export function hasCourse(keys: CourseKeys, { course, stage }: CourseChoice): boolean {
  return keys[stage].includes(keyOf(course));
}

export function withCourse(keys: CourseKeys, choice: CourseChoice): CourseKeys {
  if (hasCourse(keys, choice)) return keys;
  return { ...keys, [choice.stage]: [...keys[choice.stage], keyOf(choice.course)].sort() };
}

export function withoutCourse(keys: CourseKeys, { course, stage }: CourseChoice): CourseKeys {
  return { ...keys, [stage]: keys[stage].filter((key) => key !== keyOf(course)) };
}

export function choicesOf(keys: CourseKeys, programme: ProgrammeCode | null): CourseChoice[] {
  return STAGES.flatMap((stage) => keys[stage].map((key) => ({ course: `${programme}-${key}`, stage })));
}

/** Those of the programme only: courses of another one say nothing about this journey. */
export function courseKeysOf(choices: readonly CourseChoice[], programme: ProgrammeCode | null): CourseKeys {
  return choices.filter(({ course }) => course.startsWith(`${programme}-`)).reduce(withCourse, noCourses());
}

/** Planned courses of a stage that are not done. */
export function outstanding(planned: CourseKeys, done: CourseKeys, stage: Stage): string[] {
  return planned[stage].filter((key) => !done[stage].includes(key));
}
