import { fileURLToPath } from 'node:url';
import { defineConfig, loadEnv } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

// Built into dist/web, from where the API's process serves it.
export default defineConfig({
  root,
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
    },
  },
  // `npx vite apps/web` beside a running API shows a change at once.
  server: { proxy: { '/api': loadEnv('', root, 'TITIAN_')['TITIAN_API'] ?? 'http://127.0.0.1:3000' } },
});
