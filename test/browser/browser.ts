import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';

const SCREENS = join(import.meta.dirname, '..', '..', 'reports', 'screens');
/** As root in a closed network: nothing of the browser's own asks anybody outside. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const LAPTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

/** One person at one screen: what the page complained of is kept, and every look is a picture of the run. */
export class Visitor {
  /** Errors of the console and of scripts, and requests that got no answer or a bad one. */
  readonly complaints: string[] = [];

  private readonly finished: Request[] = [];

  private constructor(
    readonly page: Page,
    private readonly name: string,
  ) {
    page.on('requestfinished', (request) => this.finished.push(request));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('requestfailed', (request) => {
      // Whoever goes on to another page before this one has come waits for it no longer.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED')
        this.complaints.push(`${request.url()} failed`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.url()} ${String(response.status())}`);
    });
  }

  static async arrive(
    browser: Browser,
    address: string,
    { name, size }: { name: string; size: typeof LAPTOP },
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: size,
      baseURL: address,
      locale: 'id-ID',
      reducedMotion: 'reduce',
    });
    // Reached only by what never comes, also on a busy machine.
    context.setDefaultTimeout(90_000);
    const visitor = new Visitor(await context.newPage(), `${name}-${String(size.width)}`);
    await visitor.page.goto('/');
    return visitor;
  }

  async signIn(username: string): Promise<void> {
    await this.page.getByLabel('Nama pengguna').fill(username);
    await this.page.getByRole('textbox', { name: 'Kata sandi' }).fill('titian-sandbox');
    await this.page.getByRole('button', { name: 'Masuk' }).click();
    // The door has a heading of the first level too.
    await this.page.getByRole('heading', { level: 2, name: 'Masuk' }).waitFor({ state: 'hidden' });
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Takes a picture of the whole page; answers what axe has against it. */
  async look(screen: string): Promise<string[]> {
    await this.page.waitForLoadState('networkidle');
    // What is still being fetched has its place on the page, and is no picture of it.
    for (const waiting of await this.page.getByText(/^(Memuat|Loading) …$/).all())
      await waiting.waitFor({ state: 'hidden' });
    mkdirSync(SCREENS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENS, `${this.name}-${screen}.png`), fullPage: true });
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(
      async (values) =>
        (
          globalThis as unknown as {
            axe: {
              run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }
        ).axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
      WCAG,
    );
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id} ${html}`));
  }

  /** Bytes that came over the network so far, packed as they came. */
  async weight(): Promise<number> {
    await this.page.waitForLoadState('networkidle');
    const sizes = await Promise.all(this.finished.map((request) => request.sizes()));
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
