/** A score as people type it, `82,5` or `82.5`; null for what is none from 0 to 100. */
export function readScore(text: string): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(written)) return null;
  const score = Number(written);
  return score <= 100 ? score : null;
}
