import { randomUUID } from 'node:crypto';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  schema?: Schema;
}

export interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface HostileRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEEPEST = 4;

/** What was seen to break programs: markup, SQL, paths, control characters, other scripts, numbers beyond counting. */
const WORDS: readonly string[] = [
  ...["' or '1'='1", "'; drop table event; --", '1) union select name from person_data --', '$1', '%', '_'],
  ...[
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${jndi:ldap://x}',
    '=cmd|calc!A0',
    '../../etc/passwd',
    '..%2f',
  ],
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u0645\u0631\u062d\u0628\u0627',
    '𝕿𝖎𝖙𝖎𝖆𝖓',
    '\r\nX-Injected: 1',
    '',
    ' ',
  ],
  ...[
    'null',
    'undefined',
    'true',
    'NaN',
    '-0',
    '1e309',
    '9'.repeat(40),
    '2026-02-30',
    '-000001-01-01',
    'P1Y2M99W',
  ],
  ...[
    '0001-01-01T00:00:00Z',
    '[object Object]',
    '__proto__',
    'constructor',
    'ñ'.repeat(300),
    'x'.repeat(20_000),
  ],
];
const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, [], {}, [[]], [null], { toString: null }],
  ...[{ __proto__: { admin: true } }, { $ne: null }, { length: 1e9 }, Array.from({ length: 3000 }, () => 0)],
];

/** Requests drawn from what the API says of itself, each with something wrong; the same seed draws the same. */
export class HostileRequests {
  private readonly operations: { method: string; path: string; operation: Operation }[];

  constructor(
    private readonly document: ApiDocument,
    private readonly random: () => number,
    /** Things of others: whoever sends has no business with them. */
    private readonly foreign: readonly string[],
  ) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      METHODS.flatMap((method) => {
        const operation = methods[method];
        return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
      }),
    );
  }

  next(): HostileRequest {
    const { method, path, operation } = this.one(this.operations);
    const parameters = operation.parameters ?? [];
    const filled = path.replace(/\{(\w+)\}/g, () => encodeURIComponent(wellFormed(this.name())));
    const query = new URLSearchParams();
    for (const { name, schema } of parameters.filter((one) => one.in === 'query')) {
      if (this.chance(0.4)) query.append(name, wellFormed(this.queried(schema)));
      if (this.chance(0.05)) query.append(name, wellFormed(this.one(WORDS)));
    }
    if (this.chance(0.1)) query.append(wellFormed(this.one(WORDS)), 'x');
    const asked = query.size > 0 ? `?${query.toString()}` : '';
    const headers = this.headers();
    const body = method === 'GET' ? undefined : this.body(operation, headers);
    return { method, path: filled + asked, headers, body };
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)]!;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** What stands in an address: mostly somebody else's thing. */
  private name(): string {
    const draw = this.random();
    if (draw < 0.7) return this.one(this.foreign);
    if (draw < 0.8) return randomUUID();
    return this.one(WORDS) || '-';
  }

  private queried(schema: Schema | undefined): string {
    if (this.chance(0.3)) return this.one(this.foreign);
    if (this.chance(0.4)) return String(this.one(VALUES.filter((value) => typeof value === 'number')));
    const plausible = this.plausible(schema ?? {}, 0);
    return this.chance(0.3) && typeof plausible === 'string' ? plausible : this.one(WORDS);
  }

  private headers(): Record<string, string> {
    return {
      ...(this.chance(0.1) && { 'Accept-Language': this.one(['xx', 'id;q=abc', '*'.repeat(500), 'en,,,;']) }),
      ...(this.chance(0.2) && {
        'Idempotency-Key': this.one(['a', 'k'.repeat(5000), "' or 1=1", this.one(this.foreign)]),
      }),
      ...(this.chance(0.05) && { 'X-Forwarded-For': "127.0.0.1, ' or 1=1" }),
    };
  }

  private body(operation: Operation, headers: Record<string, string>): string | Uint8Array | undefined {
    const content = operation.requestBody?.content ?? {};
    const schema = content['application/json']?.schema;
    if (content['multipart/form-data']) {
      headers['Content-Type'] = `multipart/form-data; boundary=${this.one(['b', '"', 'x'.repeat(100)])}`;
      return this.one(['--b--', `--b\r\n${this.one(WORDS)}`, this.file(), '']);
    }
    headers['Content-Type'] = this.chance(0.9)
      ? 'application/json'
      : this.one(['text/xml', 'application/json; charset=utf-7', 'a/b', 'application/x-www-form-urlencoded']);
    if (this.chance(0.08)) return this.one(['{', '[1,', '"', '{"a":1}{', '\ufeff{}', `${'['.repeat(5000)}`]);
    return JSON.stringify(this.spoilt(schema ? this.plausible(schema, 0) : {}));
  }

  /** A file that is none of those that are taken. */
  private file(): string {
    const head = 'Content-Disposition: form-data; name="file"; filename="../../x.xlsx"';
    return `--b\r\n${head}\r\nContent-Type: application/zip\r\n\r\nPK\u0003\u0004${this.one(WORDS)}\r\n--b--\r\n`;
  }

  /** Something of the right form, so that what is wrong with the rest gets far. */
  private plausible(schema: Schema, depth: number): unknown {
    const known = this.resolved(schema);
    const choice = known.oneOf ?? known.anyOf ?? known.allOf;
    if (choice) return this.plausible(this.one(choice), depth + 1);
    if (known.const !== undefined) return known.const;
    if (known.enum) return this.one(known.enum);
    const type = Array.isArray(known.type) ? this.one(known.type) : known.type;
    if (type === 'object' || known.properties) {
      if (depth > DEEPEST) return {};
      return Object.fromEntries(
        Object.entries(known.properties ?? {}).map(([key, of]) => [key, this.plausible(of, depth + 1)]),
      );
    }
    if (type === 'array') return depth > DEEPEST ? [] : [this.plausible(known.items ?? {}, depth + 1)];
    if (type === 'integer' || type === 'number') return Math.floor(this.random() * 6);
    if (type === 'boolean') return this.chance(0.5);
    if (known.format === 'date') return '2026-03-02';
    if (known.format === 'date-time') return '2026-03-02T00:00:00Z';
    return this.chance(0.5) ? this.one(this.foreign) : 'contoh';
  }

  private resolved(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : this.resolved(this.document.components.schemas[name] ?? {});
  }

  /** With one to three things in it that do not belong there. */
  private spoilt(value: unknown): unknown {
    let spoilt = value;
    for (let times = 1 + Math.floor(this.random() * 3); times > 0; times -= 1)
      spoilt = this.spoiltOnce(spoilt, 0);
    return spoilt;
  }

  private spoiltOnce(value: unknown, depth: number): unknown {
    const isInner = typeof value === 'object' && value !== null && depth < DEEPEST && this.chance(0.8);
    if (!isInner) return this.chance(0.5) ? this.one(WORDS) : this.one(VALUES);
    const entries = Object.entries(value);
    const at = Math.floor(this.random() * (entries.length + 1));
    const [key, inner] = entries[at] ?? [this.one(WORDS), null];
    if (Array.isArray(value))
      return value.map((one, index) =>
        String(index) === key ? this.spoiltOnce(one, depth + 1) : (one as unknown),
      );
    const { [key]: _taken, ...rest } = value as Record<string, unknown>;
    return this.chance(0.15) ? rest : { ...rest, [key]: this.spoiltOnce(inner, depth + 1) };
  }
}

/** Half a character can't be put into an address. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, '');
}
