import type { Bilingual } from '#libs/calendar';
import type { Fault } from '#libs/engine';

/** Every kind of fault that the product's rows can have against the journeys, in words. */
export const PRODUCT_FAULTS = {
  'certificate.lost': {
    id: 'Sertifikat yang diterbitkan perjalanan tidak ada',
    en: 'A certificate that the journey issued is not there',
  },
  'certificate.unknown': {
    id: 'Sertifikat tanpa dasar dalam catatan perjalanan',
    en: 'A certificate without a ground in the log of its journey',
  },
  'certificate.doubled': {
    id: 'Sertifikat ganda untuk satu dasar',
    en: 'A doubled certificate for one ground',
  },
  'certificate.differs': {
    id: 'Sertifikat tidak sama dengan catatan perjalanan',
    en: 'A certificate is not what the log says',
  },
  'certificate.course': {
    id: 'Masa berlaku sertifikat tidak berjalan atau berbeda',
    en: "A certificate's own course in time is missing or disagrees",
  },
  'certificate.counter': {
    id: 'Pencacah nomor sertifikat tidak cocok dengan nomor yang terpakai',
    en: 'The counter of certificate numbers disagrees with the numbers given',
  },
  'outcome.lost': {
    id: 'Hasil suatu akibat tidak ada',
    en: 'What an effect was to leave behind is not there',
  },
  'outcome.unknown': { id: 'Baris hasil tanpa akibatnya', en: 'A row of an effect that nobody asked for' },
  'outcome.differs': {
    id: 'Baris hasil tidak sama dengan akibatnya',
    en: 'A row is not what its effect says',
  },
  'enrolment.missing': {
    id: 'Perjalanan tanpa pendaftaran peserta',
    en: 'A journey without an enrolment',
  },
  'enrolment.journeyless': {
    id: 'Pendaftaran tanpa perjalanan',
    en: 'An enrolment without a journey',
  },
  'enrolment.differs': {
    id: 'Pendaftaran tidak sama dengan perjalanannya',
    en: 'An enrolment is not what its journey says',
  },
  'party.missing': {
    id: 'Pihak yang berhak melihat perjalanan tidak tercatat',
    en: 'Somebody who has a part in the journey is not named as such',
  },
  'transfer.lost': {
    id: 'Perpindahan tanpa perjalanan di angkatan tujuan',
    en: 'A transfer without the journey that it was to begin',
  },
  'row.lost': { id: 'Data dari suatu peristiwa tidak ada', en: 'A row that an event wrote is not there' },
  'row.unknown': { id: 'Data tanpa peristiwanya', en: 'A row without the event that writes it' },
  'row.differs': { id: 'Data tidak sama dengan peristiwanya', en: 'A row is not what its events say' },
} as const satisfies Record<string, Bilingual>;

export type ProductFaultKind = keyof typeof PRODUCT_FAULTS;

/** Makes the faults of one instance; a kind outside the list is a compile error. */
export function productFaultsOf(instanceId: string | null) {
  return (kind: ProductFaultKind, subject: string, sides: Pick<Fault, 'expected' | 'found'> = {}): Fault => ({
    kind,
    instanceId,
    subject,
    ...sides,
  });
}
