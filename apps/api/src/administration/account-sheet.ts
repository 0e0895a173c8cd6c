import { ROLE_WORDS, type AccountEntry } from '#libs/access';
import type { Bilingual, Language } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { standingOf } from './member-sheet.js';

interface Column {
  heading: Bilingual;
  width: number;
  cell: (account: AccountEntry, language: Language) => string | null;
}

const ON: Bilingual = { id: 'Aktif', en: 'On' };
const OFF: Bilingual = { id: 'Belum ada', en: 'None' };
const LINKED: Bilingual = { id: 'Terkait', en: 'Linked' };

const COLUMNS: Column[] = [
  { heading: { id: 'Nama', en: 'Name' }, width: 32, cell: ({ name }) => name },
  { heading: { id: 'Nama pengguna', en: 'User name' }, width: 20, cell: ({ username }) => username },
  {
    heading: { id: 'Akun', en: 'Account' },
    width: 14,
    cell: (account, language) => standingOf(account)[language],
  },
  {
    heading: { id: 'Peran', en: 'Roles' },
    width: 60,
    cell: ({ memberships }, language) =>
      memberships.map(({ role, orgName }) => `${ROLE_WORDS[role][language]} – ${orgName}`).join('; '),
  },
  {
    heading: { id: 'Kode kedua', en: 'Second factor' },
    width: 14,
    cell: ({ secondFactorSince }, language) => (secondFactorSince === null ? OFF : ON)[language],
  },
  {
    heading: { id: 'Akun instansi', en: "Provider's account" },
    width: 16,
    cell: ({ byProvider }, language) => (byProvider ? LINKED[language] : null),
  },
];

/** Accounts for Excel as their list shows them, one row an account. */
export function accountSheet(accounts: readonly AccountEntry[], language: Language): SheetToWrite {
  return {
    name: language === 'id' ? 'Akun' : 'Accounts',
    columns: COLUMNS.map(({ heading, width }) => ({ heading: heading[language], width })),
    rows: accounts.map((account) => COLUMNS.map(({ cell }) => cell(account, language) ?? '')),
  };
}
