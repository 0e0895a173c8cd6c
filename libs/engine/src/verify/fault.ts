import type { Bilingual } from '#libs/calendar';

/** One disagreement within the record: where it is, what it is about, and the two sides of it. */
export interface Fault {
  kind: string;
  /** Null where a row belongs to nobody. */
  instanceId: string | null;
  /** Entry, deadline, column or serial that disagrees. */
  subject: string;
  /** What the log says. */
  expected?: unknown;
  /** What was found instead. */
  found?: unknown;
}

/** Every kind of fault that the engine's own rows can have, in words. */
export const RECORD_FAULTS = {
  'log.missing': { id: 'Tidak ada catatan peristiwa', en: 'There is no log' },
  'log.gap': {
    id: 'Nomor urut peristiwa berlubang: ada entri yang hilang',
    en: 'The sequence has a hole: an entry is missing',
  },
  'log.link': {
    id: 'Mata rantai putus dari entri sebelumnya',
    en: 'The chain is broken from the entry before',
  },
  'log.hash': { id: 'Entri diubah setelah ditulis', en: 'An entry was changed after it was written' },
  'log.digest': { id: 'Isi peristiwa diubah', en: "An event's data was changed" },
  'log.redactedWithoutEntry': {
    id: 'Isi peristiwa hilang tanpa catatan penghapusan',
    en: "An event's data is gone and no entry says that it was redacted",
  },
  'log.head': {
    id: 'Akhir catatan bukan akhir yang diketahui perjalanan',
    en: "The log's end is not the one that the instance knows",
  },
  'log.revision': {
    id: 'Jumlah entri tidak sama dengan revisi perjalanan',
    en: "The number of entries is not the instance's revision",
  },
  'log.time': { id: 'Waktu peristiwa mundur', en: 'Time goes backwards in the log' },
  'log.unfoldable': {
    id: 'Catatan tidak dapat diputar ulang dengan definisinya',
    en: 'The log cannot be folded with its definition',
  },
  'message.lost': {
    id: 'Entri tanpa pesan yang menyebabkannya',
    en: 'An entry without the message that caused it',
  },
  'message.twice': { id: 'Pesan terhitung dua kali', en: 'A message counted twice' },
  'instance.differs': {
    id: 'Keadaan tersimpan tidak sama dengan hasil putar ulang catatan',
    en: 'What is stored is not what folding the log gives',
  },
  'next.missing': {
    id: 'Perjalanan berjalan tanpa penanggung jawab, tindakan, atau tanggal',
    en: 'A live journey without an owner, a next action or a date',
  },
  'deadline.lost': { id: 'Tenggat hilang', en: 'A deadline is lost' },
  'deadline.unknown': {
    id: 'Tenggat yang tidak dikenal catatan',
    en: 'A deadline that the log knows nothing of',
  },
  'deadline.doubled': { id: 'Tenggat ada dua kali', en: 'A deadline is there twice' },
  'deadline.differs': {
    id: 'Tenggat tidak sama dengan catatan',
    en: 'A deadline is not what the log says',
  },
  'deadline.reckoned': {
    id: 'Tanggal tenggat bukan hasil hitungan aturannya',
    en: 'A deadline does not fall where its rule puts it',
  },
  'deadline.overdue': {
    id: 'Tenggat lewat tanpa dijalankan, padahal sistem bekerja sesudahnya',
    en: 'A deadline passed without firing although the system worked after it',
  },
  'effect.lost': { id: 'Akibat peristiwa hilang', en: 'An effect is lost' },
  'effect.unknown': { id: 'Akibat tanpa peristiwanya', en: 'An effect without its event' },
  'effect.differs': { id: 'Akibat tidak sama dengan catatan', en: 'An effect is not what the log asked for' },
  'effect.givenUp': {
    id: 'Akibat peristiwa tidak dikerjakan: percobaan dihentikan, lihat insiden',
    en: 'An effect was given up after too many attempts: see its incident',
  },
  'task.lost': { id: 'Tugas hilang', en: 'A task is lost' },
  'task.unknown': { id: 'Tugas tanpa peristiwanya', en: 'A task without its event' },
  'task.leftOpen': {
    id: 'Tugas masih terbuka padahal sudah ditutup menurut catatan',
    en: 'A task is open although the log closed it',
  },
  'task.closedEarly': {
    id: 'Tugas tertutup padahal masih terbuka menurut catatan',
    en: 'A task is closed although the log left it open',
  },
  'task.differs': { id: 'Tugas tidak sama dengan catatan', en: 'A task is not what the log says' },
  'tally.differs': {
    id: 'Pencacah angkatan, atau jumlahnya, tidak cocok dengan perjalanannya',
    en: "A cohort's counter, or a sum of them, disagrees with the journeys that stand there",
  },
  'rows.ownerless': {
    id: 'Baris tanpa perjalanan yang memilikinya',
    en: 'Rows of an instance that is not there',
  },
} as const satisfies Record<string, Bilingual>;

export type RecordFaultKind = keyof typeof RECORD_FAULTS;

/** Makes the faults of one instance; a kind outside the list is a compile error. */
export function faultsOf(instanceId: string) {
  return (kind: RecordFaultKind, subject: string, sides: Pick<Fault, 'expected' | 'found'> = {}): Fault => ({
    kind,
    instanceId,
    subject,
    ...sides,
  });
}
