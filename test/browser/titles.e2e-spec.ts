import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { CohortWorld } from '../e2e/cohort-world.js';
import { text, type Json } from '../e2e/public-api.js';
import { LAPTOP, openBrowser, Visitor } from './browser.js';

const WEB = join(import.meta.dirname, '..', '..', 'apps', 'web', 'src');

/** Every path of the screens, as the rooms declare them. */
function declaredPaths(): string[] {
  const rooms = readdirSync(WEB, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => join(WEB, name, 'routes.ts'));
  const paths = rooms.flatMap((file) => {
    const source = readable(file);
    return [...source.matchAll(/getParentRoute: \(\) => (\w+),\s+path: '([^']+)'/g)].map(
      ([, parent, path = '']) => (parent === 'cohortRoute' ? `/cohorts/$id${path}`.replace(/\/$/, '') : path),
    );
  });
  return [...new Set(paths)].sort();
}

function readable(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

describe('the title of the tab', () => {
  let world: CohortWorld;
  let browser: Browser;
  let walks: Record<string, [template: string, path: string][]>;
  let declared: string[];

  beforeAll(async () => {
    declared = declaredPaths();
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    const { lembaga, coach, asesor, lan } = world.as;
    const cohort = await world.opens({ pathway: 'flexible', name: 'PKA judul' });
    const [person = ''] = await world.enrols(cohort, [{ name: 'Contoh Judul' }]);
    const first = async (api: typeof lembaga, path: string): Promise<Json> => {
      const { items } = (await api.expect(200, api.get(path))) as { items?: Json };
      const found = items?.[0];
      if (!found) throw new Error(`there is nothing at ${path}`);
      return found;
    };
    const idAt = async (api: typeof lembaga, path: string) => text((await first(api, path))['id']);
    await lembaga.expect(
      201,
      lembaga.post(`/cohorts/${cohort}/timetable`, {
        ...{ kind: 'class', title: 'Agenda pertama', date: '2026-04-14', start: '08.00', end: '10.00' },
      }),
    );
    const operation = await lembaga.expect(
      202,
      lembaga.post('/bulk-operations', {
        ...{ action: 'suspend', ids: [person], reason: 'Cuti bersama', preview: false },
      }),
    );
    const cohortPart = (part: string): [string, string] => [
      `/cohorts/$id${part}`,
      `/cohorts/${cohort}${part}`,
    ];
    const plain = (...paths: string[]) => paths.map((path): [string, string] => [path, path]);
    walks = {
      lembaga: [
        ...plain('/cohorts', '/cohorts/new', '/journeys', '/tasks', '/incidents', '/operations'),
        ...plain('/operations/new'),
        ...['', '/enrolment', '/placements', '/groups', '/evaluation', '/verdicts', '/certificates'].map(
          cohortPart,
        ),
        ...['/dates', '/timetable'].map(cohortPart),
        [
          '/cohorts/$id/enrolment/$import',
          `/cohorts/${cohort}/enrolment/${await idAt(lembaga, `/cohorts/${cohort}/imports`)}`,
        ],
        [
          '/cohorts/$id/timetable/$session',
          `/cohorts/${cohort}/timetable/${await idAt(lembaga, `/cohorts/${cohort}/timetable`)}`,
        ],
        ['/journeys/$id', `/journeys/${person}`],
        ['/tasks/$id', `/tasks/${await idAt(lembaga, '/tasks')}`],
        ['/operations/$operation', `/operations/${text(operation['id'])}`],
      ],
      coach: [['/sessions/$id', `/sessions/${text((await first(coach, '/tasks'))['journeyId'])}`]],
      instansi: plain('/agency', '/agency/talents'),
      asesor: [
        ...plain('/assessments'),
        ['/assessments/$cohort', `/assessments/${text((await first(asesor, '/tasks'))['cohort'])}`],
      ],
      peserta: plain('/mine', '/timetable', '/inbox', '/account', '/account/data'),
      lan: [
        ...plain('/administration', '/administration/accounts', '/audit', '/retention', '/data-requests'),
        ['/administration/$id', `/administration/${await idAt(lan, '/organisations')}`],
        ['/administration/accounts/$account', `/administration/accounts/${await idAt(lan, '/accounts')}`],
      ],
    };
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  it('tells every page from every other one, in the language of the reader', async () => {
    const walked = Object.values(walks).flat();
    expect(walked.map(([template]) => template).sort()).toEqual(declared);
    const titles = new Map<string, string>();
    for (const [username, pages] of Object.entries(walks)) {
      const visitor = await Visitor.arrive(browser, world.address, { name: 'titles', size: LAPTOP });
      const { page } = visitor;
      await page.getByRole('heading', { level: 2, name: 'Masuk' }).waitFor();
      expect(await page.title()).toBe('Masuk · Titian');
      await visitor.signIn(username);
      for (const [template, path] of pages) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        titles.set(template, await page.title());
      }
      await visitor.leave();
    }
    const bare = [...titles].filter(([, title]) => !/^\S.* · Titian$/.test(title));
    expect(bare).toEqual([]);
    const said = [...titles.values()];
    expect(said.filter((title, place) => said.indexOf(title) !== place)).toEqual([]);
    expect(Object.fromEntries(titles)).toMatchObject({
      '/cohorts': 'Angkatan · Titian',
      '/cohorts/$id/placements': 'Penempatan · PKA judul · Titian',
      '/journeys/$id': 'Contoh Judul · PKA judul · Titian',
    });
  });

  it('follows whoever goes on, back, or chooses another language', async () => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'titles', size: LAPTOP });
    const { page } = visitor;
    const becomes = async (title: string) => {
      for (let tries = 0; tries < 100 && (await page.title()) !== title; tries += 1)
        await page.waitForTimeout(100);
      expect(await page.title()).toBe(title);
    };
    await visitor.signIn('lembaga');
    await becomes('Angkatan · Titian');
    await page.getByRole('link', { name: 'PKA judul' }).click();
    await becomes('Papan · PKA judul · Titian');
    await page.getByRole('link', { name: 'Penempatan', exact: true }).click();
    await becomes('Penempatan · PKA judul · Titian');
    await page.getByRole('link', { name: 'Tugas', exact: true }).click();
    await becomes('Tugas saya · Titian');
    await page.goBack();
    await becomes('Penempatan · PKA judul · Titian');
    await page.getByText('EN', { exact: true }).click();
    await becomes('Placements · PKA judul · Titian');
    for (const nowhere of ['/nowhere', '/journeys/01900000-0000-7000-8000-000000000000']) {
      await page.goto(nowhere);
      await becomes('Not found · Titian');
    }
    await page.goto('/retention');
    await becomes('This page is not for you · Titian');
    await visitor.leave();
  });
});
