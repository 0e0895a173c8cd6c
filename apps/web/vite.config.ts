import { fileURLToPath } from 'node:url';
import { defineConfig, loadEnv, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** A component of the library brings its own styles along, so that a page loads those of what it shows and no others. */
function stylesOfUsedComponents(): Plugin {
  return {
    name: 'styles-of-used-components',
    apply: 'build',
    transform(code, id) {
      const name = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1];
      return name === undefined
        ? null
        : { code: `import '@mantine/core/styles/${name}.css';\n${code}`, map: null };
    },
  };
}

const api = loadEnv('', root, 'TITIAN_')['TITIAN_API'] ?? 'http://127.0.0.1:3000';

// Built into dist/web, from where the API's process serves it.
export default defineConfig({
  root,
  plugins: [stylesOfUsedComponents()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Components say that they run in a browser, which all of this does.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      // A hundred small files are a hundred questions to the server: what every page needs is one.
      output: {
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], priority: 2 }],
        },
      },
    },
  },
  // `npx vite apps/web` beside a running API shows a change at once.
  server: { proxy: { '/api': api, '/verify': api } },
});
