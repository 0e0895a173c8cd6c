import { decide, mayEver, permissionOf, type Action, type Verdict } from '#libs/access';
import { standing, type Account, type Thing, type WholeRecord } from './record.js';
import { kindOfPath, type Described, type Route } from './routes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A route that an account asks for something by, and what the matrix says to it. */
export interface Asked {
  route: Route;
  account: Account;
  thing: Thing | null;
  expected: Verdict;
}

/** Every account, every route, and of all that stands to the account in the same way one. */
export function everyQuestion(record: WholeRecord, { routes }: Described): Asked[] {
  return record.accounts.flatMap((account) =>
    routes.flatMap((route) => questionsOf(record.things, route, account)),
  );
}

function questionsOf(all: readonly Thing[], route: Route, account: Account): Asked[] {
  const { action, template } = route;
  if (action === null) return [];
  const kind = kindOfPath(template);
  if (kind === null) {
    // What it is done to stands in the body, if anywhere, or is anybody's to see.
    // Of an account that belongs to nobody nothing is held.
    const isNobodys = action === 'privacy.own' && account.personId === null;
    const may = /\{(id|view)\}/.test(template) || isNobodys ? 'absent' : 'allowed';
    const expected = mayEver(account, action) ? may : 'forbidden';
    return [{ route, account, thing: null, expected }];
  }
  const kinds = new Map<string, Asked>();
  const isInbox = template.includes('/inbox/');
  const things = all.filter(
    (one) =>
      one.kind === kind &&
      (kind !== 'account' || (one.recipient !== undefined) === isInbox) &&
      (one.member !== null || !template.includes('{membership}')),
  );
  for (const thing of things) {
    const relations = account.memberships.map((one) => standing(account, one, thing).join());
    kinds.set(relations.join('|'), { route, account, thing, expected: expectedOf(action, account, thing) });
  }
  return [...kinds.values()];
}

function expectedOf(action: Action, account: Account, thing: Thing): Verdict {
  const relationsOf = (membership: Account['memberships'][number]) => standing(account, membership, thing);
  if (permissionOf(action).may === 'everybody' && thing.recipient !== undefined)
    return account.memberships.some((one) => relationsOf(one).includes('self')) ? 'allowed' : 'absent';
  const verdict = decide(account, action, relationsOf);
  const isEnrolled = account.personId !== null && (thing.enrolled?.includes(account.personId) ?? false);
  return verdict === 'allowed' && permissionOf(action).notOneself && isEnrolled ? 'forbidden' : verdict;
}

/** The address of a route, with the thing that it is asked for. */
export function addressOf(template: string, thing: Thing | null): string {
  if (thing === null)
    return template
      .replace('programmes/{code}', 'programmes/PKA')
      .replace('{code}', 'M1')
      .replace('{level}', '1')
      .replace('{view}', NOBODY)
      .replace('{id}', NOBODY);
  return template
    .replace('{id}', thing.kind === 'session' ? (thing.cohort ?? '') : thing.id)
    .replace('{serial}', thing.id)
    .replace('{sessionId}', thing.id)
    .replace('{membership}', thing.member ?? NOBODY)
    .replace('{group}', 'Kelompok%201')
    .replace('{name}', 'placementDecision');
}

export function verdictOf(status: number): Verdict | 'broken' {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'absent';
  return status < 500 && status !== 401 && status !== 405 ? 'allowed' : 'broken';
}
