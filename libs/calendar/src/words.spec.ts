import { dateInBothLanguages, dateInWords, instantInWords } from './words.js';
import { isZone, zoneLabel } from './zone.js';

describe('dates in words', () => {
  it('are written as people write them', () => {
    expect(dateInWords('2026-04-06', 'en')).toBe('6 April 2026');
    expect(dateInWords('2026-08-17', 'id')).toBe('17 Agustus 2026');
    expect(dateInBothLanguages('2026-12-01')).toEqual({ id: '1 Desember 2026', en: '1 December 2026' });
  });

  it('carry the label of the zone when they tell the time', () => {
    expect(instantInWords('2026-04-05T22:30:00.000Z', 'Asia/Jayapura', 'id')).toBe('6 April 2026 07.30 WIT');
    expect(instantInWords('2026-04-05T22:30:00.000Z', 'Asia/Jakarta', 'en')).toBe('6 April 2026 05:30 WIB');
  });
});

describe('a zone', () => {
  it('has its label', () => {
    expect([zoneLabel('Asia/Jakarta'), zoneLabel('Asia/Makassar'), zoneLabel('Asia/Jayapura')]).toEqual([
      'WIB',
      'WITA',
      'WIT',
    ]);
  });

  it('is one of three', () => {
    expect(isZone('Asia/Jayapura')).toBe(true);
    expect(isZone('Asia/Singapore')).toBe(false);
  });
});
