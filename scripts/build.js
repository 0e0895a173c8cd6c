// Transpiles the sources to dist, file by file and only what changed. Types are `npm run typecheck`'s business.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const SOURCES = ['libs', 'apps'];
const isSource = (file) => /\.ts$/.test(file) && !/\.d\.ts$|spec\.ts$/.test(file);
const isOtherBuild = (folder) => folder === join('apps', 'web') || folder.includes('node_modules');

function* filesUnder(folder) {
  const path = join(root, folder);
  if (isOtherBuild(folder) || !existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(name);
    else yield name;
  }
}

const targetOf = (file) => join(root, 'dist', file.replace(/\.ts$/, '.js'));
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Sources whose output is missing or older. The toolchain's own files count: a new setting rebuilds everything. */
export function staleSources(folders = SOURCES) {
  const toolchain = Math.max(
    ...['scripts/build.js', 'package.json'].map((file) => changedAt(join(root, file))),
  );
  return folders
    .flatMap((folder) => [...filesUnder(folder)])
    .filter(isSource)
    .filter((file) => changedAt(targetOf(file)) < Math.max(changedAt(join(root, file)), toolchain));
}

/** What a deleted or renamed source left behind would still be found by a folder scan. */
function removeOrphans(folders) {
  for (const folder of folders) {
    for (const file of filesUnder(join('dist', folder))) {
      const source = join(root, relative('dist', file).replace(/\.js(\.map)?$/, '.ts'));
      if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(join(root, file));
    }
  }
}

const options = (file) => ({
  cwd: root,
  filename: join(root, file),
  sourceFileName: relative(dirname(targetOf(file)), join(root, file)),
  sourceMaps: true,
  configFile: false,
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});

/** @returns {Promise<number>} how many files were written */
export async function build(folders = SOURCES) {
  const stale = staleSources(folders);
  removeOrphans(folders);
  if (stale.length === 0) return 0;
  const { transformFile } = await import('@swc/core');
  await Promise.all(
    stale.map(async (file) => {
      const { code, map } = await transformFile(join(root, file), options(file));
      const target = targetOf(file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(`${target}.map`, map ?? '');
      const name = target.split(/[\\/]/).at(-1);
      writeFileSync(target, `${code}\n//# sourceMappingURL=${name}.map\n`);
    }),
  );
  return stale.length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const written = await build();
  console.log(`Built ${written} files in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
