import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Definitions } from '#libs/engine';
import { type Knowledge, loadKnowledge } from '#libs/knowledge';
import { createDataSource, productRowSource, schemaState, type SchemaState } from '#libs/persistence';
import { parseSettings, type Settings } from '#libs/platform';
import type { ProductRowSource } from '#libs/training';
import { releasedDefinitions } from '../../composition/released.js';
import { openDatabase } from '../../database/open-database.js';
import { PlainFailure } from '../../plain-failure.js';
import { projectRoot } from '../../project-root.js';

export interface OpenRecord {
  connectionString: string;
  dataSource: DataSource;
  definitions: Definitions;
  knowledge: Knowledge;
  product: ProductRowSource;
  /** Codes of the programmes that this release knows. */
  programmes: string[];
}

/**
 * The record of DATABASE_URL or of the data folder, as it is: nothing is created and nothing migrated. An embedded
 * server is started when it doesn't run, and shared when it does.
 *
 * @throws PlainFailure when there is no record there, or its schema is another release's.
 */
export async function withRecord<T>(
  applicationName: string,
  work: (record: OpenRecord) => Promise<T>,
): Promise<T> {
  const settings = parseSettings();
  refuseMissing(settings);
  const knowledge = loadKnowledge(settings.configFolder ?? join(projectRoot(), 'config'));
  const database = await openDatabase(settings, (line) => console.error(line));
  try {
    const { connectionString } = database;
    const dataSource = await createDataSource({
      connectionString,
      poolSize: 3,
      applicationName,
    }).initialize();
    try {
      refuseOtherSchema(await schemaState(dataSource));
      const programmes = [
        ...new Set([...knowledge.programmes.values()].flatMap((all) => all.map(({ code }) => code))),
      ];
      const definitions = releasedDefinitions(knowledge);
      return await work({
        connectionString,
        dataSource,
        definitions,
        knowledge,
        programmes,
        product: productRowSource(dataSource.manager),
      });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.stop();
  }
}

function refuseMissing({ databaseUrl, dataFolder }: Settings): void {
  if (databaseUrl !== null || existsSync(join(dataFolder, 'postgres'))) return;
  throw new PlainFailure(
    `There is no record in ${dataFolder}: set TITIAN_DATA to the data folder that npm start printed, or DATABASE_URL.`,
  );
}

function refuseOtherSchema({ empty, pending, unknown }: SchemaState): void {
  if (empty)
    throw new PlainFailure(
      'The database is empty: nothing was ever started on it. npx titian migrate makes its tables.',
    );
  if (unknown.length > 0)
    throw new PlainFailure(`The database belongs to a newer release (${unknown.join(', ')}): use that one.`);
  if (pending.length > 0)
    throw new PlainFailure(
      `The database is older than this release (${pending.join(', ')} did not run): npx titian migrate brings it up to date.`,
    );
}

/** The instances that --journey and --cohort mean; undefined for all. */
export async function chosenInstances(
  { product }: OpenRecord,
  { journey, cohort }: { journey?: string[]; cohort?: string },
): Promise<string[] | undefined> {
  if (journey === undefined && cohort === undefined) return undefined;
  const wrong = [...(journey ?? []), ...(cohort === undefined ? [] : [cohort])].filter(
    (id) => !UUID.test(id),
  );
  if (wrong.length > 0) throw new PlainFailure(`No id: ${wrong.join(', ')}.`);
  const chosen = new Set<string>();
  for (const choice of [
    journey && { journeyIds: journey },
    cohort === undefined ? undefined : { cohortId: cohort },
  ])
    if (choice) for (const id of await product.instancesOf(choice)) chosen.add(id);
  const unknown = (journey ?? []).filter((id) => !chosen.has(id.toLowerCase()));
  if (unknown.length > 0) throw new PlainFailure(`There is no journey ${unknown.join(', ')}.`);
  if (chosen.size === 0) throw new PlainFailure(`There is no journey in the cohort ${cohort ?? ''}.`);
  return [...chosen];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
