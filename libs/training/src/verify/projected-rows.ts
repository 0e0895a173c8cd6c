import type { Replayed } from '#libs/engine';
import type { ProjectedRow } from './product-rows.port.js';

type Entry = Replayed['record']['entries'][number];
type Data = Record<string, unknown>;
type Content = ProjectedRow['content'];

/** The rows that a journey's events ought to have left beside it. */
export interface Projected {
  rows: Map<string, Content>;
  /** Rows that an entry without data had a part in: they can't be judged. */
  unknown: { keys: Set<string>; tables: Set<ProjectedRow['table']> };
}

const PROFILES = ['profileRecorded', 'postProfileRecorded', 'retestRecorded', 'graduationDecided'];

export const keyOf = ({ table, key }: Pick<ProjectedRow, 'table' | 'key'>): string => `${table} ${key}`;

/** Folds the events of a journey to the rows that its projections write; the other side is SQL, in the unit of each event. */
export function projectedBy(entries: Entry[]): Projected {
  const rows = new Map<string, Content>();
  const unknown: Projected['unknown'] = { keys: new Set(), tables: new Set() };
  let sessions = 0;
  for (const entry of entries) {
    if (entry.type === 'sessionLogged') sessions += 1;
    if (entry.data === null) forget(unknown, entry, sessions);
    else note(rows, entry, entry.data, sessions);
  }
  return { rows, unknown };
}

function forget({ keys, tables }: Projected['unknown'], { type, seq }: Entry, sessions: number): void {
  if (PROFILES.includes(type)) keys.add(keyOf({ table: 'profile', key: String(seq) }));
  if (type === 'sessionLogged') keys.add(keyOf({ table: 'session_log', key: String(sessions) }));
  if (type === 'sessionVoided' || type === 'sessionConfirmed') tables.add('session_log');
  if (type === 'componentScored' || type === 'remedialCompleted') tables.add('evaluation_score');
  if (type.startsWith('course') || type === 'learningProgressed') tables.add('course_progress');
}

function note(rows: Projected['rows'], { type, seq, at, actor }: Entry, data: Data, sessions: number): void {
  const session = rows.get(keyOf({ table: 'session_log', key: String(data['session']) }));
  if (PROFILES.includes(type) && data['profile']) {
    const profile = data['profile'] as Data;
    const told = { event: type, assessedOn: profile['assessedOn'], profile, reason: data['reason'] ?? null };
    rows.set(keyOf({ table: 'profile', key: String(seq) }), { ...told, actorId: actor.id, recordedAt: at });
  } else if (type === 'sessionLogged') {
    const told = { kind: data['kind'], competency: data['competency'], heldOn: data['heldOn'] };
    const notes = {
      ksaItems: data['ksaItems'] ?? [],
      note: data['note'] ?? null,
      evidence: data['evidence'] ?? null,
    };
    const open = { confirmedAt: null, voidedAt: null, voidReason: null };
    const by = { actorId: actor.id, loggedAt: at };
    rows.set(keyOf({ table: 'session_log', key: String(sessions) }), { ...told, ...notes, ...by, ...open });
  } else if (type === 'sessionVoided' && session) {
    Object.assign(session, { voidedAt: at, voidReason: data['reason'] });
  } else if (type === 'sessionConfirmed' && session) {
    session['confirmedAt'] = at;
  } else if (type === 'componentScored') {
    score(rows, String(data['component']), data['score'], data['indicatorRatings'], {
      actorId: actor.id,
      scoredAt: at,
    });
  } else if (type === 'remedialCompleted') {
    for (const [component, value] of Object.entries(data['scores'] as Data))
      score(rows, component, value, undefined, { actorId: actor.id, scoredAt: at });
  } else if (type === 'courseCompleted' || type === 'learningProgressed') {
    progress(rows, data);
  } else if (type === 'courseReopened') {
    const row = rows.get(courseKey(data));
    if (row) row['completedOn'] = null;
  }
}

function score(
  rows: Projected['rows'],
  component: string,
  value: unknown,
  ratings: unknown,
  by: Content,
): void {
  const key = keyOf({ table: 'evaluation_score', key: component });
  const indicatorRatings = ratings ?? rows.get(key)?.['indicatorRatings'] ?? null;
  rows.set(key, { score: value, indicatorRatings, ...by });
}

function progress(rows: Projected['rows'], data: Data): void {
  const key = courseKey(data);
  const before = rows.get(key);
  const kept = (name: string) => data[name] ?? before?.[name] ?? null;
  rows.set(key, { completedOn: kept('completedOn'), score: kept('score'), progress: kept('progress') });
}

function courseKey(data: Data): string {
  const stage = (data['stage'] as string | undefined) ?? 'selfLearning';
  return keyOf({ table: 'course_progress', key: `${String(data['course'])} ${stage}` });
}
