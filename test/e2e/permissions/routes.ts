import { permissionOf, unnamedIn, type Action, type PermissionObject } from '#libs/access';

export interface Route {
  method: string;
  template: string;
  /** Null for one that is public. */
  action: Action | null;
  /** The type of the body that it takes; null for none. */
  body: string | null;
  schema: Schema | null;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  default?: unknown;
}

interface Operation {
  'x-action'?: string;
  security?: Record<string, unknown>[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
}

export interface Described {
  routes: Route[];
  /** Neither public nor with an action of the matrix, or writing to something of which nobody says what it is. */
  undeclared: string[];
  schemas: Record<string, Schema>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every route of the API, as its own document has them. */
export async function describedRoutes(address: string): Promise<Described> {
  const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const described: Described = { routes: [], undeclared: [], schemas: document.components.schemas };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const isPublic = operation.security?.some((one) => Object.keys(one).length === 0) ?? false;
      const action = (operation['x-action'] ?? null) as Action | null;
      if (!isPublic && (action === null || !isKnown(action))) described.undeclared.push(`${method} ${path}`);
      const address = path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1');
      if (!isPublic && method !== 'get')
        described.undeclared.push(...unnamedIn(address).map((one) => `${method} ${path} names ${one}`));
      const [body, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [null, null];
      const query = (operation.parameters ?? [])
        .filter((one) => one.in === 'query' && one.required)
        .map(({ name, schema }) => `${name}=${firstOf(schema)}`);
      const template = query.length > 0 ? `${path}?${query.join('&')}` : path;
      described.routes.push({
        method: method.toUpperCase(),
        template,
        action,
        body,
        schema: content?.schema ?? null,
      });
    }
  }
  return described;
}

function isKnown(action: Action): boolean {
  return (permissionOf(action) as unknown) !== undefined;
}

/** What stands for an id in the address of a route, by the address's beginning. */
export function kindOfPath(template: string): PermissionObject | null {
  if (template.includes('/me/inbox/{id}')) return 'account';
  if (template.includes('/timetable/{sessionId}')) return 'session';
  const [, first] = /^\/api\/v1\/([\w-]+)\/\{/.exec(template) ?? [];
  return first === undefined ? null : (KINDS[first] ?? null);
}

const KINDS: Record<string, PermissionObject> = {
  cohorts: 'cohort',
  journeys: 'journey',
  tasks: 'task',
  certificates: 'certificate',
  imports: 'upload',
  'bulk-operations': 'operation',
  incidents: 'incident',
  mails: 'letter',
  organisations: 'organisation',
  accounts: 'account',
};

/** The smallest body that is right in form. */
export function bodyFor(schema: Schema | null, schemas: Record<string, Schema>): unknown {
  if (!schema) return {};
  if (schema.$ref) return bodyFor(schemas[schema.$ref.replace('#/components/schemas/', '')] ?? null, schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return bodyFor(choice, schemas);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => bodyFor(one, schemas))) as unknown;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name]) => schema.required?.includes(name))
        .map(([name, one]) => [name, bodyFor(one, schemas)]),
    );
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => bodyFor(schema.items ?? null, schemas));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  return TEXTS[schema.format ?? ''] ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1));
}

const TEXTS: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2026-03-02',
  'date-time': '2026-03-02T08:00:00+07:00',
};

function firstOf(schema: Schema | undefined): string {
  // Of sheets a centre sends profiles alone.
  const first = schema?.enum?.includes('profiles') ? 'profiles' : schema?.enum?.[0];
  return typeof first === 'string' ? first : 'x';
}
