interface Stroke {
  key: string;
  shiftKey: boolean;
}

/**
 * The cell that a key leads to, as in a sheet: up and down within the component, Enter down, Shift+Enter up; left and right
 * once the caret is at that end of the text.
 */
export function neighbour(from: HTMLInputElement, { key, shiftKey }: Stroke): HTMLInputElement | null {
  const table = from.closest('table');
  if (!table) return null;
  const column = `input[data-component="${from.dataset['component'] ?? ''}"]`;
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return beside(table, column, from, 1);
  if (key === 'ArrowUp' || (key === 'Enter' && shiftKey)) return beside(table, column, from, -1);
  if (key === 'ArrowLeft' && from.selectionStart === 0) return beside(table, ROW, from, -1);
  if (key === 'ArrowRight' && from.selectionEnd === from.value.length) return beside(table, ROW, from, 1);
  return null;
}

const ROW = 'input[data-component]';

function beside(table: Element, cells: string, from: HTMLInputElement, step: number) {
  const all = [...table.querySelectorAll<HTMLInputElement>(cells)];
  return all[all.indexOf(from) + step] ?? null;
}
