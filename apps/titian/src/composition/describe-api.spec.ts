import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKnowledge } from '#libs/knowledge';
import { projectRoot } from '../project-root.js';
import { describeApi } from './describe-api.js';

describe('docs/openapi.json', () => {
  it('is what the controllers say (else: npm run openapi)', async () => {
    const committed: unknown = JSON.parse(
      await readFile(join(projectRoot(), 'docs', 'openapi.json'), 'utf8'),
    );
    const described: unknown = JSON.parse(
      JSON.stringify(await describeApi(loadKnowledge(join(projectRoot(), 'config')))),
    );
    expect(committed).toEqual(described);
  });
});
