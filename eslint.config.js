import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const pureLibs = 'libs/{statechart,competency,curriculum,calendar,journeys}/src/**/*.ts';
const specs = [
  '**/*.spec.ts',
  '**/*.{int,contract,e2e}-spec.ts',
  'test/**/*.ts',
  'libs/testing/**/*.ts',
  'libs/*/test/**/*.ts',
  '**/*.fixture.ts',
];
const ambient = (what) => `${what} is ambient: a pure lib is given its time, chance and settings as data.`;

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.titian/',
      'coverage/',
      'apps/web/src/api/schema.d.ts',
      '**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'fetch',
          'Buffer',
          'globalThis',
        ]
          .concat(['module', 'require', '__dirname', 'AbortController', 'performance', 'TextDecoder'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An async method that only implements a port's promise is no fault.
      '@typescript-eslint/require-await': 'off',
      // `LocalDate | Instant` says more than the `string` both may be.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      // Its fix takes away `{} as Context`, from which XState's setup() infers a machine's types.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Nest reads modules as empty decorated classes.
      '@typescript-eslint/no-extraneous-class': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'preserve-caught-error': 'error',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    // apps/titian hands the environment over to platform, it reads nothing from it.
    ignores: ['libs/platform/**', 'libs/persistence/src/embedded/**', 'apps/titian/src/**', ...specs],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/platform reads the environment.' },
      ],
    },
  },
  {
    files: [pureLibs],
    ignores: specs,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: ambient('new Date()') },
        { selector: "CallExpression[callee.name='Date']", message: ambient('Date()') },
        {
          selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
          message: ambient('Temporal.Now'),
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: ambient('Date.now') },
        { object: 'Math', property: 'random', message: ambient('Math.random') },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'performance',
          'crypto',
          'fetch',
        ].map((name) => ({
          name,
          message: ambient(name),
        })),
      ],
    },
  },
  {
    files: specs,
    rules: {
      // supertest answers and JSON bodies are `any`; the assertions are the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['scripts/**', 'apps/**/*.command.ts', 'apps/titian/src/**'], rules: { 'no-console': 'off' } },
);
