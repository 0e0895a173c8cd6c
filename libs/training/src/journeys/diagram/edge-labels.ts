import type { Bilingual } from '#libs/calendar';
import type { DiagramEdge } from '#libs/statechart';
import { happenedLabel } from '../event-labels.js';
import { deadlineLabel } from './deadline-labels.js';

/** Where one event leads several ways, or a rule decides, the arrow says which way this is. */
const WAYS: Record<string, Bilingual> = {
  'preAssessment.checkingReport>assessmentWindow': { id: 'Langsung asesmen', en: 'Straight to assessment' },
  'preAssessment.checkingReport>placement': { id: 'Laporan berlaku', en: 'Report is valid' },
  'preAssessment.assessing>placement': { id: 'Profil dicatat', en: 'Profile recorded' },
  'preAssessment.checkingReport>preAssessment.assessing': { id: 'Perlu dinilai', en: 'To be assessed' },
  'preAssessment.assessing>training': { id: 'Diterima terlambat', en: 'Admitted late' },
  'placement.proposed>assessmentWindow': { id: 'Langsung asesmen', en: 'Straight to assessment' },
  'placement.proposed>training': { id: 'Ditetapkan terlambat', en: 'Confirmed late' },
  'placement.proposed>placement.confirmed': { id: 'Ditetapkan', en: 'Confirmed' },
  'placement.objected>placement.proposed': { id: 'Diubah', en: 'Revised' },
  'placement.confirmed>placement.objected': { id: 'Peserta berkeberatan', en: 'Participant objects' },
  'placement.confirmed>awaitingStart:rule:': { id: 'Pendamping lengkap', en: 'Companions assigned' },
  'awaitingStart>placement.objected': { id: 'Peserta berkeberatan', en: 'Participant objects' },
  'training.learning.joining>': { id: 'Menurut tanggal', en: 'By the date' },
  'evaluation.scoring>evaluation.deciding': { id: 'Nilai lengkap', en: 'All scored' },
  'evaluation.deciding>verdict': { id: 'Lulus, asesmen terintegrasi', en: 'Passed, assessment included' },
  'evaluation.deciding>awaitingAssessment': { id: 'Lulus pelatihan', en: 'Passed the training' },
  'evaluation.deciding>remedial': { id: 'Ditunda', en: 'Deferred' },
  'verdict.proposed>verdict.confirmed': { id: 'Ditetapkan', en: 'Confirmed' },
  'verdict.proposed>verdict.returned': { id: 'Dikembalikan', en: 'Returned' },
  'verdict.returned>verdict.proposed': { id: 'Hasil baru', en: 'New result' },
  'verdict.confirmed>competent': { id: 'Memenuhi standar', en: 'Meets the standard' },
  'verdict.confirmed>belowStandard': { id: 'Belum memenuhi standar', en: 'Below the standard' },
  'verdict.confirmed>closed': { id: 'Putaran habis', en: 'No round left' },
};

/** What takes a journey along an arrow, in a few words. */
export function edgeLabel({ id, by }: DiagramEdge): Bilingual {
  const way = Object.keys(WAYS).find((beginning) => id.startsWith(beginning));
  if (way !== undefined && WAYS[way]) return WAYS[way];
  if (by.kind === 'deadline') return deadlineLabel(by.name ?? '');
  return by.kind === 'event' ? happenedLabel(by.name ?? '') : { id: 'Menurut aturan', en: 'By rule' };
}
