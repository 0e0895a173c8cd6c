import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsPage } from './permissions-page.js';

const FILE = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'permissions.md');

it('the page about permissions says what the matrix says', () => {
  if (process.env['WRITE_PERMISSIONS_PAGE'] === 'true') writeFileSync(FILE, permissionsPage());
  expect(readFileSync(FILE, 'utf8')).toBe(permissionsPage());
});
