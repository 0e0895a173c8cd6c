import type { Page } from 'playwright-core';

const MOST_TABS = 150;

/** How a screen reader would call what has the focus; said as text, for the browser's names are not known here. */
const CALLED = `(() => {
  const at = document.activeElement;
  const named = (at.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const names = named.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const labels = [...(at.labels ?? [])].map(({ textContent }) => textContent).join(' ');
  return at.getAttribute('aria-label') ?? (names || labels || at.textContent);
})()`;
const focused = (page: Page) => page.evaluate<string>(CALLED);

/** Goes on by the Tab key until what is so called has the focus; throws when the page holds no such thing. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (name.test(at)) return;
    passed.push(at.slice(0, 40));
  }
  throw new Error(`nothing is called ${String(name)}: ${passed.join(' | ')}`);
}

/** From the door to the first page, without a mouse. */
export async function signInByKeys(page: Page, username: string): Promise<void> {
  await page.getByLabel('Nama pengguna').waitFor();
  await tabTo(page, /^Nama pengguna/);
  await page.keyboard.type(username);
  await tabTo(page, /^Kata sandi/);
  await page.keyboard.type('titian-sandbox');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Masuk' }).waitFor({ state: 'hidden' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
