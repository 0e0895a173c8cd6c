import type { Bilingual } from '#libs/calendar';
import { happenedLabel } from '../journeys/event-labels.js';

const say = (id: string, en: string): Bilingual => ({ id, en });

/** What was done, in words. Acts that are missing here are told in general ones. */
const ACTIONS: Record<string, Bilingual> = {
  'session.opened': say('Masuk', 'Signed in'),
  'session.refused': say('Gagal masuk', 'Sign-in refused'),
  'session.ended': say('Mengakhiri sesi di tempat lain', 'Ended a session elsewhere'),
  'session.closed': say('Keluar', 'Signed out'),
  'role.chosen': say('Memilih peran', 'Chose a role'),
  'role.given': say('Peran diberikan', 'Role given'),
  'role.taken': say('Peran dicabut', 'Role taken away'),
  'role.endPlanned': say('Akhir peran direncanakan', 'End of a role planned'),
  'role.endTakenBack': say('Rencana akhir peran dibatalkan', 'Planned end of a role taken back'),
  'role.lapsed': say('Peran berakhir sesuai rencana', 'Role ended as planned'),
  'account.created': say('Akun dibuat', 'Account created'),
  'account.disabled': say('Akun dinonaktifkan', 'Account disabled'),
  'account.enabled': say('Akun diaktifkan kembali', 'Account enabled again'),
  'account.locked': say('Akun terkunci', 'Account locked'),
  'account.unlocked': say('Kunci akun dibuka', 'Account unlocked'),
  'account.passwordChanged': say('Kata sandi diganti', 'Password changed'),
  'account.passwordReset': say('Kata sandi diatur ulang', 'Password reset'),
  'account.recoveryCodesRenewed': say('Kode pemulihan diperbarui', 'Recovery codes renewed'),
  'account.sessionsEnded': say('Sesi diakhiri', 'Sessions ended'),
  'account.tokenMade': say('Token program dibuat', 'Program token made'),
  'account.tokenRevoked': say('Token program dicabut', 'Program token revoked'),
  'account.passwordRecovered': say('Kata sandi dipulihkan', 'Password recovered'),
  'export.members': say('Mengekspor daftar anggota', 'Exported the list of members'),
  'account.recoveryAsked': say('Pemulihan kata sandi diminta', 'Password recovery asked for'),
  'account.secondFactorBegun': say('Mulai memasang kode kedua', 'Began to set up a second factor'),
  'account.secondFactorOn': say('Kode kedua diaktifkan', 'Second factor turned on'),
  'account.secondFactorOff': say('Kode kedua dimatikan', 'Second factor turned off'),
  'account.secondFactorReset': say(
    'Kode kedua dihapus administrator',
    'Second factor reset by an administrator',
  ),
  'account.oidcLinked': say('Akun instansi dikaitkan', 'Linked to an account of the provider'),
  'account.oidcUnlinked': say('Kaitan akun instansi diakhiri', 'Link to an account of the provider ended'),
  'export.accounts': say('Mengekspor daftar akun', 'Exported the list of accounts'),
  'account.invitationWithdrawn': say('Undangan dibatalkan', 'Invitation taken back'),
  'account.invited': say('Undangan dikirim', 'Invitation sent'),
  'organisation.secondFactorRule': say('Kewajiban kode kedua diubah', 'Duty of a second factor changed'),
  'token.made': say('Token program dibuat', 'Program token made'),
  'token.revoked': say('Token program dicabut', 'Program token revoked'),
  'organisation.created': say('Organisasi dibuat', 'Organisation created'),
  'organisation.moved': say('Unit dipindahkan', 'Unit moved'),
  'organisation.closed': say('Unit ditutup', 'Unit closed'),
  'organisation.reopened': say('Unit dibuka kembali', 'Unit opened again'),
  'organisation.changed': say('Organisasi diubah', 'Organisation changed'),
  'deputy.named': say('Wakil ditunjuk', 'Deputy named'),
  'deputy.removed': say('Penunjukan wakil diakhiri', 'Deputy ended'),
  'journey.read': say('Membaca halaman perjalanan', 'Read the journey page'),
  'history.read': say('Membaca riwayat perjalanan', 'Read the journey history'),
  'decisions.read': say('Membaca dasar keputusan', 'Read what decisions rest on'),
  'sessions.read': say('Membaca catatan coaching dan mentoring', 'Read coaching and mentoring notes'),
  'feedback.read': say('Membaca umpan balik', 'Read the feedback'),
  'talent.read': say('Membaca baris kumpulan talenta', 'Read a talent pool row'),
  'placement.read': say('Membaca usulan penempatan', 'Read the placement'),
  'scores.read': say('Membaca nilai evaluasi', 'Read evaluation scores'),
  'verdict.read': say('Membaca usulan hasil', 'Read the proposed result'),
  'certificates.read': say('Membaca daftar sertifikat', 'Read the list of certificates'),
  'journeys.exported': say('Termuat dalam ekspor daftar peserta', 'Part of an exported list of participants'),
  'export.journeys': say('Mengekspor daftar peserta', 'Exported the list of participants'),
  'export.timetable': say('Mengekspor jadwal', 'Exported a timetable'),
  'export.rejectedRows': say('Mengekspor baris yang ditolak', 'Exported refused rows'),
  'export.audit': say('Mengekspor jejak audit', 'Exported the audit'),
  'export.ownData': say('Mengunduh data sendiri', 'Downloaded own data'),
  'import.read': say('Membaca berkas impor', 'Read an import'),
  'import.roster': say('Mengimpor daftar peserta', 'Imported a roster'),
  'import.profiles': say('Mengimpor hasil asesmen', 'Imported assessment results'),
  'import.facts': say('Mengimpor catatan yang sudah berjalan', 'Imported past facts'),
  'import.undone': say('Membatalkan impor', 'Undid an import'),
  'cohort.opened': say('Membuka angkatan', 'Opened a cohort'),
  'cohort.changed': say('Mengubah angkatan', 'Changed a cohort'),
  'cohort.told': say('Mencatat peristiwa untuk banyak peserta', 'Recorded an event for many'),
  'cohort.assigned': say('Menentukan penugasan dalam angkatan', 'Assigned people in a cohort'),
  'cohort.briefed': say('Mencatat pembekalan', 'Recorded a briefing'),
  'groups.confirmed': say('Menetapkan kelompok coaching', 'Confirmed coaching groups'),
  'groups.coachReplaced': say('Mengganti coach', 'Replaced a coach'),
  'groups.mentorReplaced': say('Mengganti mentor', 'Replaced a mentor'),
  'classes.confirmed': say('Menetapkan kelas', 'Confirmed classes'),
  'timetable.planned': say('Menyusun jadwal', 'Planned sessions'),
  'timetable.changed': say('Mengubah jadwal', 'Changed a session'),
  'timetable.cancelled': say('Membatalkan sesi', 'Cancelled a session'),
  'attendance.recorded': say('Mencatat kehadiran', 'Recorded attendance'),
  'task.claimed': say('Mengambil tugas', 'Claimed a task'),
  'task.released': say('Melepas tugas', 'Released a task'),
  'task.delegated': say('Mendelegasikan tugas', 'Delegated a task'),
  'task.returned': say('Mengembalikan tugas', 'Returned a task'),
  'task.commented': say('Memberi catatan pada tugas', 'Commented on a task'),
  'task.deferred': say('Menunda tugas', 'Deferred a task'),
  'bulk.ordered': say('Memerintahkan operasi massal', 'Ordered a bulk operation'),
  'bulk.paused': say('Menghentikan sementara operasi massal', 'Paused a bulk operation'),
  'bulk.resumed': say('Melanjutkan operasi massal', 'Resumed a bulk operation'),
  'bulk.retried': say('Mengulang yang gagal', 'Retried what failed'),
  'incidents.retried': say('Mencoba ulang insiden', 'Retried an incident'),
  'incidents.closed': say('Menutup insiden', 'Closed an incident'),
  'mail.retried': say('Mengirim ulang surat', 'Sent a letter again'),
  'sandbox.clockMoved': say('Menggeser jam uji coba', "Moved the sandbox's clock"),
  'correction.asked': say('Meminta perbaikan data', 'Asked for a correction'),
  'correction.accepted': say('Perbaikan data diterima', 'Correction accepted'),
  'correction.refused': say('Perbaikan data ditolak', 'Correction refused'),
  'restriction.asked': say('Meminta pembatasan pemrosesan', 'Asked for restriction'),
  'restriction.accepted': say('Pembatasan pemrosesan diterima', 'Restriction accepted'),
  'restriction.refused': say('Pembatasan pemrosesan ditolak', 'Restriction refused'),
  'restriction.ended': say('Pembatasan pemrosesan diakhiri', 'Restriction ended'),
  'retention.begun': say('Memulai penghapusan sesuai masa simpan', 'Began the retention'),
  'retention.run': say('Menyelesaikan penghapusan sesuai masa simpan', 'Finished the retention'),
  'audit.blanked': say('Data pribadi dihapus dari jejak audit', 'Personal data erased from the audit'),
};

const OBJECTS: Record<string, Bilingual> = {
  account: say('akun', 'account'),
  person: say('orang', 'person'),
  organisation: say('organisasi', 'organisation'),
  membership: say('peran', 'role'),
  journey: say('perjalanan', 'journey'),
  cohort: say('angkatan', 'cohort'),
  import: say('impor', 'import'),
  export: say('ekspor', 'export'),
  task: say('tugas', 'task'),
  bulkOperation: say('operasi massal', 'bulk operation'),
  incident: say('insiden', 'incident'),
  mail: say('surat', 'letter'),
  session: say('sesi', 'session'),
  token: say('token program', 'program token'),
  request: say('permintaan', 'request'),
  retentionRun: say('penghapusan sesuai masa simpan', 'retention run'),
};

const OTHER = say('Perubahan lain', 'Another change');

/** What an act is called. */
export function actionName(action: string): Bilingual {
  if (Object.hasOwn(ACTIONS, action)) return ACTIONS[action] ?? OTHER;
  const [first = '', type = ''] = action.split('.', 2);
  if (first === 'journey') return happenedLabel(type);
  return OTHER;
}

/** Whether an act is called by words of its own. */
export function isNamed(action: string): boolean {
  return Object.hasOwn(ACTIONS, action);
}

/** The acts by which a search may be narrowed. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(ACTIONS);

/** What kind of thing it was done to. */
export function objectName(kind: string): Bilingual {
  return OBJECTS[kind] ?? { id: kind, en: kind };
}
