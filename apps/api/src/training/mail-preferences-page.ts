import type { Locale } from '#libs/platform';

const TEXTS = {
  id: {
    title: 'Surat dari Titian',
    ask: 'Hentikan surel dari Titian? Kotak masuk Anda di Titian tetap terisi.',
    stop: 'Hentikan surat',
    done: 'Titian tidak lagi mengirim surat kepada Anda. Anda dapat mengubahnya di pengaturan setelah masuk.',
  },
  en: {
    title: 'Letters from Titian',
    ask: 'Stop mail from Titian? Your inbox in Titian goes on as before.',
    stop: 'Stop mail',
    done: 'Titian sends you no more mail. You may change this in your preferences after signing in.',
  },
} as const;

/** One small page without scripts; it says nothing about whose letter it was. */
export function mailPreferencesPage(shown: 'ask' | 'done', locale: Locale): string {
  const { title, stop, ...texts } = TEXTS[locale];
  const form = shown === 'ask' ? `<form method="post"><button>${stop}</button></form>` : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}button{font:inherit;padding:.5rem 1rem}</style>
</head><body><main><h1>${title}</h1><p>${texts[shown]}</p>${form}</main></body></html>`;
}
