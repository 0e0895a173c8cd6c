/** Stands where somebody else was named. */
export const SOMEBODY_ELSE = 'orang lain / somebody else';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const NIP = /\b\d{18}\b/g;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Every id that a text or record holds. */
export function idsIn(value: unknown): string[] {
  return [...new Set([...(JSON.stringify(value) ?? '').matchAll(UUID)].map(([id]) => id.toLowerCase()))];
}

export interface Maskings {
  /** Ids of other people and their accounts. */
  ids: readonly string[];
  /** Names of other people. */
  words: readonly string[];
  /** What is his own and stays: number and address. */
  own: readonly string[];
}

/** The same without anybody else: ids, numbers, addresses and names of others are taken out of every text. */
export function masked<T>(value: T, { ids, words, own }: Maskings): T {
  const foreign = new Set(ids.map((id) => id.toLowerCase()));
  const names = words
    .filter((word) => word.trim().length > 2)
    .sort((one, other) => other.length - one.length)
    .map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu'));
  const kept = new Set(own);
  const clean = (text: string): string => {
    const known = text
      .replaceAll(UUID, (id) => (foreign.has(id.toLowerCase()) ? SOMEBODY_ELSE : id))
      .replaceAll(NIP, (nip) => (kept.has(nip) ? nip : SOMEBODY_ELSE))
      .replaceAll(ADDRESS, (address) => (kept.has(address) ? address : SOMEBODY_ELSE));
    return names.reduce((rest, name) => rest.replaceAll(name, SOMEBODY_ELSE), known);
  };
  return walk(value, clean) as T;
}

function walk(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), walk(part, clean)]));
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
