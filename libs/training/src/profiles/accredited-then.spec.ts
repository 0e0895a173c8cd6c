import { asItCounts, lapsedThen, type Accreditations } from './accredited-then.js';

const NOTED: Awaited<ReturnType<Accreditations['accreditationsByCode']>> = [
  { code: 'PAC-01', category: 'C', number: 'K/1', validFrom: '2020-03-01', validUntil: '2022-02-28' },
  { code: 'PAC-01', category: 'B', number: 'K/2', validFrom: '2024-03-01', validUntil: '2027-02-28' },
];
const register: Accreditations = {
  accreditationsByCode: async (codes) => NOTED.filter(({ code }) => codes.includes(code)),
};

describe("a centre's accreditation on the day of an assessment", () => {
  it.each([
    ['2020-02-29', true],
    ['2020-03-01', false],
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2024-02-29', true],
    ['2027-02-28', false],
    ['2027-03-01', true],
  ])('of %s had lapsed: %s', async (day, lapsed) => {
    const isLapsed = await lapsedThen(register, ['PAC-01']);
    expect(isLapsed('PAC-01', day)).toBe(lapsed);
    const profile = { accredited: true, centre: 'PAC-01', assessedOn: day };
    expect(asItCounts(profile, isLapsed)).toEqual({ ...profile, accredited: !lapsed });
  });

  it('takes what is said of a centre of whose accreditation nothing is on record', async () => {
    const isLapsed = await lapsedThen(register, ['PAC-02']);
    const said = { accredited: true, centre: 'PAC-02', assessedOn: '2021-01-01' };
    expect(asItCounts(said, isLapsed)).toEqual(said);
  });

  it('makes nobody accredited', async () => {
    const isLapsed = await lapsedThen(register, ['PAC-01']);
    const said = { accredited: false, centre: 'PAC-01', assessedOn: '2025-01-01' };
    expect(asItCounts(said, isLapsed)).toEqual(said);
  });
});
