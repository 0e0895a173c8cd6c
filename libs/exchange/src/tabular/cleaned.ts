/** No-break and zero-width characters come along when cells are copied from documents; they are never part of a value. */
export function cleaned(cell: string): string {
  return cell
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .trim();
}
