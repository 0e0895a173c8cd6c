import type { Bilingual } from '#libs/calendar';

export function peopleInWords(count: number): Bilingual {
  return { id: `${count} orang`, en: count === 1 ? '1 person' : `${count} people` };
}

export function competenciesInWords(count: number): Bilingual {
  return { id: `${count} kompetensi`, en: count === 1 ? '1 competency' : `${count} competencies` };
}

/** `8`, or `6 to 8`. */
export function sizesInWords(sizes: readonly number[]): Bilingual {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most) return { id: `${most}`, en: `${most}` };
  return { id: `${least} sampai ${most}`, en: `${least} to ${most}` };
}

/** Sentences one after the other. */
export function joined(sentences: readonly Bilingual[]): Bilingual {
  return { id: sentences.map(({ id }) => id).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}
