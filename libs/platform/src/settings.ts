import { z } from 'zod';
import { LOG_LEVELS } from './json-log.js';
import { SIGN_IN_SETTINGS, signInFaults, type SignInSettings, signInSettingsOf } from './sign-in-settings.js';

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

const wholeNumber = (from: number, to: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(from).max(to));

const postgresUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), 'must be a postgres:// address');

const redisUrl = z
  .string()
  .refine(
    (text) => /^rediss?:\/\//.test(text) && URL.canParse(text),
    'must be a redis:// or rediss:// address',
  );

const httpUrl = z
  .string()
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'must be an http(s):// address');

const smtpUrl = z
  .string()
  .refine(
    (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
    'must be an smtp:// or smtps:// address',
  );

const ADDRESS = String.raw`[^\s<>@,;"]+@[^\s<>@,;"]+`;
const mailbox = z
  .string()
  .regex(
    new RegExp(`^(?:[^<>@,;"\\r\\n]+ <${ADDRESS}>|${ADDRESS})$`),
    'must be an address such as Titian <titian@example.go.id>',
  );

/** Every setting that the environment may give, with what it is for; an empty value counts as not given. */
export const SETTINGS = {
  PORT: { schema: wholeNumber(0, 65535).default(3000), about: 'TCP port of the API; 0 takes a free one' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), about: 'address that the API listens on' },
  PUBLIC_URL: { schema: httpUrl.optional(), about: 'address under which users reach the API' },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    about: 'Postgres 15 or newer; without it an embedded one is started',
  },
  REDIS_URL: {
    schema: redisUrl.optional(),
    about:
      'Redis 6.2 or newer for the queues, and for limits of requests over several processes; without it queues are kept in Postgres and each process counts requests for itself',
  },
  TITIAN_HORIZON_HOURS: {
    schema: wholeNumber(1, 720).default(48),
    about: 'how far ahead deadlines are handed to the queue, in hours',
  },
  TITIAN_DEADLINE_CONCURRENCY: {
    schema: wholeNumber(1, 64).default(2),
    about: 'shelves of due deadlines that one process fires side by side',
  },
  TITIAN_EFFECT_CONCURRENCY: {
    schema: wholeNumber(1, 64).default(4),
    about: 'batches of effects that one process carries side by side',
  },
  TITIAN_EFFECT_BATCHES_PER_SECOND: {
    schema: wholeNumber(1, 100_000).optional(),
    about: 'batches of effects a second over all processes; default: as many as come',
  },
  SMTP_URL: {
    schema: smtpUrl.optional(),
    about:
      'server that takes mail, smtp(s)://user:password@host:port; without it people are told in the inbox only',
  },
  MAIL_FROM: { schema: mailbox.optional(), about: 'sender of mail; needed with SMTP_URL' },
  TITIAN_HOSTILE_DELIVERY: {
    schema: flag.optional(),
    about: 'for tests: every job comes twice, late and shuffled, and the queues are wiped once',
  },
  TITIAN_DATA: { schema: z.string().min(1).default('.titian'), about: 'data folder of the embedded stores' },
  TITIAN_CONFIG: { schema: z.string().min(1).optional(), about: 'folder of the versioned knowledge files' },
  TITIAN_SANDBOX: {
    schema: flag.optional(),
    about: 'sandbox data, accounts and clock; default: on exactly when DATABASE_URL is absent',
  },
  TITIAN_SESSION_HOURS: { schema: wholeNumber(1, 720).default(12), about: 'how long a session lasts' },
  TITIAN_BODY_LIMIT_KB: { schema: wholeNumber(1, 65536).default(1024), about: 'largest JSON body, in KB' },
  TITIAN_UPLOAD_LIMIT_KB: {
    schema: wholeNumber(1, 262144).default(10240),
    about: 'largest uploaded file, in KB',
  },
  ...SIGN_IN_SETTINGS,
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS).default('info'), about: 'least level that the log writes' },
} as const;

type Key = keyof typeof SETTINGS;
type Raw = { [K in Key]: z.output<(typeof SETTINGS)[K]['schema']> };

export interface Settings {
  port: number;
  host: string;
  publicUrl: string | null;
  databaseUrl: string | null;
  redisUrl: string | null;
  delivery: {
    horizonHours: number;
    deadlineConcurrency: number;
    effectConcurrency: number;
    /** Null for as many as come. */
    effectBatchesPerSecond: number | null;
    /** For tests. */
    hostile: boolean;
  };
  /** Null: mail is off. */
  mail: { smtpUrl: string; from: string } | null;
  dataFolder: string;
  configFolder: string | null;
  sandbox: boolean;
  sessionHours: number;
  signIn: SignInSettings;
  bodyLimitBytes: number;
  uploadLimitBytes: number;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Thrown once with every bad key, so that a wrong environment is corrected in one go. */
export class SettingsFaults extends Error {
  constructor(readonly faults: { key: string; message: string }[]) {
    super(
      `The environment has faults:\n${faults.map(({ key, message }) => `  ${key}: ${message}`).join('\n')}`,
    );
    this.name = 'SettingsFaults';
  }
}

/** Parses the environment once. Throws SettingsFaults with all faults. */
export function parseSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const shape = Object.fromEntries(Object.entries(SETTINGS).map(([key, { schema }]) => [key, schema]));
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key in SETTINGS && value !== ''),
  );
  const parsed = z.object(shape).safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ key: path.join('.'), message })),
    ...unsigned(given),
    ...signInFaults(given),
  ];
  if (!parsed.success || faults.length > 0) throw new SettingsFaults(faults);
  return settingsOf(parsed.data as Raw);
}

/** No server takes mail from nobody. */
function unsigned(given: Record<string, unknown>): { key: string; message: string }[] {
  const isMissing = given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined;
  return isMissing ? [{ key: 'MAIL_FROM', message: 'is needed with SMTP_URL' }] : [];
}

function settingsOf(raw: Raw): Settings {
  return {
    port: raw.PORT,
    host: raw.HOST,
    publicUrl: raw.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: raw.DATABASE_URL ?? null,
    redisUrl: raw.REDIS_URL ?? null,
    delivery: {
      horizonHours: raw.TITIAN_HORIZON_HOURS,
      deadlineConcurrency: raw.TITIAN_DEADLINE_CONCURRENCY,
      effectConcurrency: raw.TITIAN_EFFECT_CONCURRENCY,
      effectBatchesPerSecond: raw.TITIAN_EFFECT_BATCHES_PER_SECOND ?? null,
      hostile: raw.TITIAN_HOSTILE_DELIVERY ?? false,
    },
    mail: raw.SMTP_URL && raw.MAIL_FROM ? { smtpUrl: raw.SMTP_URL, from: raw.MAIL_FROM } : null,
    dataFolder: raw.TITIAN_DATA,
    configFolder: raw.TITIAN_CONFIG ?? null,
    sandbox: raw.TITIAN_SANDBOX ?? raw.DATABASE_URL === undefined,
    sessionHours: raw.TITIAN_SESSION_HOURS,
    signIn: signInSettingsOf(raw),
    bodyLimitBytes: raw.TITIAN_BODY_LIMIT_KB * 1024,
    uploadLimitBytes: raw.TITIAN_UPLOAD_LIMIT_KB * 1024,
    logLevel: raw.LOG_LEVEL,
  };
}
