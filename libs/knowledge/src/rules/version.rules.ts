import type { ConfigFault } from '../config-faults.js';
import type { Loaded, LoadedConfig } from '../loaded-config.js';

interface Head {
  version: string;
  validFrom: string;
}

function repeated<T extends Head>(
  files: Loaded<T>[],
  path: string,
  keyOf: (value: T) => string,
): ConfigFault[] {
  const first = new Map<string, string>();
  return files.flatMap(({ file, value }) => {
    const key = keyOf(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, file);
    return earlier === undefined ? [] : [{ file, path, message: `${key} is already in ${earlier}` }];
  });
}

/** One version a file, and no two that would begin to apply on the same day: which one is current must be plain. */
function distinct<T extends Head>(files: Loaded<T>[]): ConfigFault[] {
  return [
    ...repeated(files, 'version', ({ version }) => `version ${version}`),
    ...repeated(files, 'validFrom', ({ validFrom }) => `validFrom ${validFrom}`),
  ];
}

function sameDayWithinVersion<T extends Head>(files: Loaded<T>[]): ConfigFault[] {
  const days = new Map<string, Loaded<T>>();
  return files.flatMap((loaded) => {
    const { version, validFrom } = loaded.value;
    const first = days.get(version) ?? loaded;
    days.set(version, first);
    if (first.value.validFrom === validFrom) return [];
    const message = `version ${version} begins on ${first.value.validFrom} in ${first.file}`;
    return [{ file: loaded.file, path: 'validFrom', message }];
  });
}

/** Faults of versions and dates across the files of each kind. */
export function versionFaults(config: LoadedConfig): ConfigFault[] {
  return [
    ...repeated(config.competencies, 'version', ({ version }) => `version ${version}`),
    ...repeated(config.posts, 'version', ({ version }) => `version ${version}`),
    ...repeated(config.ksa, 'competency', ({ version, competency }) => `${competency} of version ${version}`),
    ...repeated(config.programmes, 'code', ({ version, code }) => `${code} of version ${version}`),
    ...sameDayWithinVersion(config.programmes),
    ...distinct(config.catalogues),
    ...distinct(config.policies),
    ...distinct(config.calendars),
    ...distinct(config.workingTimes),
    ...distinct(config.reminders),
    ...distinct(config.retention),
  ];
}
