import { cleaned } from '../tabular/cleaned.js';
import { unescaped } from './unescaped.js';
import { walkXml } from './walk-xml.js';

/** Longer texts are cut: no column takes as much, and one text may stand in every cell. */
export const LONGEST_TEXT = 4000;

/** The texts that cells refer to by number, without the furigana that may stand beside them. */
export function sharedStrings(xml: string | null): string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  let current = '';
  let inText = false;
  let inReading = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
    },
    text: (text) => {
      if (inText && current.length < LONGEST_TEXT) current += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si') strings.push(cleaned(unescaped(current.slice(0, LONGEST_TEXT))));
    },
  });
  return strings;
}
