import { Command, InvalidArgumentError, Option } from 'commander';
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS, type AccountEntry } from '#libs/access';
import { isLocalDate, ZONES } from '#libs/calendar';
import { PlainFailure } from '../plain-failure.js';
import { addUser, type UserToAdd } from './user/add-user.js';
import { accountNamed, agreed, atDesk, type Desk } from './user/desk.js';
import { readPassword } from './user/read-password.js';
import { NEVER, settleRole, type RoleOptions } from './user/roles.js';

const HELP = `
Outside the sandbox there is no account until one is made here:

  npx titian migrate
  npx titian user add budi --org LAN --org-kind lan --org-name "Lembaga Administrasi Negara" \\
    --role lan --name "Budi Santoso" --email budi@example.go.id

Whoever is made so registers organisations and gives roles on the screens. The password is asked for, or read from the
standard input; it is never an argument. What is done here stands in the audit as the system's act.

Reads DATABASE_URL, or the data folder TITIAN_DATA, whether Titian runs on it or not.`;

const role = () => new Option('--role <role>', 'what the account is there').choices(MEMBERSHIP_ROLES);
const org = () => new Option('--org <code>', "the organisation's code").makeOptionMandatory();
const json = () => new Option('--json', 'print as JSON');
const reason = () => new Option('--reason <text>', 'why; it stays on record').makeOptionMandatory();

interface Printing {
  json?: true;
}

/** Accounts and their roles, for whoever runs the installation. */
export function userCommand(): Command {
  return new Command('user')
    .description('make accounts, list them, shut them out, give and end roles, set passwords')
    .addHelpText('after', HELP)
    .addCommand(add())
    .addCommand(list())
    .addCommand(
      standing('disable', 'shut an account out: nobody comes in with it, and whoever was in is out'),
    )
    .addCommand(standing('enable', 'let an account in again'))
    .addCommand(roles())
    .addCommand(password());
}

function add(): Command {
  return new Command('add')
    .description('make an account with a role; asks for its password')
    .argument('<username>')
    .addOption(org())
    .addOption(role().makeOptionMandatory())
    .option('--name <name>', 'of the person whose account it is')
    .option('--nip <digits>', "the person's NIP, 18 digits", nip)
    .option('--email <address>', "the person's")
    .addOption(new Option('--org-kind <kind>', 'of an organisation that is new').choices(ORGANISATION_KINDS))
    .option('--org-name <name>', 'of an organisation that is new')
    .addOption(new Option('--zone <zone>', 'of an organisation that is new').choices(ZONES).default(ZONES[0]))
    .addOption(json())
    .action((username: string, { json: asJson, ...options }: Omit<UserToAdd, 'username'> & Printing) =>
      atDesk(async (desk) => {
        const made = await addUser(desk, { username, ...options }, () => readPassword());
        print(asJson, made, `Made ${made.username}: ${made.role} at ${made.org}.`);
      }),
    );
}

function list(): Command {
  return new Command('list')
    .description('list accounts and what they are where')
    .option('--org <code>', 'only those with a role there')
    .addOption(json())
    .action(({ org: code, json: asJson }: { org?: string } & Printing) =>
      atDesk(async (desk) => {
        const within = code === undefined ? null : [await organisationOf(desk, code)];
        const accounts = await every(desk, within);
        print(
          asJson,
          { accounts: accounts.map(shown) },
          accounts.map(inWords).join('\n') || 'There is no account.',
        );
      }),
    );
}

function standing(verb: 'disable' | 'enable', about: string): Command {
  return new Command(verb)
    .description(about)
    .argument('<username>')
    .addOption(reason())
    .addOption(json())
    .action((username: string, { reason: why, json: asJson }: { reason: string } & Printing) =>
      atDesk(async (desk) => {
        const account = await accountNamed(desk, username);
        const isDisabled = verb === 'disable';
        if (account.disabled !== isDisabled) {
          await desk.store.setDisabled(account.id, isDisabled ? desk.now() : null);
          await desk.audit({
            ...{ action: `account.${verb}d`, object: { kind: 'account', id: account.id } },
            ...{ subject: account.personId, org: account.memberships[0]?.org ?? null, reason: why },
          });
        }
        const after = { username: account.username, disabled: isDisabled };
        print(asJson, after, `${account.username} is ${isDisabled ? 'shut out' : 'let in'}.`);
      }),
    );
}

function roles(): Command {
  return new Command('role')
    .description('give an account a role, plan its last day, or end it')
    .argument('<username>')
    .addOption(org())
    .addOption(role().makeOptionMandatory())
    .option('--end', 'end the role now')
    .option('--until <day>', 'its last day, as 2027-01-31; `never` takes a planned end back', lastDay)
    .option('--reason <text>', 'why it ends, or goes on; it stays on record')
    .addOption(json())
    .action((username: string, { json: asJson, ...options }: RoleOptions & Printing) =>
      atDesk(async (desk) => {
        const account = await accountNamed(desk, username);
        const said = await settleRole(desk, account, options);
        const after = await accountNamed(desk, username);
        print(asJson, shown(after), said);
      }),
    );
}

function password(): Command {
  return new Command('password')
    .description('set the password of an account, and end its sessions')
    .argument('<username>')
    .addOption(json())
    .action((username: string, { json: asJson }: Printing) =>
      atDesk(async (desk) => {
        const account = await accountNamed(desk, username);
        agreed(await desk.passwords.set(account.id, await readPassword(), { path: 'password' }));
        await desk.audit({
          ...{ action: 'account.passwordReset', object: { kind: 'account', id: account.id } },
          ...{ subject: account.personId, org: account.memberships[0]?.org ?? null },
        });
        print(asJson, { username: account.username }, `${account.username} has a new password.`);
      }),
    );
}

async function every({ store }: Desk, within: string[] | null): Promise<AccountEntry[]> {
  const all: AccountEntry[] = [];
  for (;;) {
    const more = await store.accounts({ within }, { limit: 500, after: all.at(-1)?.username ?? null });
    all.push(...more);
    if (more.length < 500) return all;
  }
}

async function organisationOf({ store }: Desk, code: string): Promise<string> {
  const [known] = await store.organisationsByCode([code]);
  if (!known) throw new PlainFailure(`There is no organisation ${code}.`);
  return known.id;
}

function shown({ id, username, name, disabled, memberships }: AccountEntry) {
  const held = memberships.map(({ orgCode, role: one, until }) => ({
    ...{ org: orgCode, role: one },
    ...(until !== null && { until }),
  }));
  return { id, username, name, disabled, roles: held };
}

function inWords({ username, name, disabled, memberships }: AccountEntry): string {
  const held =
    memberships
      .map(
        ({ orgCode, role: one, until }) => `${one} at ${orgCode}${until === null ? '' : ` until ${until}`}`,
      )
      .join(', ') || 'no role';
  return [username, name ?? '—', held, ...(disabled ? ['shut out'] : [])].join('  ');
}

function lastDay(text: string): string {
  if (text !== NEVER && !isLocalDate(text))
    throw new InvalidArgumentError('must be a day as 2027-01-31, or never');
  return text;
}

function nip(text: string): string {
  if (!/^\d{18}$/.test(text)) throw new InvalidArgumentError('must be 18 digits');
  return text;
}

function print(asJson: true | undefined, value: object, words: string): void {
  console.log(asJson ? JSON.stringify(value) : words);
}
