import { dateInWords, type Bilingual, type LocalDate } from '#libs/calendar';
import type { Pathway } from '../pathway.js';

/** A configured price of one participant, in rupiah; null where nobody has set it. */
export interface Fee {
  amount: number | null;
  source: string;
  validFrom: LocalDate;
  illustrative: boolean;
  /** Who bears it; null while no rule or agreement says so. */
  fundedBy: Bilingual | null;
}

export type CostCode = 'assessmentBefore' | 'training' | 'assessmentAfter';

export interface CostLine extends Fee {
  code: CostCode;
  currency: 'IDR';
  note: Bilingual;
}

/** How the profile before training comes about, which decides whether an assessment before it has to be paid. */
export type ProfileOrigin =
  | { kind: 'report'; validUntil: LocalDate }
  | { kind: 'carried' }
  | { kind: 'none' }
  /** `why`: what speaks against the report at hand. */
  | { kind: 'assessment'; why: Bilingual | null };

export interface CostQuestion {
  fees: Record<CostCode, Fee>;
  pathway: Pathway;
  /** Null where the cohort has not chosen yet. */
  option: 'integrated' | 'separate' | null;
  origin: ProfileOrigin;
  /** What participants of the flexible pathway are told about the fee. */
  feeNote: Bilingual;
}

/**
 * What a participant costs, line by line (seed 002, consequences of all Alternatives: assessment before and after are to be
 * financed). The training is always the full fee, however many courses are taken (seed 002, Alternative I, challenges); an
 * assessment that a report replaces costs nothing.
 */
export function costLines({ fees, pathway, option, origin, feeNote }: CostQuestion): CostLine[] {
  return [
    beforeLine(fees.assessmentBefore, origin),
    lineOf('training', fees.training, pathway === 'flexible' ? feeNote : FULL_FEE),
    lineOf(
      'assessmentAfter',
      fees.assessmentAfter,
      option === 'integrated' ? WITHIN_TRAINING : AFTER_TRAINING,
    ),
  ];
}

function beforeLine(fee: Fee, origin: ProfileOrigin): CostLine {
  const line = (note: Bilingual): CostLine => lineOf('assessmentBefore', fee, note);
  switch (origin.kind) {
    case 'report':
      return { ...line(reused(origin.validUntil)), amount: 0 };
    case 'carried':
      return { ...line(CARRIED), amount: 0 };
    case 'none':
      return { ...line(NOT_ASSESSED), amount: 0 };
    case 'assessment':
      return line(origin.why ? joined(origin.why, ASSESSED) : ASSESSED);
  }
}

function lineOf(code: CostCode, fee: Fee, note: Bilingual): CostLine {
  return { code, ...fee, currency: 'IDR', note: fee.amount === null ? joined(note, NOT_SET) : note };
}

function joined(one: Bilingual, other: Bilingual): Bilingual {
  return { id: `${one.id} ${other.id}`, en: `${one.en} ${other.en}` };
}

function reused(validUntil: LocalDate): Bilingual {
  return {
    id: `Tidak ada biaya: laporan yang berlaku sampai ${dateInWords(validUntil, 'id')} digunakan kembali.`,
    en: `No cost: the report valid until ${dateInWords(validUntil, 'en')} is used again.`,
  };
}

const CARRIED: Bilingual = {
  id: 'Tidak ada biaya: hasil dari perjalanan sebelumnya dibawa serta.',
  en: 'No cost: the result of the earlier journey is carried over.',
};

const NOT_ASSESSED: Bilingual = {
  id: 'Tidak ada biaya: penilaian awal tidak dilakukan, sehingga semua kompetensi dianggap kesenjangan.',
  en: 'No cost: there was no assessment before training, so every competency is taken as a gap.',
};

const ASSESSED: Bilingual = {
  id: 'Penilaian awal dilakukan sebelum pelatihan.',
  en: 'An assessment takes place before training.',
};

const FULL_FEE: Bilingual = {
  id: 'Biaya penuh per peserta, tidak bergantung pada jumlah mata pelatihan.',
  en: 'The full fee of a participant, whatever the number of courses.',
};

const AFTER_TRAINING: Bilingual = {
  id: 'Penilaian tersendiri setelah pelatihan, pada jendela waktu yang ditetapkan kebijakan.',
  en: 'An assessment of its own after training, within the window that the policy sets.',
};

const WITHIN_TRAINING: Bilingual = {
  id: 'Dinilai di dalam evaluasi akhir pelatihan; jumlahnya tetap disebut tersendiri karena belum ada aturan pembebanannya.',
  en: 'Assessed within the final evaluation; named apart all the same, as no rule says who bears it.',
};

const NOT_SET: Bilingual = {
  id: 'Jumlahnya belum ditetapkan.',
  en: 'The amount has not been set.',
};
