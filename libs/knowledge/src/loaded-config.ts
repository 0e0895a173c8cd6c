import { z } from 'zod';
import { pathInWords, type ConfigFault } from './config-faults.js';
import type { ConfigFile, Folder } from './config-files.js';
import {
  calendarFile,
  workingTimeFile,
  type CalendarFile,
  type WorkingTimeFile,
} from './schema/calendar.schema.js';
import {
  catalogueFile,
  competenciesFile,
  type CatalogueFile,
  type CompetenciesFile,
} from './schema/competencies.schema.js';
import { ksaFile, type KsaFile } from './schema/ksa.schema.js';
import { policyFile, type PolicyFile } from './schema/policy.schema.js';
import { postsFile, type PostsFile } from './schema/posts.schema.js';
import { remindersFile, type RemindersFile } from './schema/reminders.schema.js';
import { retentionFile, type RetentionFile } from './schema/retention.schema.js';
import { programmeFile, type ProgrammeFile } from './schema/programme.schema.js';

export interface Loaded<T> {
  file: string;
  value: T;
}

/** The files that are right in themselves, by kind. */
export interface LoadedConfig {
  competencies: Loaded<CompetenciesFile>[];
  ksa: Loaded<KsaFile>[];
  posts: Loaded<PostsFile>[];
  catalogues: Loaded<CatalogueFile>[];
  programmes: Loaded<ProgrammeFile>[];
  policies: Loaded<PolicyFile>[];
  calendars: Loaded<CalendarFile>[];
  workingTimes: Loaded<WorkingTimeFile>[];
  reminders: Loaded<RemindersFile>[];
  retention: Loaded<RetentionFile>[];
  /** Folders with a file that is wrong in itself: what a whole folder lacks can't be told there. */
  broken: ReadonlySet<Folder>;
}

class Checking {
  readonly faults: ConfigFault[] = [];
  readonly broken = new Set<Folder>();

  constructor(private readonly files: readonly ConfigFile[]) {}

  folder<T extends z.ZodType>(folder: Folder, schema: T): Loaded<z.output<T>>[] {
    return this.files.filter((file) => file.folder === folder).flatMap((file) => this.one(file, schema));
  }

  private one<T extends z.ZodType>({ file, folder, data }: ConfigFile, schema: T): Loaded<z.output<T>>[] {
    const result = schema.safeParse(data);
    if (result.success) return [{ file, value: result.data }];
    this.broken.add(folder);
    this.faults.push(
      ...result.error.issues.map(({ path, message }) => ({ file, path: pathInWords(path), message })),
    );
    return [];
  }
}

/** Checks each file by the schema of its folder. */
export function checkFiles(files: readonly ConfigFile[]): { config: LoadedConfig; faults: ConfigFault[] } {
  const checking = new Checking(files);
  const config = {
    competencies: checking.folder('competencies', competenciesFile),
    ksa: checking.folder('ksa', ksaFile),
    posts: checking.folder('posts', postsFile),
    catalogues: checking.folder('catalogues', catalogueFile),
    programmes: checking.folder('programmes', programmeFile),
    policies: checking.folder('policies', policyFile),
    calendars: checking.folder('calendars', calendarFile),
    workingTimes: checking.folder('working-time', workingTimeFile),
    reminders: checking.folder('reminders', remindersFile),
    retention: checking.folder('retention', retentionFile),
    broken: checking.broken,
  };
  return { config, faults: checking.faults };
}
