import type { ConfiguredProgramme } from '#libs/knowledge';
import type { Locale } from '#libs/platform';
import type { ProgrammeDetail, ProgrammeView } from './programme.dto.js';

export function programmeView(programme: ConfiguredProgramme, locale: Locale): ProgrammeView {
  const { code, version, name, level, postLevels, courses, feeLines } = programme;
  return { code, version, name: name[locale], level, postLevels, courseCount: courses.length, feeLines };
}

export function programmeDetail(programme: ConfiguredProgramme, locale: Locale): ProgrammeDetail {
  return {
    ...programmeView(programme, locale),
    agendas: programme.agendas.map(({ number, name }) => ({ number, name: name[locale] })),
    courses: programme.courses.map((course) => ({ ...course, name: course.name[locale] })),
  };
}
