import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadKnowledge } from '#libs/knowledge';
import { parseSettings } from '#libs/platform';
import { describeApi } from '../composition/describe-api.js';
import { projectRoot } from '../project-root.js';

/** Writes the API's own description: `docs/openapi.json` is kept fresh with it. */
export function openapiCommand(): Command {
  return new Command('openapi')
    .description("write the API's OpenAPI document")
    .argument('[file]', 'where to; on standard output when left out')
    .action(async (file?: string) => {
      const { configFolder } = parseSettings();
      const document = await describeApi(loadKnowledge(configFolder ?? join(projectRoot(), 'config')));
      const text = `${JSON.stringify(document, null, 2)}\n`;
      if (file === undefined) process.stdout.write(text);
      else await writeFile(file, text);
    });
}
