import { ConfigCopy, removeCopies, SHIPPED } from './config-copy.fixture.js';
import { currentAt, loadKnowledge, lookupIn, missingOf, UnknownVersion } from './index.js';

afterAll(removeCopies);

function withNextYear(): ConfigCopy {
  const copy = new ConfigCopy();
  const next = copy.read('policies/2026.yaml').replaceAll("'2026-01-01'", "'2027-01-01'");
  return copy.write(
    'policies/2027.yaml',
    next.replace("version: '2026.1'", "version: '2027.1'").replace('P60D', 'P90D'),
  );
}

describe('currentAt', () => {
  const knowledge = loadKnowledge(withNextYear().dir);

  it('takes the last version that has begun on the day', () => {
    expect(currentAt(knowledge, '2026-12-31').policy).toBe('2026.1');
    expect(currentAt(knowledge, '2027-01-01').policy).toBe('2027.1');
  });

  it('takes the first version for a day before any began', () => {
    expect(currentAt(knowledge, '2019-01-01')).toEqual({
      catalogue: '2026.1',
      policy: '2026.1',
      calendar: '2025.1',
      programmes: '2026.1',
    });
  });

  it('knows a decree from the day it was signed', () => {
    expect(currentAt(knowledge, '2026-09-14').calendar).toBe('2026.1');
    expect(currentAt(knowledge, '2026-09-15').calendar).toBe('2027.1');
  });

  it('keeps the earlier version at hand', () => {
    const lookup = lookupIn(knowledge);
    expect(lookup.policy('2026.1').journey.remediation).toBe('P60D');
    expect(lookup.policy('2027.1').journey.remediation).toBe('P90D');
    expect(lookup.policy('2027.1').assessment.version).toBe('2027.1');
  });

  it('finds the policy that was in force on a day', () => {
    const lookup = lookupIn(knowledge);
    const on = (date: string) => lookup.policyOn(date).version;
    expect(['2019-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual(['2026.1', '2026.1', '2027.1']);
  });
});

describe('an amended decree', () => {
  it('gives a further calendar and leaves the earlier one as it was', () => {
    const copy = new ConfigCopy();
    const amended = copy
      .read('calendars/2026.yaml')
      .replace("version: '2026.1'", "version: '2026.2'")
      .replace("validFrom: '2025-09-19'", "validFrom: '2026-05-01'")
      .replace("date: '2026-05-28'", "date: '2026-05-29'");
    const lookup = lookupIn(loadKnowledge(copy.write('calendars/2026-amended.yaml', amended).dir));
    const closed = (version: string) =>
      lookup
        .calendar(version)
        .holidays.map(({ date }) => date)
        .filter((date) => date > '2026-05-27' && date < '2026-05-31');
    expect(closed('2026.1')).toEqual(['2026-05-28']);
    expect(closed('2026.2')).toEqual(['2026-05-29']);
    expect(closed('2027.1')).toEqual(['2026-05-29']);
  });
});

describe('lookupIn', () => {
  const lookup = lookupIn(loadKnowledge(SHIPPED));

  it.each(['policy', 'calendar', 'catalogue', 'programmes'] as const)(
    'says what there is for an unknown %s',
    (kind) => {
      expect(() => lookup[kind]('1999.1')).toThrow(UnknownVersion);
      expect(() => lookup[kind]('1999.1')).toThrow(/version 1999\.1 is configured; there is .*2026\.1/);
    },
  );
});

describe('missingOf', () => {
  const knowledge = loadKnowledge(SHIPPED);
  const held = currentAt(knowledge, '2026-06-01');

  it('names nothing where every version is at hand', () => {
    expect(missingOf(knowledge, held)).toEqual([]);
  });

  it('names each kind that no file has in that version', () => {
    expect(missingOf(knowledge, { ...held, policy: '2031.9', programmes: '1999.1' })).toEqual([
      'policy',
      'programmes',
    ]);
  });
});
