import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { id } from './id.js';
import { language, remember, type Language } from './language.js';

/** Words are ready before the first page is drawn: both languages weigh less than one request. */
export async function prepareWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: 'id',
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
    // Else it advertises in everybody's console.
    showSupportNotice: false,
  });
  document.documentElement.lang = language();
}

export async function speak(chosen: Language): Promise<void> {
  remember(chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}
