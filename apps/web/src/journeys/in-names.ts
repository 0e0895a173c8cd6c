const CODE = /\b(M[1-8]|S1)\b/g;

/** A sentence with competencies by what they are called: codes are how records speak, not people. */
export function inNames(text: string, names: ReadonlyMap<string, string> | undefined): string {
  if (!names) return text;
  return text
    .replace(CODE, (code, _group, at: number) => {
      const name = names.get(code);
      if (name === undefined) return code;
      const isNamed = text.slice(at + code.length + 1).startsWith(name);
      return isNamed ? '' : name;
    })
    .replace(/(^|[\s(])\s+/g, '$1');
}
