import { bilingual, type Bilingual } from '#libs/calendar';
import type { Refusal } from '#libs/statechart';

type Text = { kind: Refusal['kind']; detail: Bilingual };

const conflict = (id: string, en: string): Text => ({ kind: 'conflict', detail: bilingual(id, en) });
const invalid = (id: string, en: string): Text => ({ kind: 'invalid', detail: bilingual(id, en) });
const forbidden = (id: string, en: string): Text => ({ kind: 'forbidden', detail: bilingual(id, en) });

/** Every code with which the journey itself says no, and what to do next. */
export const REFUSALS = {
  'profile.incomplete': invalid(
    'Asesmen pascapelatihan menilai kedelapan kompetensi manajerial; lengkapi penilaian yang belum ada.',
    'The assessment after training rates all eight managerial competencies; add the missing ratings.',
  ),
  'profile.too_early': invalid(
    'Tanggal asesmen sebelum masa penilaian dibuka. Rekam asesmen yang dilaksanakan setelah masa itu dibuka.',
    'The assessment is dated before the assessment window opens. Record one that was held after it opened.',
  ),
  'profile.in_future': invalid(
    'Tanggal asesmen setelah hari ini. Periksa tanggalnya.',
    'The assessment is dated after today. Check the date.',
  ),
  'profile.reason_missing': invalid(
    'Asesmen dilaksanakan setelah masa penilaian ditutup. Sertakan alasannya.',
    'The assessment was held after the window closed. Give the reason.',
  ),
  'profile.result_not_from_institute': forbidden(
    'Hasil asesmen direkam oleh lembaga asesmen. Lembaga pelatihan hanya dapat menyerahkan laporan dari sebelum penetapan peserta.',
    'Results are recorded by the assessment centre. The institute may only hand in reports from before the enrolment.',
  ),
  'retest.too_early': invalid(
    'Tanggal asesmen ulang sebelum asesmen ulang diperbolehkan. Tunggu sampai masa pengembangan di tempat kerja selesai.',
    'The re-test is dated before it is allowed. Wait until the workplace development is over.',
  ),
  'placement.has_gaps': invalid(
    'Peserta masih memiliki kesenjangan kompetensi sehingga tidak dapat langsung dinilai. Kukuhkan penempatan biasa.',
    'The participant still has a gap and cannot go straight to the assessment. Confirm the ordinary placement.',
  ),
  'placement.objection_closed': invalid(
    'Masa keberatan atas penempatan telah berakhir.',
    'The time for objecting to the placement is over.',
  ),
  'placement.required_course': invalid(
    'Mata pelatihan yang diwajibkan tidak dapat dihapus dari rencana.',
    'A required course cannot be taken out of the plan.',
  ),
  'course.unknown': invalid(
    'Mata pelatihan ini tidak ada pada tahap tersebut dalam program.',
    'The programme has no such course in that stage.',
  ),
  'course.stage_ended': conflict('Tahap pembelajaran tersebut telah berakhir.', 'That stage has ended.'),
  'course.not_optional': conflict(
    'Mata pelatihan ini sudah ada dalam rencana.',
    'This course is in the plan already.',
  ),
  'course.not_own_addition': conflict(
    'Hanya mata pelatihan yang Anda tambahkan sendiri yang dapat dibatalkan.',
    'Only courses that you added yourself can be dropped.',
  ),
  'course.not_done': conflict(
    'Mata pelatihan ini belum selesai, sehingga tidak dapat dibuka kembali.',
    'This course is not completed and cannot be reopened.',
  ),
  'course.stage_not_lms': forbidden(
    'LMS hanya dapat melaporkan pembelajaran mandiri.',
    'The learning platform may report on self-learning only.',
  ),
  'course.already_done': conflict(
    'Mata pelatihan ini sudah tercatat selesai. Untuk memperbaikinya, buka kembali (courseReopened) lebih dahulu.',
    'This course is recorded as completed already. To correct it, reopen it first (courseReopened).',
  ),
  'learning.already_today': conflict(
    'Kemajuan mata pelatihan ini sudah tercatat hari ini.',
    'Progress in this course is recorded for today already.',
  ),
  'fact.in_future': invalid(
    'Tanggal ini setelah hari ini. Periksa tanggalnya.',
    'This date is after today. Check it.',
  ),
  'fact.too_early': invalid(
    'Tanggal ini sebelum pelatihan angkatan dimulai (pada pengembangan di tempat kerja: sebelum umpan balik diterima). Periksa tanggalnya.',
    'This date is before the training of the cohort began (in workplace development: before the feedback was received). Check it.',
  ),
  'class.not_clustered': invalid(
    'Kelas hanya ada pada jalur cluster; angkatan ini memakai jalur lain.',
    'Only the cluster pathway has classes; this cohort follows another one.',
  ),
  'assignment.date': invalid(
    'Tanggal berlaku perubahan penugasan paling awal setahun sebelum penetapan peserta dan paling akhir setahun dari hari ini.',
    'A change of assignment takes effect at most a year before the enrolment and at most a year from today.',
  ),
  'journey.briefing_missing': conflict(
    'Pembekalan coach dan mentor belum lengkap pada tanggal sesi. Catat pembekalan keduanya lebih dahulu.',
    'Coach and mentor were not both briefed by the day of the session. Record both briefings first.',
  ),
  'session.not_unmet': invalid(
    'Pengembangan di tempat kerja hanya untuk kompetensi yang belum memenuhi standar.',
    'Workplace development is for the competencies below the standard only.',
  ),
  'session.kind_not_role': invalid(
    'Coach mencatat sesi coaching dan mentor mencatat sesi mentoring. Perbaiki jenis sesinya.',
    'A coach logs coaching and a mentor logs mentoring. Correct the kind of the session.',
  ),
  'session.not_yours': forbidden(
    'Peserta ini didampingi orang lain. Sesi dicatat oleh coach atau mentor yang ditugaskan kepadanya.',
    'Somebody else accompanies this participant. Sessions are logged by the coach or mentor who is assigned.',
  ),
  'session.unknown': conflict(
    'Sesi ini tidak ditemukan, sudah dibatalkan, atau terlalu lama.',
    'There is no such session, it was voided, or it is too old.',
  ),
  'assessor.own_companion': forbidden(
    'Coach atau mentor tidak menilai peserta bimbingannya sendiri. Minta penilai lain.',
    'A coach or mentor does not score his own participant. Ask another assessor.',
  ),
  'assessor.deputy_of_companion': forbidden(
    'Anda mewakili coach atau mentor peserta ini, yang tidak menilai peserta bimbingannya sendiri. Minta penilai lain.',
    'You stand in for the coach or mentor of this participant, who does not score his own. Ask another assessor.',
  ),
  'remedial.not_in_remedial': invalid(
    'Komponen ini tidak sedang dalam remedial.',
    'This component is not in remedial.',
  ),
  'schedule.in_past': invalid(
    'Jadwal asesmen sudah lewat. Pilih hari ini atau sesudahnya.',
    'The assessment is scheduled in the past. Choose today or a later day.',
  ),
  'schedule.outside_window': invalid(
    'Jadwal asesmen di luar masa penilaian.',
    'The assessment is scheduled outside the assessment window.',
  ),
  'graduation.profile_incomplete': invalid(
    'Kelulusan pada penilaian terintegrasi memerlukan profil hasil kesepakatan untuk kedelapan kompetensi manajerial.',
    'Passing with the integrated assessment needs the consensus profile of all eight managerial competencies.',
  ),
  'graduation.remedials_used': invalid(
    'Kesempatan remedial telah habis; peserta hanya dapat diluluskan atau diundurkan.',
    'The remedials are used up; the participant can only pass or be withdrawn.',
  ),
  'receipt.date': invalid(
    'Tanggal penerimaan harus antara tanggal penetapan hasil dan hari ini.',
    'The day of receipt lies between the confirmation of the verdict and today.',
  ),
  'verdict.same_person': forbidden(
    'Yang menilai (pada penilaian terintegrasi: yang memutuskan kelulusan) tidak boleh menetapkan hasil. Minta pejabat lain.',
    'Whoever rated (with the integrated assessment: decided on graduation) may not confirm the verdict. Ask somebody else.',
  ),
  'verdict.deputy_of_same_person': forbidden(
    'Anda mewakili orang yang menilai (pada penilaian terintegrasi: yang memutuskan kelulusan), yang tidak boleh menetapkan hasil. Minta pejabat lain.',
    'You stand in for whoever rated (with the integrated assessment: decided on graduation), who may not confirm the verdict. Ask somebody else.',
  ),
  'verdict.recommendation_missing': conflict(
    'Rekomendasi lembaga asesmen belum ditulis.',
    'The centre has not written its recommendation yet.',
  ),
  'journey.not_suspended': conflict('Perjalanan ini tidak sedang dijeda.', 'This journey is not suspended.'),
  'deadline.not_armed': conflict(
    'Tenggat ini tidak sedang berjalan pada tahap sekarang.',
    'This deadline is not running in the present state.',
  ),
  'reschedule.before_rule': invalid(
    'Tanggal ini tidak dapat dimajukan sebelum jangka waktu menurut aturan.',
    'This date cannot be set to before the time that the rule asks for.',
  ),
  'reschedule.in_past': invalid('Tanggal baru sudah lewat.', 'The new date has passed already.'),
  'calendar.unknown': invalid(
    'Kalender dengan versi ini tidak ada.',
    'There is no calendar of this version.',
  ),
  'cohort.dates': invalid('Tanggal angkatan tidak sah.', 'The dates of the cohort are not valid.'),
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof REFUSALS;

/** The refusal of a code; `because` replaces the general text by a particular one, `path` says where in the event it is. */
export function refusal(code: RefusalCode, because?: Bilingual, path?: string): Refusal {
  const { kind, detail } = REFUSALS[code];
  const message = because ?? detail;
  return { code, kind, detail: message, ...(path && { errors: [{ path, code, message }] }) };
}
