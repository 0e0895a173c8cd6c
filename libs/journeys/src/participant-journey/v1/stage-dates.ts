import { bilingual, type Bilingual, type LocalDate } from '#libs/calendar';
import { STAGES } from '#libs/curriculum';
import type { StageDates } from './journey-values.js';

export interface CohortDates {
  startsOn: LocalDate;
  endsOn: LocalDate;
  stages: StageDates[];
}

/**
 * What is wrong with a cohort's dates, or null: all three stages are given, in order, not overlapping, within the
 * training (Peraturan LAN 6/2022 knows these three stages in this order).
 */
export function faultOfDates({ startsOn, endsOn, stages }: CohortDates): Bilingual | null {
  if (endsOn < startsOn) {
    return bilingual('Pelatihan berakhir sebelum dimulai.', 'The training ends before it starts.');
  }
  if (stages.map((one) => one.stage).join() !== STAGES.join()) {
    return bilingual(
      'Ketiga tahap harus diisi, berurutan: selfLearning, eLearning, classical.',
      'All three stages must be given, in order: selfLearning, eLearning, classical.',
    );
  }
  if (stages.some((one) => one.to < one.from)) {
    return bilingual('Ada tahap yang berakhir sebelum dimulai.', 'A stage ends before it starts.');
  }
  if (stages.some((one, index) => index > 0 && one.from <= stages[index - 1]!.to)) {
    return bilingual('Ada tahap yang tumpang tindih.', 'Two stages overlap.');
  }
  if (stages[0]!.from < startsOn || stages.at(-1)!.to > endsOn) {
    return bilingual(
      'Ada tahap di luar tanggal pelatihan.',
      'A stage lies outside the dates of the training.',
    );
  }
  return null;
}
