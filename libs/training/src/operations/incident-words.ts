import { bilingual, type Bilingual } from '#libs/calendar';
import { sentenceOf } from '../journeys/story-sentences.js';
import type { IncidentKind, IncidentRow } from './incident-book.port.js';

/** An incident as an operator reads it. */
export interface IncidentWords {
  /** What could not go on. */
  title: Bilingual;
  /** Why, as far as a machine can tell. */
  cause: Bilingual;
  /** What trying again does. */
  retry: Bilingual;
}

export function incidentWords(
  incident: Pick<
    IncidentRow,
    'kind' | 'what' | 'data' | 'cause' | 'instance' | 'participant' | 'retryable' | 'status'
  >,
): IncidentWords {
  return { title: titleOf(incident), cause: causeInWords(incident.cause), retry: retryOf(incident) };
}

function titleOf({
  kind,
  what,
  data,
  instance,
  participant,
}: Parameters<typeof incidentWords>[0]): Bilingual {
  if (kind === 'mail') return STOPPED.mail(bilingual(participant?.name ?? '–', participant?.name ?? '–'));
  const subject = what === null ? null : subjectOf(kind, what, data);
  const of = instance?.definition === 'certificate' ? CERTIFICATE : instance === null ? NOTHING_YET : JOURNEY;
  if (!subject) return STOPPED[kind](of);
  return bilingual(
    `${STOPPED[kind](of).id}: ${subject.id.replace(/\.$/, '')}.`,
    `${STOPPED[kind](of).en}: ${subject.en.replace(/\.$/, '')}.`,
  );
}

function subjectOf(kind: IncidentKind, what: string, data: Record<string, unknown>): Bilingual {
  if (kind === 'effect') return EFFECTS[what] ?? bilingual(what, what);
  const entry = kind === 'deadline' ? { type: 'deadlineFired', data: { name: what } } : { type: what, data };
  // Each language with its own dates.
  return bilingual(sentenceOf(entry.type, entry.data, 'id').id, sentenceOf(entry.type, entry.data, 'en').en);
}

const JOURNEY = bilingual('perjalanan ini', 'this journey');
const CERTIFICATE = bilingual('sertifikat ini', 'this certificate');
const NOTHING_YET = bilingual('perjalanan yang belum sempat dimulai', 'a journey that could not begin');

const STOPPED: Record<IncidentKind, (of: Bilingual) => Bilingual> = {
  message: (of) =>
    bilingual(`Peristiwa tidak dapat diterapkan pada ${of.id}`, `An event could not be applied to ${of.en}`),
  deadline: (of) =>
    bilingual(`Tenggat tidak dapat dijalankan pada ${of.id}`, `A deadline could not fire on ${of.en}`),
  effect: (of) =>
    bilingual(
      `Akibat dari ${of.id} tidak dapat dilaksanakan`,
      `What follows from ${of.en} could not be done`,
    ),
  mail: (to) =>
    bilingual(
      `Surel kepada ${to.id} tidak dapat disampaikan.`,
      `A letter to ${to.en} could not be delivered.`,
    ),
};

const EFFECTS: Record<string, Bilingual> = {
  issueCertificate: bilingual('menerbitkan sertifikat', 'issue the certificate'),
  issueFeedback: bilingual('menyampaikan umpan balik', 'issue the feedback'),
  notify: bilingual('memberi tahu pihak terkait', 'tell those concerned'),
  enterTalentPool: bilingual('memasukkan ke kumpulan talenta', 'enter into the talent pool'),
  recordDevelopmentHours: bilingual('mencatat jam pengembangan', 'record the development hours'),
};

/** What faults of each sort mean to whoever must act; what none of them fits is a fault of the program. */
const CAUSES: readonly [RegExp, Bilingual][] = [
  [
    /no usable mail address|\b55\d\b/,
    bilingual(
      'Server surel menolak alamat ini. Perbaiki alamat surelnya, lalu ulangi.',
      'The mail server refuses this address. Mend the e-mail address, then try again.',
    ),
  ],
  [
    /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|socket hang up|timed? ?out/i,
    bilingual(
      'Layanan lain tidak menjawab. Periksa sambungannya, lalu ulangi.',
      'Another service did not answer. Check the connection, then try again.',
    ),
  ],
  [
    /of version .* is configured|has no definition/,
    bilingual(
      'Konfigurasi atau versi aturan yang dipakai perjalanan ini tidak ada pada rilis ini. Pasang kembali, lalu ulangi.',
      'Configuration or a version of the rules that this journey goes by is missing from this release. Put it back, then try again.',
    ),
  ],
  [
    /relation "|column "|permission denied|syntax error at/i,
    bilingual(
      'Basis data tidak seperti yang diharapkan rilis ini. Jalankan migrasi atau periksa hak aksesnya, lalu ulangi.',
      'The database is not what this release expects. Run the migrations or check its permissions, then try again.',
    ),
  ],
  [
    /violates|duplicate key|null value in column/i,
    bilingual(
      'Data yang hendak ditulis bertentangan dengan data yang sudah ada. Perbaiki datanya, lalu ulangi.',
      'What was to be written contradicts what is there. Mend the data, then try again.',
    ),
  ],
];

const PROGRAM = bilingual(
  'Kesalahan pada program. Tidak ada yang berubah pada perjalanan ini. Perlu perbaikan oleh pengelola sistem sebelum diulang.',
  'A fault of the program. Nothing was changed in this journey. It takes a mend by whoever runs the system before a retry helps.',
);

function causeInWords(cause: string): Bilingual {
  return CAUSES.find(([sort]) => sort.test(cause))?.[1] ?? PROGRAM;
}

const RETRIES: Record<IncidentKind, Bilingual> = {
  message: bilingual(
    'Peristiwa yang sama dikirim lagi atas nama pengirimnya, dengan waktu sekarang, dan dihitung satu kali. Bila perjalanan kini menolaknya, penolakan itu dicatat dan insiden selesai.',
    'The same event is sent again in its sender’s name, at the present time, and counts once. If the journey refuses it now, that is recorded and the incident is over.',
  ),
  deadline: bilingual(
    'Tenggat ini dijalankan sekarang, satu kali; tenggat lain perjalanan ini yang sudah tiba menyusul. Bila gagal lagi, insiden tetap terbuka.',
    'The deadline fires now, once; whatever else of this journey is due follows. Should it fail again, the incident stays open.',
  ),
  effect: bilingual(
    'Dilaksanakan lagi dengan kunci yang sama, jadi tidak terjadi dua kali, dan bila perlu dicoba beberapa kali. Bila menyerah lagi, muncul insiden baru.',
    'It is carried out again under the same key, so it cannot happen twice, with several attempts if need be. Should they all fail, a new incident appears.',
  ),
  mail: bilingual(
    'Surat ini dikirim lagi dengan alamat dan isi yang berlaku saat itu. Bila menyerah lagi, muncul insiden baru.',
    'The letter is sent again, to the address and with the words of that time. Should it be given up anew, a new incident appears.',
  ),
};

const NOTHING_KEPT = bilingual(
  'Pesannya tidak disimpan: kirim lagi dari asalnya, lalu tutup insiden ini dengan alasan.',
  'The message was not kept: send it anew from where it came, then close this incident with the reason.',
);
const OVER = bilingual('Insiden ini sudah selesai.', 'This incident is resolved.');

function retryOf({ kind, retryable, status }: Parameters<typeof incidentWords>[0]): Bilingual {
  if (status !== 'open') return OVER;
  return retryable ? RETRIES[kind] : NOTHING_KEPT;
}
