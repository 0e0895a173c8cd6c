import { z } from 'zod';

const wholeNumber = (from: number, to: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(from).max(to));

const webUrl = z
  .string()
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'must be an http(s):// address');

const contact = z
  .string()
  .refine(
    (text) => /^(mailto|https|tel):\S+$/.test(text) && URL.canParse(text),
    'must be a mailto:, https:// or tel: address',
  );

/** Where a limit comes from; `illustrative`: no document at hand sets it. */
const ASSUMED = { source: 'assumption; no source sets it', illustrative: true } as const;

/** How people sign in, and how much anybody may ask: each with its source. */
export const SIGN_IN_SETTINGS = {
  TITIAN_SECRET: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    about:
      'secret of the installation, at least 32 random characters: seals second factors; needed in production, made and kept in the data folder for the sandbox',
  },
  TITIAN_PASSWORD_LENGTH: {
    schema: wholeNumber(8, 128).default(12),
    about: 'least length of a password',
    source:
      'NIST SP 800-63B-4, 3.1.1.2: 15 characters alone, 8 with a second factor; between the two while the second factor is a choice',
    illustrative: true,
  },
  TITIAN_FREE_FAILURES: {
    schema: wholeNumber(1, 100).default(5),
    about: 'wrong passwords of one name from one place before it has to wait',
    ...ASSUMED,
  },
  TITIAN_FIRST_WAIT_SECONDS: {
    schema: wholeNumber(1, 3600).default(30),
    about: 'the first such wait, in seconds; every further failure doubles it',
    ...ASSUMED,
  },
  TITIAN_LONGEST_WAIT_SECONDS: {
    schema: wholeNumber(1, 86_400).default(3600),
    about: 'the longest such wait, in seconds',
    ...ASSUMED,
  },
  TITIAN_RECOVERY_MINUTES: {
    schema: wholeNumber(1, 1440).default(30),
    about: 'how long a link to set a forgotten password holds, in minutes',
    ...ASSUMED,
  },
  TITIAN_INVITATION_HOURS: {
    schema: wholeNumber(1, 720).default(72),
    about: 'how long the invitation to a new account holds, in hours',
    ...ASSUMED,
  },
  OIDC_ISSUER: {
    schema: webUrl.optional(),
    about: 'OpenID Connect provider by which people may sign in too; https, or http on this machine',
  },
  OIDC_CLIENT_ID: { schema: z.string().min(1).optional(), about: 'our name there; needed with OIDC_ISSUER' },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    about: 'our secret there; needed with OIDC_ISSUER',
  },
  TITIAN_ADDRESS_REQUESTS: {
    schema: wholeNumber(0, 100_000_000).default(60_000),
    about:
      'requests a minute from one address, of all processes together with REDIS_URL, in each process without; 0 for no limit',
    ...ASSUMED,
  },
  TITIAN_ACCOUNT_REQUESTS: {
    schema: wholeNumber(0, 100_000_000).default(12_000),
    about:
      'requests a minute of one account, of all processes together with REDIS_URL, in each process without; 0 for no limit',
    ...ASSUMED,
  },
  SECURITY_CONTACT: {
    schema: contact.optional(),
    about: 'whom to tell of a weakness, as mailto:, https:// or tel:; shown in /.well-known/security.txt',
  },
  SECURITY_POLICY_URL: {
    schema: webUrl.optional(),
    about: 'page that says how reports of a weakness are treated; shown in /.well-known/security.txt',
  },
} as const;

type Raw = { [K in keyof typeof SIGN_IN_SETTINGS]: z.output<(typeof SIGN_IN_SETTINGS)[K]['schema']> };

export interface SignInSettings {
  /** Null: made and kept in the data folder, where that is allowed. */
  secret: string | null;
  passwordLength: number;
  failures: { free: number; firstWaitSeconds: number; longestWaitSeconds: number };
  recoveryMinutes: number;
  invitationHours: number;
  oidc: OidcSettings | null;
  /** Requests a minute; 0 for no limit. */
  requests: { address: number; account: number };
  securityText: { contact: string; policy: string | null } | null;
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export function signInSettingsOf(raw: Raw): SignInSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = raw;
  return {
    secret: raw.TITIAN_SECRET ?? null,
    passwordLength: raw.TITIAN_PASSWORD_LENGTH,
    failures: {
      free: raw.TITIAN_FREE_FAILURES,
      firstWaitSeconds: raw.TITIAN_FIRST_WAIT_SECONDS,
      longestWaitSeconds: raw.TITIAN_LONGEST_WAIT_SECONDS,
    },
    recoveryMinutes: raw.TITIAN_RECOVERY_MINUTES,
    invitationHours: raw.TITIAN_INVITATION_HOURS,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    requests: { address: raw.TITIAN_ADDRESS_REQUESTS, account: raw.TITIAN_ACCOUNT_REQUESTS },
    securityText: raw.SECURITY_CONTACT
      ? { contact: raw.SECURITY_CONTACT, policy: raw.SECURITY_POLICY_URL ?? null }
      : null,
  };
}

/** What one of these settings needs besides itself. */
export function signInFaults(given: Record<string, unknown>): { key: string; message: string }[] {
  const issuer = given['OIDC_ISSUER'];
  if (typeof issuer !== 'string') return [];
  const missing = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL']
    .filter((key) => given[key] === undefined)
    .map((key) => ({ key, message: 'is needed with OIDC_ISSUER' }));
  const isOpen = /^http:\/\/(?!(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(issuer);
  const open = { key: 'OIDC_ISSUER', message: 'must be https, unless it runs on this machine' };
  return isOpen ? [...missing, open] : missing;
}
