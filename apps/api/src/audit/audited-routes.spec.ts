import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { participantJourneyEvents } from '#libs/journeys';
import { actionName, isNamed } from '#libs/training';
import { AUDITED_ROUTES } from './audited-routes.js';

const ROOT = join(import.meta.dirname, '../../../..');
const WRITES = ['post', 'put', 'patch', 'delete'];

function described(): string[] {
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => WRITES.includes(method))
      .map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`),
  );
}

/** Files of the product that put acts on record themselves. */
function recording(): string[] {
  return ['apps/api/src', 'apps/titian/src', 'libs/access/src', 'libs/training/src']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.includes('spec'))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
    )
    .filter((text) => /\baudit\(|\.note\(|\bnote:/.test(text));
}

/** Acts of which a part is put in when they happen. */
const PUT_TOGETHER: Record<string, string[]> = {
  'account.${verb}d': ['account.disabled', 'account.enabled'],
  '${kind}.${status}': ['correction', 'restriction'].flatMap((kind) =>
    ['accepted', 'refused', 'ended'].map((status) => `${kind}.${status}`),
  ),
  '${kind}.asked': ['correction.asked', 'restriction.asked'],
};
// A correction is made once; only a restriction lasts.
const NEVER = ['correction.ended'];

function recorded(): string[] {
  const acts = recording().flatMap((text) =>
    [...text.matchAll(/(?:\baction(?::| =)|\.note\([^)]*?,|\bnote: \(action:)([^,;)]*)/gs)].flatMap(
      ([, said = '']) =>
        [...said.matchAll(/['`]([a-z$][\w$.{}]*\.[\w$.{}]+)['`]/g)].map(([, act = '']) => act),
    ),
  );
  return [...new Set(acts)].flatMap((act) => PUT_TOGETHER[act] ?? act).filter((act) => !NEVER.includes(act));
}

describe('what goes on record', () => {
  it('is said of every write that there is, and of none that there is not', () => {
    const said = Object.keys(AUDITED_ROUTES).filter((route) => !route.startsWith('GET '));
    expect(said.sort()).toEqual(described().sort());
  });

  it('is called by words of its own in both languages, whichever act it is', () => {
    const acts = Object.values(AUDITED_ROUTES).flatMap((route) => [
      ...('act' in route ? [route.act] : []),
      ...('reading' in route && route.reading !== 'none' ? [route.reading] : []),
      ...('also' in route && route.also ? [route.also.act] : []),
    ]);
    const all = [...new Set([...acts, ...recorded()])];
    expect(all.length).toBeGreaterThan(80);
    expect(all).toEqual(expect.arrayContaining(['session.ended', 'account.locked', 'role.lapsed']));
    expect(all.filter((act) => !isNamed(act))).toEqual([]);
  });

  it('names the decisions of journeys as the journey does', () => {
    const nameless = Object.keys(participantJourneyEvents).filter((type) => {
      const { id, en } = actionName(`journey.${type}`);
      return id === type || en === type;
    });
    expect(nameless).toEqual([]);
  });
});
