import type { Bilingual } from '#libs/calendar';
import type { FieldFault } from '../refusal.js';
import { fieldMessages } from './field.messages.js';

const SLOT = /\{\{(\w+)\}\}/g;

/** A field's fault in both languages, for answers that are kept: its own message, or the catalogue's for its code. */
export function fieldMessage({ code, message, params = {} }: FieldFault): Bilingual {
  if (message) return message;
  const text = fieldMessages[code] ?? (fieldMessages['invalid'] as Bilingual);
  const filled = (line: string) =>
    line.replace(SLOT, (slot, name: string) => {
      const value = params[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : slot;
    });
  return { id: filled(text.id), en: filled(text.en) };
}
