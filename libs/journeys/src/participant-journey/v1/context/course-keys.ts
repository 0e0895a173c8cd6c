import { STAGES, type CourseChoice, type ProgrammeCode, type Stage } from '#libs/curriculum';

/** Courses by stage as agenda and letter (`2a`), without the programme, which the journey knows. */
export type CourseKeys = Partial<Record<Stage, string[]>>;

export const noCourses = (): CourseKeys => ({});

export const coursesIn = (keys: CourseKeys, stage: Stage): string[] => keys[stage] ?? [];

const keyOf = (course: string) => course.slice(course.indexOf('-') + 1);

export function hasCourse(keys: CourseKeys, { course, stage }: CourseChoice): boolean {
  return coursesIn(keys, stage).includes(keyOf(course));
}

export function withCourse(keys: CourseKeys, choice: CourseChoice): CourseKeys {
  if (hasCourse(keys, choice)) return keys;
  return { ...keys, [choice.stage]: [...coursesIn(keys, choice.stage), keyOf(choice.course)].sort() };
}

export function withoutCourse(keys: CourseKeys, { course, stage }: CourseChoice): CourseKeys {
  return { ...keys, [stage]: coursesIn(keys, stage).filter((key) => key !== keyOf(course)) };
}

export function choicesOf(keys: CourseKeys, programme: ProgrammeCode | null): CourseChoice[] {
  return STAGES.flatMap((stage) =>
    coursesIn(keys, stage).map((key) => ({ course: `${programme}-${key}`, stage })),
  );
}

/** Those of the programme only: courses of another one say nothing about this journey. */
export function courseKeysOf(choices: readonly CourseChoice[], programme: ProgrammeCode | null): CourseKeys {
  return choices.filter(({ course }) => course.startsWith(`${programme}-`)).reduce(withCourse, noCourses());
}

/** Planned courses of a stage that are not done. */
export function outstanding(planned: CourseKeys, done: CourseKeys, stage: Stage): string[] {
  return coursesIn(planned, stage).filter((key) => !coursesIn(done, stage).includes(key));
}
