import type { Competency, CompetencyCatalogue, KsaCell, PostStandard } from '#libs/competency';
import { standardOfLevel } from '#libs/competency';
import type { Locale } from '#libs/platform';
import type { CompetencyLevelDetail, CompetencyView, StandardView } from './competency.dto.js';

export function competencyView(competency: Competency, locale: Locale): CompetencyView {
  const { code, name, kind, family, definition, levels } = competency;
  return {
    code,
    name: name[locale],
    kind,
    family,
    definition: definition[locale],
    levels: levels.map(({ level, descriptor }) => ({ level, descriptor: descriptor[locale] })),
  };
}

/** Undefined when there is no such level. The matrix has no cell for S1: its columns are empty then. */
export function competencyLevel(
  catalogue: CompetencyCatalogue,
  { code, level }: { code: string; level: number },
  locale: Locale,
): CompetencyLevelDetail | undefined {
  const competency = catalogue.competencies.find((one) => one.code === code);
  const described = competency?.levels.find((one) => one.level === level);
  if (!competency || !described) return undefined;
  const cell = catalogue.ksa.find((one) => one.competency === code && one.level === level);
  return {
    ...(cell ?? emptyCell(competency, described.level)),
    name: competency.name[locale],
    descriptor: described.descriptor[locale],
  };
}

function emptyCell(competency: Competency, level: KsaCell['level']): KsaCell {
  const columns = {
    knowledge: [],
    skillPersonal: [],
    skillInterpersonal: [],
    attitude: [],
    learningModels: [],
  };
  return { competency: competency.code, level, ...columns, incomplete: [] };
}

export function standardView(
  { postLevel, name, level, programme }: PostStandard,
  locale: Locale,
): StandardView {
  return { postLevel, name: name[locale], level, programme, levels: standardOfLevel(level) };
}
