import type { Draft } from '../actions/event-types.js';

/** What is being typed about one person's session; it outlives the page, the tab and the phone's battery. */
export const draftKey = (account: string, journeyId: string) => `titian.session.${account}.${journeyId}`;

export function keptDraft(key: string): Draft {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Draft) : {};
  } catch {
    return {};
  }
}

export function keepDraft(key: string, draft: Draft): void {
  localStorage.setItem(key, JSON.stringify(draft));
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(key);
}
