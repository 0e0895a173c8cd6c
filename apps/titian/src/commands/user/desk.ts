import { v7 as uuid } from 'uuid';
import {
  AuditTrail,
  Passwords,
  Sessions,
  Attempts,
  SYSTEM,
  type AccessStore,
  type AccountEntry,
  type AuditAct,
} from '#libs/access';
import { accessStore, auditStore, failureLedger, isBroken, signInStore } from '#libs/persistence';
import { createMessageBook, parseSettings, systemClock, type FieldFault, type Refused } from '#libs/platform';
import { PlainFailure } from '../../plain-failure.js';
import { withRecord } from '../verify/open-record.js';

/** What the commands on accounts work with. */
export interface Desk {
  store: AccessStore;
  passwords: Passwords;
  /** Letters that a password has at least. */
  leastLength: number;
  now: () => string;
  audit: (act: AuditAct) => Promise<void>;
}

/** Opens the record; what is done there is the system's act. */
export function atDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  return withRecord('titian-user', async ({ dataSource }) => {
    const { manager } = dataSource;
    const { sandbox, sessionHours, signIn } = parseSettings();
    const store = accessStore(manager);
    const now = () => systemClock.now();
    const trail = new AuditTrail({
      ...{ store: auditStore(manager), now, wall: now, newId: uuid, isOutOfReach: isBroken },
      onError: (message, { error }) => {
        throw new Error(message, { cause: error });
      },
    });
    const rules = { leastLength: signIn.passwordLength };
    const passwords = new Passwords({
      store: signInStore(manager),
      sessions: new Sessions(store, { hours: sessionHours, sandbox, now, day: now }),
      attempts: new Attempts(failureLedger(dataSource), signIn.failures),
      rules,
    });
    const audit = (act: AuditAct) => trail.audit(SYSTEM, act);
    try {
      return await work({ store, passwords, leastLength: rules.leastLength, now, audit });
    } finally {
      await trail.stop();
    }
  });
}

export async function accountNamed({ store }: Pick<Desk, 'store'>, username: string): Promise<AccountEntry> {
  const known = await store.accountByUsername(username.trim().toLowerCase());
  const account = known && (await store.accountById(known.id));
  if (!account) throw new PlainFailure(`There is no account ${username}.`);
  return account;
}

const texts = createMessageBook();

/** Refusals as the API words them, each fault of a field below it. */
export function agreed<T extends { ok: true }>(answer: T | Refused): T {
  if (answer.ok) return answer;
  const { code, detail, params, errors = [] } = answer.refusal;
  const said = detail?.en ?? texts.problem(code, 'en', params).detail;
  throw new PlainFailure([said, ...errors.map((fault) => `  ${faultInWords(fault)}`)].join('\n'));
}

export function faultInWords({ code, message, params }: FieldFault): string {
  return message?.en ?? texts.field(code, 'en', params);
}
