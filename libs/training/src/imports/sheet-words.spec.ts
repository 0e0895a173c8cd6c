import { ROSTER_COLUMNS } from '../roster/roster-columns.js';
import { SheetWords } from './sheet-words.js';

const words = new SheetWords(['No', 'Nama Lengkap', 'Tgl Lahir *', 'NIP / NIP'], ROSTER_COLUMNS);

describe('the words of a sheet', () => {
  it('are its own headings, and for a column that it lacks what people call it', () => {
    expect(['name', 'birthDate', 'nip', 'agencyCode', 'stranger'].map((one) => words.headingOf(one))).toEqual(
      [...['Nama Lengkap', 'Tgl Lahir', 'NIP / NIP', 'Kode Instansi', 'stranger']],
    );
  });

  it('say whom a row is about', () => {
    expect(words.rowOf(['1', ' Contoh Satu ', '1980', '198'])).toEqual({ nip: '198', name: 'Contoh Satu' });
    expect(words.rowOf(['1', ''])).toEqual({ nip: null, name: null });
    expect(new SheetWords(['NIP'], ROSTER_COLUMNS).rowOf(['198'])).toEqual({ nip: '198', name: null });
  });
});
