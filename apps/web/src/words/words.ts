import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { id } from './id.js';
import { language, remember, type Language } from './language.js';

/** Words are ready before the first page is drawn; the English ones come to those who read them. */
export async function prepareWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: 'id',
    resources: { id: { translation: id } },
    // A language that is added while pages stand is drawn at once.
    react: { bindI18nStore: 'added' },
    interpolation: { escapeValue: false },
    // Else it advertises in everybody's console.
    showSupportNotice: false,
  });
  await learn(language());
  document.documentElement.lang = language();
}

async function learn(chosen: Language): Promise<void> {
  if (chosen === 'id') return;
  const { en } = await import('./en.js');
  i18next.addResourceBundle('en', 'translation', en, true);
}

export async function speak(chosen: Language): Promise<void> {
  await learn(chosen);
  remember(chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}
