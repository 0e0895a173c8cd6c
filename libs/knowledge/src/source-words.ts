import type { Language } from '#libs/calendar';

/** As documents are called before people, who don't know by what names our files call them. */
const CALLED: Record<Language, [RegExp, string][]> = {
  id: [
    [/seed 002 \(LAN 2023\)/g, 'naskah kebijakan LAN 2023'],
    [/seed 002/g, 'naskah kebijakan LAN 2023'],
    [/seed 001/g, 'pedoman pengembangan kompetensi'],
  ],
  en: [
    [/seed 002 \(LAN 2023\)/g, "LAN's policy paper of 2023"],
    [/seed 002/g, "LAN's policy paper of 2023"],
    [/seed 001/g, 'the guideline on developing competencies'],
  ],
};

/** Sources as configuration and rules have them, in Indonesian; a plain name of a regulation needs no entry. */
const IN_INDONESIAN: Record<string, string> = {
  'assumption; no source sets it': 'asumsi; belum ada sumber yang menetapkannya',
  'seed 002 (LAN 2023), Peraturan BKN 26/2019, PermenPANRB 38/2017, and illustrative defaults where these are silent':
    'seed 002 (LAN 2023), Peraturan BKN 26/2019, PermenPANRB 38/2017, dan nilai contoh untuk yang tidak diaturnya',
  'seed 001, criteria of the gap; stated there for technical competence, used by analogy':
    'seed 001, kriteria kesenjangan; di sana untuk kompetensi teknis, di sini dipakai secara analogi',
  'Peraturan BRIN 3/2023, article 33, after Peraturan BKN 26/2019':
    'Peraturan BRIN 3/2023 Pasal 33, mengikuti Peraturan BKN 26/2019',
  'Peraturan BKN 26/2019, as agencies apply it': 'Peraturan BKN 26/2019, sebagaimana diterapkan instansi',
  'Peraturan BKN 26/2019, report form: the sum of levels is not capped, as agencies apply it':
    'Peraturan BKN 26/2019, format laporan: jumlah level tidak dibatasi, sebagaimana diterapkan instansi',
  'strict reading of "memenuhi SKJ" in seed 002, which gives no numeric rule':
    'pemaknaan ketat atas “memenuhi SKJ” dalam seed 002, yang tidak memberi rumus angka',
  'Peraturan BKN 26/2019, article 29 (4)': 'Peraturan BKN 26/2019 Pasal 29 ayat (4)',
  'PermenPANRB 38/2017: three behavioural indicators at each level':
    'PermenPANRB 38/2017: tiga indikator perilaku pada tiap level',
  'seed 002, roadmap: LAN picks the model for the whole country; it has not yet':
    'seed 002, peta jalan: LAN memilih model untuk seluruh Indonesia; belum ditetapkan',
  'seed 002, Alternative II b asks for a larger share without a figure':
    'seed 002, Alternatif II b meminta porsi yang lebih besar tanpa menyebut angka',
  'practice of about ten participants a coach': 'praktik: sekitar sepuluh peserta untuk satu coach',
  'seed 002, Alternative II asks for classes and names no size; ten is one coaching group':
    'seed 002, Alternatif II meminta kelas tanpa menyebut ukurannya; sepuluh adalah satu kelompok coaching',
  'as in PKN2; practice of the larger programmes': 'seperti PKN II; praktik program yang lebih besar',
  'practice of PKN II classes in 2023': 'praktik kelas PKN II tahun 2023',
  'practice of PKA classes in 2021': 'praktik kelas PKA tahun 2021',
  'practice as in PKA': 'praktik seperti pada PKA',
  'seed 002, Alternative IV b: coach and mentor are briefed before coaching; Alternative III does not ask for it':
    'seed 002, Alternatif IV b: coach dan mentor dibekali sebelum coaching; Alternatif III tidak memintanya',
  'seed 002, Alternatives I to IV a: simple methods of medium validity; the dialogue of seed 001 is no assessment at all':
    'seed 002, Alternatif I sampai IV a: metode sederhana dengan validitas sedang; dialog dalam seed 001 bukan asesmen',
  'seed 002, Alternative I, challenges: the full fee stays payable and this must be explained':
    'seed 002, Alternatif I, tantangan: biaya tetap dibayar penuh dan hal ini harus dijelaskan',
  'one paper on PKP 2021 gives half of the final score to the change action':
    'sebuah kajian tentang PKP 2021 memberi separuh nilai akhir kepada aksi perubahan',
  'lower bound of "cukup memuaskan" in an older regime': 'batas bawah “cukup memuaskan” pada ketentuan lama',
  'same as the pass mark, so that whoever fails has a component to repeat':
    'sama dengan batas lulus, agar yang belum lulus memiliki komponen untuk diulang',
  'names from practice of 2016; bounds recalled with low confidence':
    'sebutan dari praktik 2016; batasnya belum dapat dipastikan',
  'seed 002, Alternatives I to IV c, separate assessment: three months after training at the earliest':
    'seed 002, Alternatif I sampai IV c, asesmen terpisah: paling cepat tiga bulan setelah pelatihan',
  'seed 002, Alternatives I to IV c, separate assessment: twelve months after training at the latest':
    'seed 002, Alternatif I sampai IV c, asesmen terpisah: paling lambat dua belas bulan setelah pelatihan',
  'assumption; seed 002 counts from the end of training and does not speak of whoever passes after remedial work':
    'asumsi; seed 002 menghitung dari akhir pelatihan dan tidak membahas yang lulus setelah remedial',
  'seed 002, Alternatives I to IV d: sixty days of follow-up by the sending agency':
    'seed 002, Alternatif I sampai IV d: tindak lanjut enam puluh hari oleh instansi pengirim',
  'assumption: calendar days; seed 002 says "hari" without saying which':
    'asumsi: hari kalender; seed 002 menyebut “hari” tanpa penjelasan',
  'assumption; seed 002 does not say from which day the sixty are counted':
    'asumsi; seed 002 tidak menyebut sejak hari apa enam puluh hari dihitung',
  'seed 002, Alternative III asks for closer watch over self-learning without a figure':
    'seed 002, Alternatif III meminta pengawasan belajar mandiri yang lebih ketat tanpa menyebut angka',
  'seed 002 sets no limit to re-tests': 'seed 002 tidak membatasi jumlah asesmen ulang',
  'seed 002, Alternatives I to IV d: not the same training again; what is the same is an assumption':
    'seed 002, Alternatif I sampai IV d: bukan pelatihan yang sama lagi; apa yang dianggap sama adalah asumsi',
  'seed 002 sets no end to the use of the certificate of participation':
    'seed 002 tidak membatasi masa pakai sertifikat pelatihan',
  'seed 002, Alternatives I to IV c: as the assessment policy; Peraturan BKN 26/2019, article 29 (4)':
    'seed 002, Alternatif I sampai IV c: mengikuti kebijakan asesmen; Peraturan BKN 26/2019 Pasal 29 ayat (4)',
  'seed 002 does not mention the STTP for the integrated option':
    'seed 002 tidak menyebut STTP untuk pilihan terintegrasi',
  'the competency certificate still needs a regulation of its own (seed 002, Alternatives I to IV c)':
    'sertifikat kompetensi masih memerlukan peraturan tersendiri (seed 002, Alternatif I sampai IV c)',
  'seed 002, chapter II: what assessment results have to be used for; UU 27/2022: data are used for the purpose that was told':
    'seed 002, bab II: untuk apa hasil asesmen digunakan; UU 27/2022: data dipakai sesuai tujuan yang diberitahukan',
  'the paper asks for a course-to-competency map without giving one; default map to be approved':
    'seed 002 meminta peta mata pelatihan ke kompetensi tanpa memberikannya; peta bawaan menunggu persetujuan',
  'the curriculum at hand does not say in which stages a course is taught':
    'kurikulum yang ada tidak menyebut pada tahap mana sebuah mata pelatihan diajarkan',
  'hours per course and stage were not found; JP of 45 minutes':
    'jam per mata pelatihan dan tahap tidak ditemukan; satu JP 45 menit',
  'seed 002, Table 3 (KepKaLAN 1/K.1/PDP.07/2023)': 'seed 002, Tabel 3 (KepKaLAN 1/K.1/PDP.07/2023)',
  'assumption for comparing pathways; the paper names the cost line without an amount':
    'asumsi untuk membandingkan jalur; seed 002 menyebut pos biayanya tanpa jumlah',
  'seed 002, Table 2 (estimated cost 2018-2021 divided by alumni)':
    'seed 002, Tabel 2 (perkiraan biaya 2018–2021 dibagi jumlah alumni)',
  'seed 002, Table 2 (estimated cost 2018-2021 divided by alumni; three zeros lost in print restored)':
    'seed 002, Tabel 2 (perkiraan biaya 2018–2021 dibagi jumlah alumni; tiga nol yang hilang saat dicetak dipulihkan)',
  'seed 002, Alternative I b (on courses that everyone takes)':
    'seed 002, Alternatif I b (tentang mata pelatihan yang diikuti semua peserta)',
  'seed 002, Alternatives II b, III b and IV b': 'seed 002, Alternatif II b, III b, dan IV b',
  'seed 002, Alternatives I to IV d': 'seed 002, Alternatif I sampai IV d',
  'seed 002, Alternatives I to IV a and b; the offer to whoever has no gap is no rule of the paper':
    'seed 002, Alternatif I sampai IV a dan b; tawaran bagi yang tanpa kesenjangan bukan aturan naskah itu',
};

/** Whether people get to read this source in Indonesian: it is worded, or has only names that are the same in both. */
export function isWorded(source: string): boolean {
  return source in IN_INDONESIAN || !/\b(the|of|and|as|by|for|from|no|in|with)\b/i.test(source);
}

/** A source in the reader's language, with documents by the names that people know; one that nobody worded stays as it is. */
export function sourceIn(source: string, language: Language): string {
  const worded = language === 'id' ? (IN_INDONESIAN[source] ?? source) : source;
  return CALLED[language].reduce((text, [ours, theirs]) => text.replace(ours, theirs), worded);
}
