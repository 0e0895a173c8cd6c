import { join } from 'node:path';
import { loadKnowledge } from '#libs/knowledge';
import { migrate } from '#libs/persistence';
import { createLog, onStopSignal, parseSettings, type Settings } from '#libs/platform';
import { compose, type Composition } from './composition/compose.js';
import { failureInWords, NO_SECRET, PlainFailure } from './plain-failure.js';
import { portFailure } from './port.js';
import { projectRoot } from './project-root.js';

/** One process of an installation: any number of each kind share the work. */
export type InstalledProcess = 'api' | 'worker';

/** Runs until a signal asks it to stop; ends with 1 and a sentence when it can't begin. */
export async function runProcess(kind: InstalledProcess): Promise<void> {
  try {
    const settings = parseSettings();
    const { composition, address } = await startProcess(kind, settings);
    createLog({ level: settings.logLevel }).info(`titian ${kind} is ready`, {
      address,
      delivery: composition.deliveryName,
    });
    onStopSignal(
      async () => {
        await composition.close();
        process.exit(0);
      },
      () => process.exit(130),
    );
  } catch (error) {
    console.error(failureInWords(error));
    process.exitCode = 1;
  }
}

/**
 * @throws PlainFailure without a database of the installation, or with the sandbox's settings; NewerSchemaError when the
 * record belongs to a newer release.
 */
export async function startProcess(
  kind: InstalledProcess,
  settings: Settings,
): Promise<{ composition: Composition; address: string }> {
  const connectionString = installedDatabase(settings);
  if (settings.signIn.secret === null) throw new PlainFailure(NO_SECRET);
  const configFolder = settings.configFolder ?? join(projectRoot(), 'config');
  const knowledge = loadKnowledge(configFolder);
  await migrate(connectionString);
  const composition = await compose({
    ...{ settings, connectionString, knowledge, process: kind, sandboxBegins: null },
    log: createLog({ level: settings.logLevel }),
  });
  try {
    await composition.deliver();
    await composition.app.listen(settings.port, settings.host);
  } catch (error) {
    await composition.close();
    throw portFailure(error, settings.host, settings.port);
  }
  if (kind === 'api') composition.training.importDesk.start();
  return { composition, address: await composition.app.getUrl() };
}

function installedDatabase({ databaseUrl, sandbox }: Settings): string {
  if (databaseUrl === null)
    throw new PlainFailure('Set DATABASE_URL: processes of an installation share one Postgres.');
  if (sandbox)
    throw new PlainFailure(
      'The sandbox is one process: run it with `npm start`, or set TITIAN_SANDBOX=false.',
    );
  return databaseUrl;
}
