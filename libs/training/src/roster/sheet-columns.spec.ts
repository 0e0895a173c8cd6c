import { ROSTER_COLUMNS } from './roster-columns.js';
import { headingKey } from './heading-key.js';
import { matchColumns } from './sheet-columns.js';

const contract = ROSTER_COLUMNS.map(({ name }) => name);
const match = (headings: string[], cells: string[] = headings.map((_, index) => String(index))) =>
  matchColumns({ headings, rows: [{ row: 2, cells }] }, ROSTER_COLUMNS);
const faults = (headings: string[]) => {
  const matched = match(headings);
  return matched.ok
    ? []
    : (matched.refusal.errors ?? []).map(({ column, code }) => `${column ?? ''} ${code}`);
};

describe("a roster's columns", () => {
  it('are known by their contract names and by every Indonesian heading', () => {
    expect(faults(contract)).toEqual([]);
    for (const column of ROSTER_COLUMNS) {
      for (const title of column.titles) {
        expect(faults(contract.map((name) => (name === column.name ? title : name)))).toEqual([]);
      }
    }
  });

  it('have no heading that means two columns', () => {
    const keys = ROSTER_COLUMNS.flatMap(({ name, titles }) => [
      ...new Set([name, ...titles].map(headingKey)),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are found whatever their order, letters and punctuation', () => {
    const matched = match(['NAMA LENGKAP *', ...contract.filter((name) => name !== 'name')]);
    expect(matched).toMatchObject({ ok: true, rows: [{ row: 2, cells: { name: '0', nip: '1' } }] });
  });

  it.each([
    ['name', 'Nama / Name'],
    ['name', 'NAMA\r\nFull Name'],
    ['birthDate', 'Tanggal\r\nLahir'],
    ['birthDate', 'Tanggal Lahir | Date of Birth'],
    ['sex', 'Jenis Kelamin (L/P)'],
  ])('%s is known as %j', (column, heading) => {
    expect(faults(contract.map((name) => (name === column ? heading : name)))).toEqual([]);
  });

  it('are not known where the two halves of a heading mean two columns', () => {
    expect(faults([...contract, 'Nama / NIP'])).toEqual(['Nama / NIP column.unknown']);
  });

  it('are named in the refusal: what is missing, what is not known, what it may have meant', () => {
    const matched = match(contract.map((name) => (name === 'birthDate' ? 'Tangal Lahir' : name)));
    if (matched.ok) throw new Error('it was taken');
    const { detail, errors = [] } = matched.refusal;
    expect(detail?.en).toContain(
      'Missing: "Tanggal Lahir". Not known: "Tangal Lahir". Required: "NIP", "Nama"',
    );
    expect(errors[0]?.message?.en).toBe('Column "Tangal Lahir" is not known. Did you mean "Tanggal Lahir"?');
    const strange = match([...contract, 'Hobi']);
    expect(strange.ok ? '' : strange.refusal.errors?.[0]?.message?.id).toContain('Hapus');
  });

  it('that are wrong are told before that nothing stands below them', () => {
    const of = (headings: string[]) => {
      const matched = matchColumns({ headings, rows: [] }, ROSTER_COLUMNS);
      return matched.ok ? 'ok' : matched.refusal.code;
    };
    expect(of(['umur', 'hobi'])).toBe('file.columns');
    expect(of(contract)).toBe('file.empty');
  });

  it('may lack what is optional and nothing else', () => {
    const required = ROSTER_COLUMNS.filter((column) => column.required).map(({ name }) => name);
    expect(faults(required)).toEqual([]);
    expect(faults(required.slice(1))).toEqual(['nip column.missing']);
  });

  it('are refused when one is unknown or there twice, an empty one without heading aside', () => {
    expect(faults([...contract, 'Hobi'])).toEqual(['Hobi column.unknown']);
    expect(faults([...contract, 'NIP'])).toEqual(['nip column.duplicated']);
    expect(match([...contract, ''], [...contract.map(() => 'x'), '']).ok).toBe(true);
    expect(match([...contract, ''], [...contract.map(() => 'x'), 'y']).ok).toBe(false);
  });
});
