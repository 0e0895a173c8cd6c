import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { ConfigFault } from './config-faults.js';

/** The folders that this library reads; each holds files of one kind. */
export const FOLDERS = [
  'competencies',
  'ksa',
  'posts',
  'catalogues',
  'programmes',
  'policies',
  'calendars',
  'working-time',
  'reminders',
  'retention',
] as const;

export type Folder = (typeof FOLDERS)[number];

// Read by others.
const FOREIGN_FOLDERS = ['sandbox', 'simulation'];

export interface ConfigFile {
  /** From the configuration folder on, as faults name it. */
  file: string;
  folder: Folder;
  data: unknown;
}

export interface ConfigReading {
  files: ConfigFile[];
  faults: ConfigFault[];
}

const isYaml = (name: string) => /\.ya?ml$/.test(name);

function unknownEntries(configDir: string): ConfigFault[] {
  const known: string[] = [...FOLDERS, ...FOREIGN_FOLDERS];
  return readdirSync(configDir, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? !known.includes(entry.name) : isYaml(entry.name)))
    .map((entry) => ({
      file: `${basename(configDir)}/${entry.name}`,
      path: '',
      message: `nothing reads this; files belong into one of ${FOLDERS.join(', ')}`,
    }));
}

function readFile(configDir: string, folder: Folder, name: string): ConfigReading {
  const file = `${basename(configDir)}/${folder}/${name}`;
  const document = parseDocument(readFileSync(join(configDir, folder, name), 'utf8'));
  const faults = document.errors.map((error) => ({
    file,
    path: '',
    message: `not readable as YAML: ${error.message}`,
  }));
  return faults.length > 0
    ? { files: [], faults }
    : { files: [{ file, folder, data: document.toJS() }], faults };
}

function namesIn(configDir: string, folder: Folder): string[] {
  try {
    return readdirSync(join(configDir, folder)).filter(isYaml).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readFolder(configDir: string, folder: Folder): ConfigReading {
  const names = namesIn(configDir, folder);
  if (names.length === 0) {
    const message = 'no file; at least one .yaml file is needed here';
    return { files: [], faults: [{ file: `${basename(configDir)}/${folder}`, path: '', message }] };
  }
  return merged(names.map((name) => readFile(configDir, folder, name)));
}

function merged(readings: ConfigReading[]): ConfigReading {
  return {
    files: readings.flatMap((reading) => reading.files),
    faults: readings.flatMap((reading) => reading.faults),
  };
}

/** Reads every file of a configuration folder, and says which of them aren't YAML or lie where nothing reads them. */
export function readConfigFiles(configDir: string): ConfigReading {
  return merged([
    { files: [], faults: unknownEntries(configDir) },
    ...FOLDERS.map((folder) => readFolder(configDir, folder)),
  ]);
}
