import type { Bilingual } from '#libs/calendar';
import type { CertificateKind } from '#libs/training';

const KINDS: Record<CertificateKind, Bilingual> = {
  completion: { id: 'Surat Tanda Tamat Pelatihan', en: 'Certificate of completion' },
  competency: { id: 'Sertifikat Kompetensi Manajerial', en: 'Certificate of managerial competency' },
  participation: { id: 'Sertifikat Keikutsertaan', en: 'Certificate of participation' },
};

/** What a certificate is called on paper. */
export function certificateKindName(kind: CertificateKind): Bilingual {
  return KINDS[kind];
}
