// The arrows of the house. A lib is used through its public index (`#libs/<name>`) and may lean only on what stands below.
const pure = ['statechart', 'competency', 'curriculum', 'calendar', 'journeys'];
// Specs and what only they use may compose any libs, as an app does.
const specs = [
  '\\.(int-|contract-|e2e-)?spec\\.ts$',
  '\\.(fixture|arbitrary|fake)\\.ts$',
  '^libs/[^/]+/test/',
];
const lib = (...names) => `^libs/(${names.join('|')})/`;

/** What each lib may import besides itself and packages. Calendar is everyone's vocabulary of dates and instants. */
const mayImport = {
  statechart: ['calendar'],
  competency: ['calendar'],
  curriculum: ['competency', 'calendar'],
  calendar: [],
  journeys: ['competency', 'curriculum', 'calendar', 'statechart'],
  platform: ['calendar'],
  knowledge: ['competency', 'curriculum', 'calendar', 'journeys', 'platform'],
  engine: ['statechart', 'calendar', 'platform'],
  access: ['engine', ...pure, 'platform'],
  training: ['engine', 'access', 'knowledge', 'exchange', ...pure, 'platform'],
  insight: ['engine', 'access', 'training', 'knowledge', 'persistence', ...pure, 'platform'],
  exchange: ['engine', 'access', 'knowledge', ...pure, 'platform'],
  persistence: ['engine', 'training', 'access', 'exchange', 'knowledge', ...pure, 'platform'],
  delivery: ['engine', 'calendar', 'platform'],
};

const arrows = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `${name}-leans-on`,
  comment: `libs/${name} may import only: ${allowed.join(', ') || 'no other lib'}. See docs/adr and the direction of the arrows.`,
  severity: 'error',
  from: { path: `^libs/${name}/`, pathNot: specs },
  to: { path: '^libs/', pathNot: lib(name, ...allowed) },
}));

const frameworks =
  '^(node_modules/)?(@types/)?(@nestjs/[^/]+|typeorm|bullmq|ioredis|pg|express|multer|helmet|reflect-metadata|class-validator|class-transformer|supertest)(/|$)';

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or hide a third.',
      severity: 'error',
      // Entities name each other by type only (`Relation<T>`): that costs nothing at run time.
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'through-the-public-index',
      comment: 'Import another lib as #libs/<name>; what its index does not export is private.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-through-the-public-index',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'pure-libs-know-no-framework',
      severity: 'error',
      from: { path: lib(...pure), pathNot: specs },
      to: { path: frameworks },
    },
    {
      name: 'pure-libs-touch-no-machine',
      comment: 'No file, socket, clock or process: a pure lib is given its data.',
      severity: 'error',
      from: { path: lib(...pure), pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-storage-and-no-framework',
      severity: 'error',
      from: { path: '^libs/engine/', pathNot: specs },
      to: { path: frameworks },
    },
    {
      name: 'xstate-only-for-machines',
      comment: 'Machines are defined in journeys and stepped in statechart; nobody else knows XState.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [lib('statechart', 'journeys', 'testing'), ...specs] },
      to: { path: '^(node_modules/)?(xstate|@xstate)(/|$)' },
    },
    {
      name: 'persistence-only-at-the-roots',
      comment:
        'Adapters are wired in apps (composition roots), insight reads through its public face; the rest knows ports.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [lib('persistence', 'delivery', 'insight', 'testing'), ...specs] },
      to: { path: lib('persistence', 'delivery') },
    },
    {
      name: 'typeorm-stays-in-persistence',
      severity: 'error',
      from: {
        path: '^libs/',
        pathNot: [lib('persistence', 'insight', 'testing', 'platform', 'delivery'), ...specs],
      },
      to: { path: '^(node_modules/)?(@types/)?(typeorm|@nestjs/typeorm|pg)(/|$)' },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [lib('testing'), ...specs] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The peer of the bench is a package of its own, installed only where it is measured.
    exclude: { path: '^(dist|apps/web|test/bench/dbos)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      // `types` is the condition under which #libs/* means the source.
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
