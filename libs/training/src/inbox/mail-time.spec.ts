import { withOffset, ZONES, type Zone } from '#libs/calendar';
import { mailTime, type MailHabits } from './mail-time.js';

const habits = (zone: Zone, more: Partial<MailHabits> = {}): MailHabits => ({
  ...{ mode: 'each', digestAt: '07:30', quietHours: { from: '20:00', until: '07:00' }, zone },
  ...more,
});
const OFFSETS = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' };

describe.each(ZONES)('mail in %s', (zone) => {
  const local = (time: string) => new Date(`${time}:00.000${OFFSETS[zone]}`).toISOString();
  const goes = (time: string, more?: Partial<MailHabits>) => {
    const at = mailTime(habits(zone, more), local(time));
    return at && withOffset(at, zone).slice(0, 16);
  };

  it('goes at once by day', () => {
    expect(goes('2026-04-06T08:00')).toBe('2026-04-06T08:00');
    expect(goes('2026-04-06T19:59')).toBe('2026-04-06T19:59');
    expect(goes('2026-04-06T07:00')).toBe('2026-04-06T07:00');
  });

  it('waits over midnight for the end of the quiet hours, and is not dropped', () => {
    expect(goes('2026-04-06T20:00')).toBe('2026-04-07T07:00');
    expect(goes('2026-04-06T23:59')).toBe('2026-04-07T07:00');
    expect(goes('2026-04-07T00:00')).toBe('2026-04-07T07:00');
    expect(goes('2026-04-07T06:59')).toBe('2026-04-07T07:00');
  });

  it('knows quiet hours within one day, and none', () => {
    const quietHours = { from: '12:00', until: '13:00' };
    expect(goes('2026-04-06T12:30', { quietHours })).toBe('2026-04-06T13:00');
    expect(goes('2026-04-06T23:00', { quietHours })).toBe('2026-04-06T23:00');
    expect(goes('2026-04-06T23:00', { quietHours: null })).toBe('2026-04-06T23:00');
    expect(goes('2026-04-06T23:00', { quietHours: { from: '07:00', until: '07:00' } })).toBe(
      '2026-04-06T23:00',
    );
  });

  it('as a digest waits for its hour, today or tomorrow, and for the end of the quiet hours if that falls into them', () => {
    const mode = 'digest' as const;
    expect(goes('2026-04-06T06:00', { mode })).toBe('2026-04-06T07:30');
    expect(goes('2026-04-06T07:30', { mode })).toBe('2026-04-06T07:30');
    expect(goes('2026-04-06T07:31', { mode })).toBe('2026-04-07T07:30');
    expect(goes('2026-12-31T22:00', { mode, digestAt: '05:00' })).toBe('2027-01-01T07:00');
  });

  it('is not sent to whoever wants none', () => {
    expect(goes('2026-04-06T08:00', { mode: 'none' })).toBeNull();
  });
});
