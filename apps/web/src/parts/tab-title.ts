import { useEffect } from 'react';

/** Who names the tab: the page, else the frame around it, else why there is no page, else the house by its menu. */
const LEVELS = ['page', 'frame', 'message', 'house'] as const;
type Level = (typeof LEVELS)[number];

const PRODUCT = 'Titian';
const titles = new Map<Level, string>();

function show(): void {
  const level = LEVELS.find((one) => titles.has(one));
  document.title = level === undefined ? PRODUCT : `${titles.get(level) ?? ''} · ${PRODUCT}`;
}

/**
 * What the browser's tab says as long as this is on the screen (WCAG 2.4.2): what tells the page from all others, the most
 * particular first. Parts that are not known yet are left out; without any the next around it speaks.
 */
export function useTabTitle(parts: readonly (string | null | undefined)[], level: Level = 'page'): void {
  const title = parts.filter((part) => part != null && part !== '').join(' · ');
  useEffect(() => {
    if (title === '') return undefined;
    titles.set(level, title);
    show();
    return () => {
      titles.delete(level);
      show();
    };
  }, [title, level]);
}
