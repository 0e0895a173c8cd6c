import { bilingual, dateInWords, type Bilingual, type LocalDate, type Period } from '#libs/calendar';

const UNITS: Record<string, { id: string; en: [string, string] }> = {
  Y: { id: 'tahun', en: ['year', 'years'] },
  M: { id: 'bulan', en: ['month', 'months'] },
  W: { id: 'minggu', en: ['week', 'weeks'] },
  D: { id: 'hari', en: ['day', 'days'] },
};

/** A period in words: `3 bulan` / `3 months`. */
export function periodInWords(period: Period): Bilingual {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) => ({
    count: Number(count),
    unit: UNITS[unit!]!,
  }));
  return bilingual(
    parts.map(({ count, unit }) => `${count} ${unit.id}`).join(' '),
    parts.map(({ count, unit }) => `${count} ${unit.en[count === 1 ? 0 : 1]}`).join(' '),
  );
}

/** The same date put into a sentence of each language, where `{date}` stands. */
export function onDate(id: string, en: string): (date: LocalDate) => Bilingual {
  return (date) =>
    bilingual(id.replace('{date}', dateInWords(date, 'id')), en.replace('{date}', dateInWords(date, 'en')));
}

/** `3 bulan setelah pelatihan berakhir pada 29 Mei 2026` / `3 months after the training ended on 29 May 2026`. */
export function periodAfter(period: Period, date: LocalDate, anchor: Bilingual): Bilingual {
  const words = periodInWords(period);
  return bilingual(
    `${words.id} setelah ${anchor.id} pada ${dateInWords(date, 'id')}`,
    `${words.en} after ${anchor.en} on ${dateInWords(date, 'en')}`,
  );
}

/** `5 hari kerja setelah penempatan dikukuhkan pada …` / `5 working days after …`; negative counts backwards. */
export function workingDaysFrom(days: number, date: LocalDate, anchor: Bilingual): Bilingual {
  const count = Math.abs(days);
  return bilingual(
    `${count} hari kerja ${days < 0 ? 'sebelum' : 'setelah'} ${anchor.id} pada ${dateInWords(date, 'id')}`,
    `${count} working ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} ${anchor.en} on ${dateInWords(date, 'en')}`,
  );
}

export const comesBack = (period: Period, fired: LocalDate): Bilingual => {
  const words = periodInWords(period);
  return bilingual(
    `diingatkan lagi ${words.id} setelah tenggat ${dateInWords(fired, 'id')} terlewati`,
    `comes back ${words.en} after the deadline of ${dateInWords(fired, 'en')} passed`,
  );
};

export const setByHand = (insteadOf: LocalDate): Bilingual =>
  bilingual(
    `dijadwalkan ulang; semula ${dateInWords(insteadOf, 'id')}`,
    `rescheduled; it was ${dateInWords(insteadOf, 'en')}`,
  );

export const shiftedBy = (why: Bilingual, days: number): Bilingual =>
  bilingual(
    `${why.id}, digeser ${days} hari selama penangguhan`,
    `${why.en}, shifted by the ${days} suspended ${days === 1 ? 'day' : 'days'}`,
  );
