import { shelfOf } from './shelves.js';

const now = '2026-02-02T08:00:00+07:00';
const open = { due: '2026-02-02', followUp: null, status: 'open', assignee: null, deputy: null } as const;

describe('where a task stands in the list', () => {
  it('is by its date while it is my turn, or anybody of my role', () => {
    expect(shelfOf(open, 'me', now)).toBe('today');
    expect(shelfOf({ ...open, assignee: 'me' }, 'me', now)).toBe('today');
    expect(shelfOf({ ...open, status: 'claimed', assignee: 'me' }, 'me', now)).toBe('today');
  });

  it('is waiting while somebody else has it in hand, be it my deputy', () => {
    expect(shelfOf({ ...open, status: 'claimed', assignee: 'other' }, 'me', now)).toBe('waiting');
    const handed = { ...open, status: 'claimed', assignee: 'me', deputy: 'other' } as const;
    expect(shelfOf(handed, 'me', now)).toBe('waiting');
    expect(shelfOf(handed, 'other', now)).toBe('today');
  });

  it('is put off until its day has come', () => {
    expect(shelfOf({ ...open, followUp: '2026-02-05T00:00:00+07:00' }, 'me', now)).toBe('deferred');
    expect(shelfOf({ ...open, followUp: '2026-02-02T07:00:00+07:00' }, 'me', now)).toBe('today');
  });
});
