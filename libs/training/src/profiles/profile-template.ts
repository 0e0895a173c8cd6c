import { bilingual, type Language } from '#libs/calendar';
import { COMPETENCIES } from '#libs/competency';
import type { SheetToWrite } from '#libs/exchange';
import { truthChoices } from '../roster/coded-cell.js';
import { templateSheet, type TemplateColumn } from '../roster/template-sheet.js';
import { methodChoices, PROFILE_COLUMNS, purposeChoices } from './profile-row.js';

/** An empty sheet of assessment results; `centres` are the codes that its drop-down offers. */
export function profileTemplate(language: Language, centres: readonly string[]): SheetToWrite {
  const centreCode = { ...ABOUT['centreCode'], choices: () => centres } as TemplateColumn;
  const about = centres.length > 0 ? { ...ABOUT, centreCode } : ABOUT;
  return templateSheet('Profil', language, PROFILE_COLUMNS, about);
}

const same = (text: string) => bilingual(text, text);

const RATED: Record<string, TemplateColumn> = Object.fromEntries(
  COMPETENCIES.map((code) => [
    code,
    {
      en: code,
      note: bilingual(
        `Level ${code} yang dicapai, 0 sampai 5; kosong berarti tidak dinilai.`,
        `Level of ${code} attained, 0 to 5; empty means not rated.`,
      ),
      choices: () => ['0', '1', '2', '3', '4', '5'],
      example: same(code === 'M3' ? '2' : '3'),
    },
  ]),
);

const ABOUT: Record<string, TemplateColumn> = {
  ...RATED,
  nip: {
    en: 'NIP',
    note: bilingual(
      '18 angka. Biarkan format sel Teks supaya angkanya tidak berubah menjadi 1,98E+17.',
      '18 digits. Leave the cell formatted as Text, or the digits turn into 1.98E+17.',
    ),
  },
  assessedOn: {
    en: 'Assessed On',
    note: bilingual('Misalnya 17/02/2026.', 'Such as 17/02/2026 (day first).'),
    example: same('17/02/2026'),
  },
  method: {
    en: 'Method',
    note: bilingual('Cara penilaian.', 'How it was assessed.'),
    choices: methodChoices,
    example: bilingual('Pusat asesmen', 'assessmentCentre'),
  },
  centreCode: {
    en: 'Centre Code',
    note: bilingual('Kode lembaga asesmen yang terdaftar.', 'Code of a registered centre.'),
    example: same('PAC-01'),
  },
  accredited: {
    en: 'Accredited',
    note: bilingual('Apakah lembaganya terakreditasi saat itu.', 'Whether the centre was accredited then.'),
    choices: truthChoices,
    example: bilingual('ya', 'yes'),
  },
  standardLevel: {
    en: 'Standard Level',
    note: bilingual(
      'Level standar pembanding, 1 sampai 5.',
      'Level of the standard it was held against, 1 to 5.',
    ),
    choices: () => ['1', '2', '3', '4', '5'],
    example: same('3'),
  },
  purpose: {
    en: 'Purpose',
    note: bilingual('Pemetaan atau seleksi.', 'mapping or selection.'),
    choices: purposeChoices,
    example: bilingual('Pemetaan', 'mapping'),
  },
};
