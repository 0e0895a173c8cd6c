import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Described {
  content?: Record<string, { schema?: object }>;
}

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
  components: object;
}

const BASE = '/api/v1';
const root = join(import.meta.dirname, '..', '..');
const document = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8')) as Document;
// Formats are the contract specs' business, and OpenAPI's own words (`discriminator`, `example`) are no rules.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'openapi', components: document.components });
const known = new Map<string, ValidateFunction | null>();

/** What the OpenAPI document says of an answer and is not so: empty where it says nothing, or the truth. */
export function untruths(answer: {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
}): string[] {
  const { method, path, status, type, body } = answer;
  const template = templateOf(path.split('?')[0] ?? '');
  if (template === undefined) return [];
  const validate = validatorFor(template, method.toLowerCase(), status, type.split(';')[0] ?? '');
  if (!validate || validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${method} ${template} ${String(status)}: ${instancePath} ${message ?? ''}`,
  );
}

/** The route of a path; one without parameters goes before one with. */
function templateOf(path: string): string | undefined {
  const fits = Object.keys(document.paths).filter((template) => {
    const pattern = template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(`${BASE}${path}`);
  });
  return fits.sort((one, other) => one.split('{').length - other.split('{').length)[0];
}

function validatorFor(
  template: string,
  method: string,
  status: number,
  type: string,
): ValidateFunction | null {
  const key = `${method} ${template} ${String(status)} ${type}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const responses = document.paths[template]?.[method]?.responses;
  const described = responses?.[String(status)] ?? (status >= 400 ? responses?.['default'] : undefined);
  const schema = described?.content?.[type]?.schema;
  const validate = schema ? ajv.compile(rooted(schema) as object) : null;
  known.set(key, validate);
  return validate;
}

/** References are to the document, wherever the schema that has them stands. */
function rooted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rooted);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? `openapi${value}` : rooted(value),
    ]),
  );
}
