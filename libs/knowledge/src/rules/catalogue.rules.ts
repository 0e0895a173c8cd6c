import { MANAGERIAL } from '#libs/competency';
import type { ConfigFault } from '../config-faults.js';
import type { Loaded, LoadedConfig } from '../loaded-config.js';
import type { CatalogueFile } from '../schema/competencies.schema.js';

const PARTS = ['competencies', 'ksa', 'posts'] as const;

function missingParts(config: LoadedConfig, { file, value }: Loaded<CatalogueFile>): ConfigFault[] {
  return PARTS.filter((part) => !config.broken.has(part))
    .filter((part) => !config[part].some((candidate) => candidate.value.version === value[part]))
    .map((part) => ({ file, path: part, message: `no file in ${part} has version ${value[part]}` }));
}

function missingMatrix(config: LoadedConfig, { file, value }: Loaded<CatalogueFile>): ConfigFault[] {
  if (config.broken.has('ksa')) return [];
  const found = config.ksa
    .filter((part) => part.value.version === value.ksa)
    .map((part) => part.value.competency);
  const missing = MANAGERIAL.filter((code) => !found.includes(code));
  if (found.length === 0 || missing.length === 0) return [];
  return [{ file, path: 'ksa', message: `the matrix of version ${value.ksa} lacks ${missing.join(', ')}` }];
}

/** Faults of what a catalogue puts together. */
export function catalogueFaults(config: LoadedConfig): ConfigFault[] {
  return config.catalogues.flatMap((catalogue) => [
    ...missingParts(config, catalogue),
    ...missingMatrix(config, catalogue),
  ]);
}
