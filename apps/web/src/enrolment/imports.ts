import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { saveFile } from '../parts/save-file.js';
import { language } from '../words/language.js';
import type { ImportKind } from './kinds.js';

type Ok<P> = P extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;

export type ImportBatch = Ok<paths['/api/v1/cohorts/{id}/imports']['get']>['items'][number];
export type ImportDetail = Ok<paths['/api/v1/imports/{id}']['get']>;
export type UndoPreview = Ok<paths['/api/v1/imports/{id}/undo']['get']>;

/** What a check and a finished upload say alike. */
export type Checked = Pick<ImportDetail, 'rows' | 'accepted' | 'rejected' | 'warnings' | 'lines' | 'source'>;
export type Line = Checked['lines'][number];
export type Fault = Checked['rejected'][number];

const PATHS = {
  roster: '/api/v1/cohorts/{id}/roster',
  profiles: '/api/v1/cohorts/{id}/profiles',
  facts: '/api/v1/cohorts/{id}/facts',
} as const;

const ON_ITS_WAY_MS = 1_000;

/** What was uploaded, newest first; looked at again while something is still on its way. */
export const importsOf = (cohort: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', cohort, 'imports'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cohorts/{id}/imports', { params: { path: { id: cohort }, query: { limit: 200 } } }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'running') ? ON_ITS_WAY_MS : false,
  });

/** Rows come to it while it is on its way: what was seen then is not what there is at its end. */
export const oneImport = (id: string, status: ImportBatch['status'] | undefined) =>
  queryOptions({
    queryKey: [language(), 'imports', id, status],
    queryFn: () => answerOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
  });

export const undoPreview = (id: string) =>
  queryOptions({
    queryKey: [language(), 'imports', id, 'undo'],
    queryFn: () => answerOf(api.GET('/api/v1/imports/{id}/undo', { params: { path: { id } } })),
    staleTime: 0,
  });

export function undo(id: string, body: { reason: string; expected: string }) {
  return answerOf(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } }, body }));
}

interface Sent {
  cohort: string;
  kind: ImportKind;
  file: File;
}

/** What an upload would do; nothing is written. */
export async function check({ cohort, kind, file }: Sent): Promise<Checked> {
  const answer = await answerOf(
    api.POST(PATHS[kind], {
      params: { path: { id: cohort }, query: { dryRun: true } },
      ...formOf(file),
    }),
  );
  if (!('lines' in answer)) throw new Error('a check is answered at once');
  return answer as Checked;
}

/** Answers the id under which it is kept, also while it is still on its way. */
export async function submit({ cohort, kind, file }: Sent, key: string): Promise<string> {
  const answer = await answerOf(
    api.POST(PATHS[kind], {
      params: { path: { id: cohort }, query: {} },
      headers: { 'Idempotency-Key': key },
      ...formOf(file),
    }),
  );
  if (!('id' in answer)) throw new Error('an upload is kept under an id');
  return answer.id;
}

/** Only the rows that a check rejects, with the reasons, as a sheet. */
export async function saveRejectedOf({ cohort, kind, file }: Sent, name: string): Promise<void> {
  const sheet = await answerOf(
    api.POST('/api/v1/cohorts/{id}/rejected.xlsx', {
      params: { path: { id: cohort }, query: { kind } },
      parseAs: 'blob',
      ...formOf(file),
    }),
  );
  saveFile(sheet as unknown as Blob, name);
}

export async function saveRejected(id: string, name: string): Promise<void> {
  const sheet = await answerOf(
    api.GET('/api/v1/imports/{id}/rejected.xlsx', { params: { path: { id } }, parseAs: 'blob' }),
  );
  saveFile(sheet as unknown as Blob, name);
}

const TEMPLATES = {
  rosterXlsx: '/api/v1/roster-template.xlsx',
  rosterCsv: '/api/v1/roster-template.csv',
  profilesXlsx: '/api/v1/profile-template.xlsx',
} as const;
export type Template = keyof typeof TEMPLATES;

export async function saveTemplate(template: Template, name: string): Promise<void> {
  const sheet = await answerOf(api.GET(TEMPLATES[template], { parseAs: 'blob' }));
  saveFile(sheet as unknown as Blob, `${name}.${TEMPLATES[template].split('.')[1] ?? ''}`);
}

/** The client writes JSON; a file goes as a form. */
function formOf(file: File) {
  const form = new FormData();
  form.append('file', file);
  return { body: { file: file.name }, bodySerializer: () => form };
}
