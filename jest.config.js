import { availableParallelism } from 'node:os';

// Tests run on the TypeScript sources: `#libs/x` points to libs/x/src instead of dist, so that no build is needed.
process.env.TZ = 'UTC';

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.titian/'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: { '^#libs/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  resolver: '<rootDir>/test/jest/resolve-source.cjs',
  ...more,
});

// One embedded Postgres for the whole run; its address is TITIAN_TEST_PG.
const onPostgres = {
  globalSetup: '<rootDir>/test/jest/start-postgres.js',
  globalTeardown: '<rootDir>/test/jest/stop-postgres.js',
};

export default {
  projects: [
    project('unit', ['{libs,apps}/**/*.spec.ts', 'test/{replay,bench}/*.spec.ts']),
    project('contract', ['{libs,apps,test}/**/*.contract-spec.ts'], onPostgres),
    project('int', ['{libs,apps,test}/**/*.int-spec.ts'], onPostgres),
    project('e2e', ['{apps,test}/**/*.e2e-spec.ts'], onPostgres),
  ],
  testSequencer: '<rootDir>/test/jest/longest-first.cjs',
  // On two cores: what plays stories waits for processes and clocks as much as it works.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Far above what any test needs: reached only by one that hangs, also on a busy machine.
  testTimeout: 240_000,
};
