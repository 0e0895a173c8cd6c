import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { toInstant, type Instant } from '#libs/calendar';
import { PlainFailure } from '../plain-failure.js';
import { cohortStorySchema, type SandboxStep, type SandboxWorld, worldSchema } from './sandbox-schema.js';

export interface CohortStory {
  /** Its file's name without the ending. */
  name: string;
  steps: SandboxStep[];
}

/** The sandbox as its files describe it. */
export interface SandboxFiles {
  world: SandboxWorld;
  begins: Instant;
  stands: Instant;
  stories: CohortStory[];
  sheet(name: string): Uint8Array;
}

/** Reads `config/sandbox`. Throws a plain failure that lists every fault by file and path. */
export function readSandboxFiles(configDir: string): SandboxFiles {
  const folder = join(configDir, 'sandbox');
  const cohorts = join(folder, 'cohorts');
  const faults: string[] = [];
  const world = read(join(folder, 'sandbox.yaml'), worldSchema, faults);
  const names = existsSync(cohorts) ? readdirSync(cohorts).filter((name) => name.endsWith('.yaml')) : [];
  const stories = names.sort().map((name) => ({
    name: name.replace(/\.yaml$/, ''),
    steps: read(join(cohorts, name), cohortStorySchema, faults)?.steps ?? [],
  }));
  for (const { name, steps } of stories) faults.push(...missingSheets(cohorts, name, steps));
  if (!world || faults.length > 0)
    throw new PlainFailure(
      `The sandbox's files have faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  return {
    world,
    begins: toInstant(world.clock.begins),
    stands: toInstant(world.clock.stands),
    stories,
    sheet: (name) => readFileSync(join(cohorts, name)),
  };
}

function read<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  faults: string[],
): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`));
  } catch (cause) {
    if (!(cause instanceof YAMLParseError) && !isMissing(cause)) throw cause;
    faults.push(`${file}: ${cause instanceof Error ? cause.message : ''}`);
  }
  return null;
}

function missingSheets(folder: string, name: string, steps: SandboxStep[]): string[] {
  const sheets = steps.flatMap((step) =>
    'roster' in step ? [step.roster] : 'profiles' in step ? [step.profiles] : [],
  );
  return sheets
    .filter((sheet) => !existsSync(join(folder, sheet)))
    .map((sheet) => `cohorts/${name}.yaml: there is no ${sheet}`);
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
