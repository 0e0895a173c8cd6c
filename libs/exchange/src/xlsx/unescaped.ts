/**
 * Excel writes what XML cannot hold as `_x000D_`, and an underscore that would look like one as `_x005F_` (ECMA-376,
 * part 1, 22.9.2.19): a heading of two lines comes with a carriage return of this kind.
 */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
