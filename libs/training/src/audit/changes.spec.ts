import { changesIn, type Telling } from './changes.js';

const telling = (language: 'id' | 'en', names: Telling['names'] = new Map()): Telling => ({
  ...{ language, zone: 'Asia/Jayapura', names },
});
const DEPUTY = '01890000-0000-7000-8000-000000000001';

describe('what an act changed', () => {
  it('is told in words: days and hours as people write them, and no ids', () => {
    const after = {
      from: '2026-02-02',
      deputy: DEPUTY,
      followUp: '2026-02-03T01:30:00.000Z',
      disabled: false,
    };
    expect(
      changesIn(
        { from: '2026-01-30', followUp: null },
        after,
        telling('id', new Map([[DEPUTY, { name: 'Contoh Wakil', role: null }]])),
      ),
    ).toEqual([
      { field: 'Dari', before: '30 Januari 2026', after: '2 Februari 2026' },
      { field: 'Ditunda sampai', before: '—', after: '3 Februari 2026 10.30 WIT' },
      { field: 'Wakil', before: null, after: 'Contoh Wakil' },
      { field: 'Nonaktif', before: null, after: 'tidak' },
    ]);
    expect(changesIn(null, after, telling('en'))[1]).toEqual({
      ...{ field: 'Deputy', before: null, after: 'no longer known' },
    });
  });

  it('leaves out what stayed the same, and lets a text be one though it begins like a day', () => {
    expect(
      changesIn({ name: 'A', text: '2026-02-02 rapat' }, { name: 'A', text: '2026-02-30' }, telling('id')),
    ).toEqual([{ field: 'Isi', before: '2026-02-02 rapat', after: '2026-02-30' }]);
  });
});
