import { join } from 'node:path';
import { withOffset } from '#libs/calendar';
import { type Knowledge, loadKnowledge } from '#libs/knowledge';
import { migrate, sandboxMarks } from '#libs/persistence';
import { createLog, type Settings } from '#libs/platform';
import { compose, type Composition } from './composition/compose.js';
import { beginAnew } from './database/begin-anew.js';
import { keptSecret } from './database/kept-secret.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { type Greeting, greetingLines } from './greeting.js';
import { NO_SECRET, PlainFailure } from './plain-failure.js';
import { portFailure, refuseTakenPort } from './port.js';
import { projectRoot } from './project-root.js';
import { loadSandbox } from './sandbox/load-sandbox.js';
import { doorOf } from './sandbox/sandbox-door.js';
import { readSandboxFiles, type SandboxFiles } from './sandbox/sandbox-files.js';

export interface StartOptions {
  fresh: boolean;
  say: (line: string) => void;
}

export interface RunningTitian {
  address: string;
  composition: Composition;
  stop(): Promise<void>;
}

/** Checks, then starts from the bottom up; what was started before a failure is stopped again. */
export async function start(given: Settings, { fresh, say }: StartOptions): Promise<RunningTitian> {
  const settings = await withSecret(given);
  const configFolder = settings.configFolder ?? join(projectRoot(), 'config');
  const knowledge = loadKnowledge(configFolder);
  const sandbox = settings.sandbox ? readSandboxFiles(configFolder) : null;
  await refuseTakenPort(settings.host, settings.port);
  const database = await openDatabase(settings, say);
  try {
    if (fresh) await beginAnew(database);
    await migrate(database.connectionString);
    return await run({ settings, knowledge, sandbox, database, say });
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** @throws PlainFailure in production without a secret: processes that share a record must share it too. */
async function withSecret(settings: Settings): Promise<Settings> {
  const { signIn, sandbox, databaseUrl, dataFolder } = settings;
  if (signIn.secret !== null) return settings;
  if (!sandbox && databaseUrl !== null) throw new PlainFailure(NO_SECRET);
  return { ...settings, signIn: { ...signIn, secret: await keptSecret(dataFolder) } };
}

interface RunNeeds {
  settings: Settings;
  knowledge: Knowledge;
  sandbox: SandboxFiles | null;
  database: OpenDatabase;
  say: StartOptions['say'];
}

async function run({ settings, knowledge, sandbox, database, say }: RunNeeds): Promise<RunningTitian> {
  const log = createLog({ level: settings.logLevel });
  const { connectionString } = database;
  const composition = await compose({
    settings,
    connectionString,
    knowledge,
    log,
    sandboxBegins: sandbox?.begins ?? null,
    sandboxDoor: sandbox && doorOf(sandbox.world),
    process: 'all',
  });
  try {
    if (sandbox)
      await loadSandbox(composition.training, sandbox, sandboxMarks(composition.dataSource.manager));
    await composition.deliver();
    await listen(composition, settings);
  } catch (error) {
    await composition.close();
    throw error;
  }
  composition.training.importDesk.start();
  const address = settings.publicUrl ?? (await composition.app.getUrl());
  for (const line of greetingLines(greeting(address, database, composition, sandbox))) say(line);
  return {
    address,
    composition,
    stop: async () => {
      await composition.close();
      await database.stop();
    },
  };
}

async function listen({ app }: Composition, { host, port }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw portFailure(error, host, port);
  }
}

function greeting(
  address: string,
  { embedded }: OpenDatabase,
  { sandboxClock, deliveryName, mailName }: Composition,
  sandbox: SandboxFiles | null,
): Greeting {
  return {
    address,
    data: embedded ? embedded.dataFolder : 'the database of DATABASE_URL',
    delivery: deliveryName,
    mail: mailName,
    sandbox:
      sandboxClock && sandbox
        ? {
            now: withOffset(sandboxClock.now(), 'Asia/Jakarta'),
            accounts: sandbox.world.accounts.map(({ username }) => username),
            password: sandbox.world.password,
          }
        : null,
  };
}
