export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Somebody chosen, with his name. */
export function personOf(value: unknown): { id: string; name: string } | null {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return null;
  return { id: String(value.id), name: String(value.name) };
}
