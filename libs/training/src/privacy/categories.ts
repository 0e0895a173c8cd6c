import type { Bilingual } from '#libs/calendar';
import type { RetentionPolicy } from '#libs/knowledge';

const say = (id: string, en: string): Bilingual => ({ id, en });

export interface Category {
  key: string;
  name: Bilingual;
  /** Sections of a person's file that belong to it. */
  sections: readonly string[];
  purpose: Bilingual;
  basis: Bilingual;
  kept: keyof RetentionPolicy['kept'];
  /** After what the period begins. */
  keptAfter: Bilingual;
}

/** A duty or an authority of the state rather than consent, as a rule. */
const DUTY = say(
  'Pelaksanaan tugas dan kewenangan penyelenggara menurut peraturan (UU 27/2022 Ps 20 ayat 2 huruf e)',
  'Carrying out the duty and authority of the organiser by regulation (UU 27/2022 Ps 20 (2) e)',
);
const PROTECTION = say(
  'Kewajiban hukum pengendali data: keamanan dan perekaman pemrosesan (UU 27/2022 Ps 31, 35)',
  'A legal duty of the controller: security and a record of processing (UU 27/2022 Ps 31, 35)',
);
const AFTER_TRAINING = say(
  'setelah perjalanan terakhir dan sertifikat terakhir berakhir',
  'after the last journey and the last certificate have ended',
);

/** What is held on people, for what and on which ground (docs/privacy.md is this in sentences). */
export const CATEGORIES: readonly Category[] = [
  {
    key: 'identity',
    name: say('Identitas dan kontak', 'Identity and contact'),
    sections: ['person'],
    purpose: say(
      'Mengenali peserta, mencetak sertifikat, dan mengirim pemberitahuan',
      'To know the participant, print certificates and send notices',
    ),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'accounts',
    name: say('Akun, peran dan masuk', 'Accounts, roles and signing in'),
    sections: ['accounts', 'roles', 'pastRoles', 'signIns', 'preferences', 'savedViews', 'deputies'],
    purpose: say('Memberi akses sesuai tugas dan melindunginya', 'To give access by duty, and protect it'),
    basis: PROTECTION,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'training',
    name: say('Kepesertaan dan perjalanan pelatihan', 'Enrolment and training journey'),
    sections: [
      'enrolments',
      'undoneEnrolments',
      'courses',
      'attendance',
      'developmentHours',
      'transfers',
      'imports',
    ],
    purpose: say(
      'Menyusun dan menjalankan pelatihan sesuai kesenjangan kompetensi',
      'To plan and run training by competency gaps',
    ),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'results',
    name: say('Hasil asesmen, nilai, dan umpan balik', 'Assessment results, scores and feedback'),
    sections: ['profiles', 'scores', 'feedback', 'talentPool'],
    purpose: say(
      'Menempatkan peserta, menilai pemenuhan standar, dan manajemen talenta',
      'To place the participant, to judge whether the standard is met, and for talent management',
    ),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'sessions',
    name: say('Catatan coaching dan mentoring', 'Coaching and mentoring notes'),
    sections: ['sessions', 'taskNotes'],
    purpose: say('Mendampingi pengembangan kompetensi', 'To accompany development'),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'certificates',
    name: say('Sertifikat', 'Certificates'),
    sections: ['certificates'],
    purpose: say(
      'Membuktikan kelulusan dan pemenuhan standar',
      'To prove graduation and that the standard is met',
    ),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'messages',
    name: say('Pemberitahuan, kotak masuk dan surat', 'Notices, inbox and letters'),
    sections: ['notices', 'inbox', 'letters'],
    purpose: say('Memberi tahu tentang tenggat dan keputusan', 'To tell of deadlines and decisions'),
    basis: DUTY,
    kept: 'participant',
    keptAfter: AFTER_TRAINING,
  },
  {
    key: 'audit',
    name: say('Jejak audit', 'Audit'),
    sections: ['audit'],
    purpose: say('Membuktikan siapa melakukan dan melihat apa', 'To prove who did and saw what'),
    basis: PROTECTION,
    kept: 'audit',
    keptAfter: say('setelah dicatat', 'after it was recorded'),
  },
  {
    key: 'requests',
    name: say('Permintaan tentang data', 'Requests about data'),
    sections: ['requests'],
    purpose: say('Menjawab hak subjek data', 'To answer the rights of the data subject'),
    basis: PROTECTION,
    kept: 'requests',
    keptAfter: say('setelah dijawab', 'after it was answered'),
  },
];
