import { useState } from 'react';
import type { Draft } from './event-types.js';

/** What was typed outlives a closed form and a reloaded page, until it is sent or the tab is closed. */
export function useDraft(key: string, initial: Draft) {
  const name = `titian.draft.${key}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...initial, ...kept(name) }));
  const change = (changes: Draft) => {
    setDraft((before) => {
      const after = { ...before, ...changes };
      sessionStorage.setItem(name, JSON.stringify(after));
      return after;
    });
  };
  const forget = () => sessionStorage.removeItem(name);
  return { draft, change, forget };
}

function kept(name: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Draft;
  } catch {
    return {};
  }
}
