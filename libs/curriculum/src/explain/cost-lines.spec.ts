import { bilingual } from '#libs/calendar';
import { costLines, type CostLine, type CostQuestion, type Fee } from './cost-lines.js';

const fee = (amount: number | null): Fee => ({
  ...{ amount, source: 'price list', validFrom: '2026-01-01', illustrative: true, fundedBy: null },
});

const ask = (change: Partial<CostQuestion> = {}): CostLine[] =>
  costLines({
    fees: { assessmentBefore: fee(1_500_000), training: fee(22_125_000), assessmentAfter: fee(1_600_000) },
    pathway: 'flexible',
    option: 'separate',
    origin: { kind: 'assessment', why: null },
    feeNote: bilingual('Biaya tetap penuh.', 'The fee stays full.'),
    ...change,
  });

describe('cost lines', () => {
  it('are three, in the order in which they arise, with where each amount comes from', () => {
    const lines = ask();
    expect(lines.map(({ code, amount }) => [code, amount])).toEqual([
      ['assessmentBefore', 1_500_000],
      ['training', 22_125_000],
      ['assessmentAfter', 1_600_000],
    ]);
    for (const line of lines) {
      expect(line).toMatchObject({
        currency: 'IDR',
        source: 'price list',
        validFrom: '2026-01-01',
        illustrative: true,
      });
    }
  });

  it.each(['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const)(
    'the training costs the full fee on the %s pathway',
    (pathway) => {
      expect(ask({ pathway })[1]?.amount).toBe(22_125_000);
    },
  );

  it('tell whoever is on the flexible pathway why the fee stays full', () => {
    expect(ask()[1]?.note.en).toBe('The fee stays full.');
    expect(ask({ pathway: 'generic-plus' })[1]?.note.en).toContain('whatever the number of courses');
  });

  it('leave out the assessment before where a report was used again, and say so', () => {
    const [before] = ask({ origin: { kind: 'report', validUntil: '2027-05-09' } });
    expect(before).toMatchObject({ amount: 0 });
    expect(before?.note.en).toContain('9 May 2027');
    expect(before?.note.id).toContain('9 Mei 2027');
  });

  it.each(['carried', 'none'] as const)('cost no assessment before when the profile is %s', (kind) => {
    expect(ask({ origin: { kind } })[0]?.amount).toBe(0);
  });

  it('say what speaks against the report at hand', () => {
    const [before] = ask({ origin: { kind: 'assessment', why: bilingual('Kedaluwarsa.', 'Expired.') } });
    expect(before).toMatchObject({ amount: 1_500_000, note: { en: expect.stringContaining('Expired.') } });
  });

  it('keep an amount that nobody has set empty, and say so', () => {
    const fees = { assessmentBefore: fee(null), training: fee(1), assessmentAfter: fee(null) };
    expect(ask({ fees })[0]).toMatchObject({
      amount: null,
      note: { en: expect.stringContaining('not been set') },
    });
  });

  it('each name who bears it, for which there is no formula; nobody does until it is set', () => {
    const agency = bilingual('Anggaran instansi pengirim', 'The sending agency');
    const fees = {
      assessmentBefore: { ...fee(1), fundedBy: agency },
      training: fee(2),
      assessmentAfter: fee(3),
    };
    expect(ask({ fees }).map(({ fundedBy }) => fundedBy)).toEqual([agency, null, null]);
  });

  it('name the assessment of the integrated option as part of the final evaluation', () => {
    expect(ask({ option: 'integrated' })[2]?.note.en).toContain('within the final evaluation');
  });
});
