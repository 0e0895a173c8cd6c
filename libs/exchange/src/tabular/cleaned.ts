/**
 * No-break and zero-width characters come along when cells are copied from documents; they are never part of a value.
 * Full-width letters and digits, as an input method for East Asian scripts types them, are the plain ones.
 */
export function cleaned(cell: string): string {
  return cell
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim();
}
