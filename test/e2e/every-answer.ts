import { readTable } from '#libs/exchange';
import type { Json } from './public-api.js';

export interface Reader {
  address: string;
  /** Null for a stranger. */
  token: string | null;
}

/** What stands for the parameters of an address, by the address's first part. */
export interface Known {
  cohorts: string[];
  journeys: string[];
  tasks: string[];
  certificates: string[];
  sessions: string[];
}

export interface Read {
  address: string;
  status: number;
  body: unknown;
}

/** Facts about no person, and the machine's own: anybody may know what families of competencies there are. */
const ABOUT_NOBODY = new Set(['catalogue', 'health', 'sandbox']);

/** Every address that the API's own document lists for reading, so that a route of tomorrow is read too. */
export async function everyAnswer(reader: Reader, known: Known): Promise<Read[]> {
  const { paths } = (await (await fetch(`${reader.address}/api/openapi.json`)).json()) as {
    paths: Record<string, { get?: { tags?: string[] } }>;
  };
  const templates = Object.entries(paths)
    .filter(([, { get }]) => get && !(get.tags ?? []).some((tag) => ABOUT_NOBODY.has(tag)))
    .map(([path]) => path);
  const reads: Read[] = [];
  for (const address of templates.flatMap((template) => addressesOf(template, known))) {
    for (const language of ['id', 'en']) reads.push(await read(reader, address, language));
  }
  return reads;
}

function addressesOf(template: string, known: Known): string[] {
  const first = template.replace(/^\/api\/v1\//, '').split('/')[0] ?? '';
  const ids = { cohorts: known.cohorts, tasks: known.tasks, imports: known.cohorts }[first] ?? known.journeys;
  const filled = fill(
    fill(fill([template], '{id}', ids), '{serial}', known.certificates),
    '{sessionId}',
    known.sessions,
  );
  const past =
    template === '/api/v1/journeys/{id}'
      ? filled.map((address) => `${address}?at=2026-03-10T12:00:00%2B07:00`)
      : [];
  return [...filled, ...past];
}

function fill(addresses: string[], parameter: string, values: string[]): string[] {
  return addresses.flatMap((address) =>
    address.includes(parameter) ? values.map((value) => address.replace(parameter, value)) : [address],
  );
}

async function read({ address: base, token }: Reader, address: string, language: string): Promise<Read> {
  const response = await fetch(`${base}${address}`, {
    headers: { 'Accept-Language': language, ...(token !== null && { Authorization: `Bearer ${token}` }) },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  return { address: `${language} ${address}`, status: response.status, body: await bodyOf(type, bytes) };
}

async function bodyOf(type: string, bytes: Uint8Array): Promise<unknown> {
  const text = new TextDecoder().decode(bytes);
  if (/json/.test(type)) return JSON.parse(text) as Json;
  if (!/spreadsheet/.test(type)) return text;
  const reading = await readTable(bytes);
  if (!reading.ok) throw new Error(`a workbook could not be read: ${reading.fault.detail.en}`);
  return reading.table;
}
