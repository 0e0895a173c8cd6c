import { z } from 'zod';

type Issue = { code: 'custom'; path: PropertyKey[]; message: string };
type Context = { addIssue: (issue: Issue) => void };

/** Reports a rule that a value breaks, at a place inside of it. */
export function report(context: Context, path: PropertyKey[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

// Runs even while single entries are broken, so that those and the duplicates are listed together.
const always = { when: ({ value }: { value: unknown }) => Array.isArray(value) };

function fieldOf(entry: unknown, field: string | null): unknown {
  if (field === null) return entry;
  return entry !== null && typeof entry === 'object' ? (entry as Record<string, unknown>)[field] : undefined;
}

/** A list in which nothing comes twice: the entries themselves, or one field of them. */
export function unique<T extends z.ZodType>(entry: T, field: (keyof z.output<T> & string) | null = null) {
  return z.array(entry).superRefine((entries: unknown[], context) => {
    const seen = new Set<unknown>();
    entries.forEach((candidate, index) => {
      const value = fieldOf(candidate, field);
      const path = field === null ? [index] : [index, field];
      if (seen.has(value)) report(context, path, `${String(value)} comes twice`);
      if (value !== undefined) seen.add(value);
    });
  }, always);
}

/** Reports what a list lacks of what it must hold. */
export function reportMissing(
  context: Context,
  path: PropertyKey[],
  wanted: readonly unknown[],
  found: unknown[],
): void {
  const missing = wanted.filter((value) => !found.includes(value));
  if (missing.length > 0) report(context, path, `lacks ${missing.join(', ')}`);
}
