import { ROLE_WORDS, type Member } from '#libs/access';
import { dateInWords, type Bilingual, type Language, type LocalDate } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { memberView } from './member-view.js';

const SHUT: Bilingual = { id: 'Nonaktif', en: 'Disabled' };
const OPEN: Bilingual = { id: 'Aktif', en: 'Active' };
const INVITED: Bilingual = { id: 'Diundang', en: 'Invited' };
const NO_ACCOUNT: Bilingual = { id: 'Tanpa akun', en: 'No account' };

/** How an account stands, in words. */
export function standingOf(account: { disabled: boolean; invited: boolean } | null): Bilingual {
  if (!account) return NO_ACCOUNT;
  if (account.disabled) return SHUT;
  return account.invited ? INVITED : OPEN;
}

interface Column {
  heading: Bilingual;
  width: number;
  cell: (member: Member, language: Language) => string | null;
}

const COLUMNS: Column[] = [
  { heading: { id: 'Nama', en: 'Name' }, width: 32, cell: ({ person }) => person?.name ?? null },
  { heading: { id: 'NIP', en: 'NIP' }, width: 10, cell: ({ person }) => person?.nip ?? null },
  {
    heading: { id: 'Nama pengguna', en: 'User name' },
    width: 20,
    cell: ({ account }) => account?.username ?? null,
  },
  {
    heading: { id: 'Akun', en: 'Account' },
    width: 14,
    cell: ({ account }, language) => standingOf(account)[language],
  },
  {
    heading: { id: 'Peran', en: 'Role' },
    width: 24,
    cell: ({ role }, language) => ROLE_WORDS[role][language],
  },
  {
    heading: { id: 'Sejak', en: 'Since' },
    width: 20,
    cell: ({ since }, language) => since && dayIn(since, language),
  },
  {
    heading: { id: 'Berakhir (rencana)', en: 'Ends (planned)' },
    width: 20,
    cell: ({ ends }, language) => ends && dateInWords(ends.until as LocalDate, language),
  },
  { heading: { id: 'Diberikan oleh', en: 'Given by' }, width: 28, cell: ({ givenBy }) => givenBy },
];

const PAST: Column[] = [
  {
    heading: { id: 'Sampai', en: 'Until' },
    width: 20,
    cell: ({ ended }, language) => ended && dayIn(ended.until, language),
  },
  { heading: { id: 'Diakhiri oleh', en: 'Ended by' }, width: 28, cell: ({ ended }) => ended?.by ?? null },
  { heading: { id: 'Alasan', en: 'Reason' }, width: 48, cell: ({ ended }) => ended?.reason ?? null },
];

/** The day of an instant with an offset, in its own zone. */
function dayIn(at: string, language: Language): string {
  return dateInWords(at.slice(0, 10) as LocalDate, language);
}

/** Members for Excel as their list shows them, one row a role. */
export function memberSheet(
  members: readonly Member[],
  { ended, zone }: { ended: boolean; zone: string },
  language: Language,
): SheetToWrite {
  const columns = ended ? [...COLUMNS, ...PAST] : COLUMNS;
  return {
    name: language === 'id' ? 'Anggota' : 'Members',
    columns: columns.map(({ heading, width }) => ({ heading: heading[language], width })),
    rows: members.map((member) => columns.map(({ cell }) => cell(memberView(member, zone), language) ?? '')),
  };
}
