// `npm run openapi` and a check of `npm test`: what the controllers answer, read off their types, as JSON Schema. Nobody writes an
// answer's schema by hand, so none can say something else than the code.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import TJS from 'typescript-json-schema';
import { root } from './build.js';

// The library's own: it reads the trees of the compiler that it was written for.
const ts = createRequire(createRequire(import.meta.url).resolve('typescript-json-schema'))('typescript');
const API = join(root, 'apps', 'api', 'src');
const TARGET = join(API, 'openapi', 'answers.generated.ts');
const ENTRY = join(API, 'all-answers.ts');
const VERBS = /^@(Get|Post|Put|Patch|Delete)\(/m;

function* controllersIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* controllersIn(path);
    else if (entry.name.endsWith('.controller.ts')) yield path;
  }
}

/** `[Journeys_one, ./training/journeys.controller.js, JourneysController, one]` for every route. */
function routes() {
  return [...controllersIn(API)].sort().flatMap((path) => {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    const classes = file.statements.filter(ts.isClassDeclaration);
    return classes.flatMap(({ name, members }) =>
      members
        .filter((member) => ts.isMethodDeclaration(member) && VERBS.test(member.getText(file)))
        .map((method) => [
          `${name.text.replace(/Controller$/, '')}_${method.name.getText(file)}`,
          `./${relative(API, path).replace(/\.ts$/, '.js')}`,
          ...[name.text, method.name.getText(file)],
        ]),
    );
  });
}

function programOf(source) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const settings = {
    ...options,
    incremental: false,
    tsBuildInfoFile: undefined,
    noEmit: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === ENTRY || fileExists(path);
  host.readFile = (path) => (path === ENTRY ? source : readFile(path));
  host.getSourceFile = (path, language, ...more) =>
    path === ENTRY
      ? ts.createSourceFile(path, source, language, true)
      : getSourceFile(path, language, ...more);
  return ts.createProgram([ENTRY], settings, host);
}

/** `import("…/gap-analysis",…).GapAnalysis` is `GapAnalysis`; two types of one name are told apart by a number. */
function shortNames(definitions) {
  const taken = new Map();
  const names = new Map();
  for (const full of Object.keys(definitions).sort()) {
    const bare = full.replace(/import\("[^"]*"(,\{[^}]*\}\})?\)\./g, '').replace(/[^A-Za-z0-9]+/g, '_');
    const short = bare.replace(/^_|_$/g, '');
    const same = [...taken].filter(([name]) => name.replace(/\d+$/, '') === short);
    const text = JSON.stringify(definitions[full]);
    const known = same.find(([, one]) => one === text)?.[0];
    if (/^[A-Z]$/.test(short))
      throw new Error(`an answer has a type without a name of its own: say what ${full} is`);
    const name = known ?? (same.length === 0 ? short : `${short}${same.length + 1}`);
    taken.set(name, text);
    names.set(full, name);
  }
  return names;
}

function renamed(node, names) {
  if (Array.isArray(node)) return node.map((one) => renamed(one, names));
  if (typeof node !== 'object' || node === null) return node;
  if (node.$ref !== undefined) {
    const full = decodeURIComponent(node.$ref.replace('#/definitions/', ''));
    return { $ref: `#/components/schemas/${names.get(full)}` };
  }
  const said = Object.entries(node).filter(([key]) => key !== '$schema' && key !== 'definitions');
  return Object.fromEntries(said.map(([key, value]) => [key, renamed(value, names)]));
}

/** The library says on standard output what it could not evaluate, which no answer needs. */
function quietly(work) {
  const { log, warn } = console;
  console.log = console.warn = () => undefined;
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn });
  }
}

function describeAnswers() {
  const all = routes();
  const lines = all.map(
    ([id, path, name, method]) =>
      `export type ${id} = Awaited<ReturnType<import('${path}').${name}['${method}']>>;`,
  );
  const program = programOf(`${lines.join('\n')}\n`);
  const generator = TJS.buildGenerator(program, {
    required: true,
    ignoreErrors: true,
    strictNullChecks: true,
  });
  const answers = {};
  const definitions = {};
  for (const [id] of all) {
    if (isNoJson(program, id)) continue;
    const schema = quietly(() => generator.getSchemaForSymbol(id));
    Object.assign(definitions, schema.definitions);
    answers[id] = schema;
  }
  const names = shortNames(definitions);
  const schemas = Object.keys(definitions).map((full) => [
    names.get(full),
    renamed(definitions[full], names),
  ]);
  return {
    schemas: Object.fromEntries(schemas.sort(([one], [other]) => (one < other ? -1 : 1))),
    answers: renamed(answers, names),
  };
}

/** A route that answers 204 or plain text, sends a file, or writes its answer itself. */
function isNoJson(program, id) {
  const checker = program.getTypeChecker();
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(ENTRY)));
  const type = checker.getDeclaredTypeOfSymbol(symbol.find(({ name }) => name === id));
  if (type.symbol?.name === 'StreamableFile') return true;
  return (
    (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never | ts.TypeFlags.String)) !==
    0
  );
}

const linesOf = (part) =>
  Object.entries(part).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
const parts = Object.entries(describeAnswers()).map(
  ([key, part]) => `  ${key}: {\n${linesOf(part).join(',\n')},\n  },\n`,
);
const text = `// Written by \`npm run openapi\` from the controllers' types.
import type { AnswerSchemas } from './answer-schemas.js';

export const ANSWERS: AnswerSchemas = {
${parts.join('')}};
`;
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error(`${relative(root, TARGET)} is not what the controllers answer: npm run openapi`);
  process.exit(1);
}
