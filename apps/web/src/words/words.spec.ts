import i18next from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from './en.js';
import { id } from './id.js';
import type { SameKeys } from './add-words.js';

const SOURCE = join(import.meta.dirname, '..');
const PLURALS = ['', '_one', '_other', '_zero'];

type Tree = { [key: string]: string | Tree };

/** Rooms add theirs under their own name; here they are read as they would be added. */
async function allWords(): Promise<Record<'id' | 'en', Tree>> {
  const all: Record<'id' | 'en', Tree> = { id: { ...(id as Tree) }, en: { ...(en as Tree) } };
  for (const { name, isDirectory } of folders()) {
    const file = join(SOURCE, name, 'words.ts');
    if (!isDirectory || name === 'words' || !fileNames(join(SOURCE, name)).includes('words.ts')) continue;
    const room = (await import(file)) as { words?: { id: Tree; en: SameKeys<Tree> }; room?: string };
    if (!room.words) throw new Error(`${file} exports no words`);
    for (const language of ['id', 'en'] as const)
      all[language][room.room ?? name] = merged(
        all[language][room.room ?? name],
        room.words[language] as Tree,
      );
  }
  return all;
}

/** As i18next adds them: a room may say more of what the first page speaks of already. */
function merged(known: Tree | string | undefined, more: Tree): Tree {
  if (typeof known !== 'object') return more;
  const added = Object.entries(more).map(([key, value]) => [
    key,
    typeof value === 'object' ? merged(known[key], value) : value,
  ]);
  return { ...known, ...(Object.fromEntries(added) as Tree) };
}

const fileNames = (folder: string) => readdirSync(folder);
const folders = () =>
  readdirSync(SOURCE, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    isDirectory: entry.isDirectory(),
  }));

/** Keys said in full; those put together at run time are held by the types of what they are put together from. */
function keysSaid(): { key: string; file: string }[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => ({
      key,
      file,
    })),
  );
}

function has(tree: Tree, key: string): boolean {
  const path = key.split('.');
  const last = path.pop() ?? '';
  const place = path.reduce<string | Tree | undefined>(
    (at, name) => (typeof at === 'object' ? at[name] : undefined),
    tree,
  );
  return typeof place === 'object' && PLURALS.some((plural) => typeof place[last + plural] === 'string');
}

describe('the words of the screens', () => {
  // Rooms add theirs as they are read.
  beforeAll(() => i18next.init({ lng: 'id', showSupportNotice: false }));

  it('are there in both languages wherever a screen says them', async () => {
    const all = await allWords();
    const said = keysSaid();
    expect(said.length).toBeGreaterThan(50);
    const missing = said.flatMap(({ key, file }) =>
      (['id', 'en'] as const)
        .filter((language) => !has(all[language], key))
        .map((language) => `${file}: ${key} (${language})`),
    );
    expect(missing).toEqual([]);
  });
});
