import type { CompetencyCatalogue } from '#libs/competency';
import { calendarsOf } from './assemble-calendars.js';
import { programmesOf } from './assemble-programmes.js';
import { byAge } from './edition.js';
import type { Edition, Knowledge, Versions } from './knowledge.js';
import type { Loaded, LoadedConfig } from './loaded-config.js';
import type { CatalogueFile } from './schema/competencies.schema.js';

function catalogueOf({ value }: Loaded<CatalogueFile>, config: LoadedConfig): CompetencyCatalogue {
  const part = <T extends { version: string }>(files: Loaded<T>[], version: string) =>
    files.map((file) => file.value).filter((candidate) => candidate.version === version);
  return {
    version: value.version,
    competencies: part(config.competencies, value.competencies).flatMap(({ competencies }) => competencies),
    ksa: part(config.ksa, value.ksa)
      .sort((a, b) => a.competency.localeCompare(b.competency))
      .flatMap(({ competency, levels }) => levels.map((cell) => ({ competency, ...cell }))),
    posts: part(config.posts, value.posts).flatMap(({ posts }) =>
      posts.map(({ postLevel, name, level, programme }) => ({ postLevel, name, level, programme })),
    ),
  };
}

function editionsOf(files: Loaded<Edition>[]): Edition[] {
  const editions = files.map(({ value: { version, source, validFrom } }) => ({ version, source, validFrom }));
  return [...new Map(editions.map((edition) => [edition.version, edition])).values()].sort(byAge);
}

function byVersion<T extends { version: string }>(files: Loaded<T>[]): Map<string, T> {
  return new Map(files.map(({ value }) => [value.version, value]));
}

/** Puts checked files together. The settings are read beside, from the files as they are. */
export function assembleKnowledge(config: LoadedConfig): Omit<Knowledge, 'settings'> {
  const editions: Record<keyof Versions, Edition[]> = {
    catalogue: editionsOf(config.catalogues),
    policy: editionsOf(config.policies),
    calendar: editionsOf(config.calendars),
    programmes: editionsOf(config.programmes),
  };
  const last = (kind: keyof Versions) => editions[kind].at(-1)!.version;
  return {
    catalogues: new Map(config.catalogues.map((file) => [file.value.version, catalogueOf(file, config)])),
    programmes: programmesOf(config),
    policies: byVersion(config.policies),
    calendars: calendarsOf(config),
    workingTimes: byVersion(config.workingTimes),
    reminders: byVersion(config.reminders),
    retention: byVersion(config.retention),
    current: {
      catalogue: last('catalogue'),
      policy: last('policy'),
      calendar: last('calendar'),
      programmes: last('programmes'),
    },
    editions,
  };
}
