import { decide, mayAll, organisationsOf, ownersFor, type Action } from '#libs/access';
import { standing, type Account, type JourneyRow, type Thing, type WholeRecord } from './record.js';

type Value = string | null | undefined;
type Row = Partial<Record<string, string | null>>;

/** Which rows of a table are a caller's, by columns of theirs: reckoned from the matrix, parties and memberships alone. */
export interface Expectation {
  columns: string;
  shows: (account: Account, row: Row) => boolean;
}

export function expectations(record: WholeRecord): Record<string, Expectation> {
  const sees = remembered((account: Account) => sightOf(record, account));
  const byJourney = (column: string): Expectation => ({
    columns: `org_id::text as org, ${column}::text as journey`,
    shows: (account, { org, journey }) => sees(account).journey(org, journey),
  });
  const own = (column: string): Expectation => ({
    columns: `${column}::text as who`,
    shows: (account, { who }) => who === me(account),
  });
  const uploads = (account: Account, { org, sender }: Row) =>
    owns(account, 'upload.read', org) || sender === me(account);
  const upload = (key: string): Expectation => ({
    columns: `(select org_id from import_batch parent where parent.id = ${key})::text as org, (select actor_id from import_batch parent where parent.id = ${key}) as sender`,
    shows: uploads,
  });
  const operation = (key: string): Expectation => ({
    columns: `(select org_id from bulk_operation parent where parent.id = ${key})::text as org`,
    shows: (account, { org }) => mayAll(account, 'operation.run') || owns(account, 'operation.run', org),
  });
  const incident = (key: string): Expectation => ({
    columns: `(select org_id from incident parent where parent.id = ${key})::text as org, (select instance_id from incident parent join instance on instance.id = parent.instance_id where parent.id = ${key})::text as journey`,
    shows: (account, { org, journey }) =>
      mayAll(account, 'incident.run') ||
      owns(account, 'incident.run', org) ||
      (journey != null && sees(account).journey(org, journey)),
  });
  const session = (key: string): Expectation => ({
    columns: `(select cohort_id from timetable_session parent where parent.id = ${key})::text as cohort, (select trainer_id from timetable_session parent where parent.id = ${key})::text as trainer`,
    shows: (account, { cohort, trainer }) =>
      sees(account).cohorts.has(cohort ?? '') || (trainer != null && trainer === account.personId),
  });
  const ofTask: Expectation = {
    columns: `(select row_to_json(task) from (select org_id as org, role, coalesce(candidate_org, org_id) as office, assignee, deputy, candidates::text
        from task where id = task_id) task)::text as task`,
    shows: (account, { task }) => typeof task === 'string' && isHisTask(account, JSON.parse(task) as Row),
  };
  const counted: Expectation = {
    columns: 'org_id::text as org',
    shows: (account, { org }) => mayAll(account, 'journey.read') || owns(account, 'journey.read', org),
  };
  const ofAccount: Expectation = {
    columns: 'account_id::text as who',
    shows: (account, { who }) => who === account.accountId,
  };
  return {
    instance: byJourney('id'),
    ...Object.fromEntries(OF_INSTANCE.map((table) => [table, byJourney('instance_id')])),
    ...Object.fromEntries(OF_JOURNEY.map((table) => [table, byJourney('journey_id')])),
    transfer: byJourney('from_journey'),
    task: {
      columns: `org_id::text as org, role, coalesce(candidate_org, org_id)::text as office, assignee::text, deputy::text, candidates::text`,
      shows: (account, row) => isHisTask(account, row),
    },
    incident: incident('incident.id'),
    incident_retry: incident('incident_id'),
    cohort: { columns: 'id::text', shows: (account, { id }) => sees(account).cohorts.has(id ?? '') },
    cohort_tally: counted,
    funnel_tally: counted,
    group_decision: {
      columns: 'org_id::text as org',
      shows: (account, { org }) => mayAll(account, 'cohort.groups') || owns(account, 'cohort.groups', org),
    },
    timetable_session: session('timetable_session.id'),
    timetable_change: session('session_id'),
    import_batch: upload('import_batch.id'),
    import_row: upload('batch_id'),
    import_change: upload('batch_id'),
    enrolment_set_aside: upload('batch_id'),
    bulk_operation: operation('bulk_operation.id'),
    bulk_operation_item: operation('operation_id'),
    notification: {
      columns: 'org_id::text as org, journey_id::text as journey, person_id::text as person',
      shows: (account, { org, journey, person }) =>
        person == null ? sees(account).journey(org, journey) : person === account.personId,
    },
    reminder: ofTask,
    task_note: ofTask,
    saved_view: own('owner'),
    inbox_item: own('recipient'),
    inbox_preference: own('recipient'),
    deputy: {
      columns: 'principal::text, deputy::text',
      shows: (account, { principal, deputy }) => [principal, deputy].includes(me(account)),
    },
    mail: {
      columns:
        'recipient::text as who, (select org_id from incident where instance_id = mail.id)::text as org',
      shows: (account, { who, org }) =>
        mayAll(account, 'letter.retry') || owns(account, 'incident.run', org) || who === me(account),
    },
    person_data: {
      columns: 'person_id::text as id',
      shows: (account, { id }) => sees(account).people.has(id ?? ''),
    },
    data_request: {
      columns: `person_id::text as id, kind, status, array_to_string(array(
        select unnest(array[org_id, agency_org_id]) from enrolment where enrolment.person_id = data_request.person_id
        union select organisation_id from membership left join account on account.id = account_id
          where coalesce(membership.person_id, account.person_id) = data_request.person_id), ',') as keepers`,
      shows: (account, { id, kind, status, keepers }) =>
        (kind === 'restriction' && status === 'accepted' && sees(account).people.has(id ?? '')) ||
        answersFor(account, (keepers ?? '').split(',')),
    },
    audit_entry: {
      columns: 'org_id::text as org, actor_org::text as actor',
      shows: (account, { org, actor }) => answersFor(account, [org ?? '', actor ?? '']),
    },
    auth_session: ofAccount,
    api_token: ofAccount,
    membership: {
      columns: 'role, account_id::text as account, person_id::text as person, organisation_id::text as org',
      shows: (account, { role, account: holder, person, org }) =>
        role !== 'participant' ||
        mayAll(account, 'journey.read') ||
        holder === account.accountId ||
        (person != null && person === account.personId) ||
        organisationsOf(account).includes(org ?? ''),
    },
  };
}

const OF_INSTANCE = ['event', 'deadline', 'inbox', 'outbox', 'flag', 'journey_party'];
const OF_JOURNEY = [
  ...[
    'enrolment',
    'profile',
    'course_progress',
    'session_log',
    'evaluation_score',
    'certificate',
    'feedback',
  ],
  ...['talent_pool_entry', 'development_hours', 'timetable_attendance'],
];

interface Sight {
  journey: (org: Value, id: Value) => boolean;
  cohorts: Set<string>;
  people: { has: (id: string) => boolean };
}

function sightOf({ things, journeys, certificates, offices }: WholeRecord, account: Account): Sight {
  const may = (action: Action, thing: Thing) =>
    decide(account, action, (membership) => standing(account, membership, thing)) === 'allowed';
  const isSeen = (one: JourneyRow) =>
    may('journey.read', { kind: 'journey', id: one.id, org: one.org, journeys: [one] });
  const seen = journeys.filter(isSeen);
  const ids = new Set([...seen, ...certificates.filter(isSeen)].map(({ id }) => id));
  const isEverything = mayAll(account, 'journey.read');
  return {
    journey: (org: Value, id: Value) =>
      isEverything || owns(account, 'journey.read', org) || ids.has(id ?? ''),
    cohorts: new Set(
      things.filter((one) => one.kind === 'cohort' && may('cohort.read', one)).map(({ id }) => id),
    ),
    people: isEverything
      ? { has: () => true }
      : new Set([
          ...(account.personId === null ? [] : [account.personId]),
          ...seen.map(({ person }) => person),
          ...companionsIn(seen),
          ...offices
            .filter(({ org, kind }) => kind === 'lan' || isRelated(account, org, journeys))
            .map(({ person }) => person),
        ]),
  };
}

function companionsIn(journeys: JourneyRow[]): string[] {
  return journeys.flatMap(({ parties }) =>
    parties.flatMap(({ role, person }) =>
      (role === 'coach' || role === 'mentor') && person !== null ? person : [],
    ),
  );
}

/** Whether one of the caller's organisations owns journeys that this one is party to, or the other way round, or it is his. */
function isRelated(account: Account, org: string, journeys: JourneyRow[]): boolean {
  const mine = organisationsOf(account);
  if (mine.includes(org)) return true;
  return journeys.some(
    (one) =>
      (mine.includes(one.org) && one.parties.some((party) => party.org === org)) ||
      (one.org === org && one.parties.some((party) => mine.includes(party.org))),
  );
}

function isHisTask(account: Account, { org, role, office, assignee, deputy, candidates }: Row): boolean {
  const named = JSON.parse(candidates ?? '[]') as string[];
  if (owns(account, 'task.read', org ?? '')) return true;
  if ([assignee, deputy, ...named].includes(me(account))) return true;
  return (
    named.length === 0 &&
    account.memberships.some(
      (one) => one.role === role && [one.org, ...(one.units ?? [])].includes(office ?? ''),
    )
  );
}

/** The audit and requests about data are LAN's, and for organisers and administrators of the organisations concerned. */
const answersFor = (account: Account, keepers: string[]) =>
  account.memberships.some(({ role }) => role === 'lan') ||
  organisationsOf(account, 'admin', 'institute').some((org) => keepers.includes(org));

const me = (account: Account) => account.personId ?? account.accountId;

const owns = (account: Account, action: Action, org: Value) =>
  typeof org === 'string' && ownersFor(account, action).includes(org);

function remembered<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
