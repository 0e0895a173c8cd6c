import { storyOf } from './story.js';
import { inNames } from './story-names.js';

describe('a story', () => {
  const entry = (type: string, data: Record<string, unknown>) => ({
    ...{ seq: 1, type, data, at: '2026-03-02T02:00:00.000Z', redactedAt: null },
  });
  const names = new Map([
    ['PKA-2a', 'Jejaring Kerja'],
    ['M2', 'Kerjasama'],
  ]);
  const told = (type: string, data: Record<string, unknown>) =>
    storyOf(inNames([entry(type, data)], names, 'id'), 'id', 'Asia/Jakarta')[0]?.text;

  it('names courses, competencies and deadlines instead of their codes', () => {
    expect(told('courseCompleted', { course: 'PKA-2a', completedOn: '2026-03-02' })).toBe(
      '2 Maret 2026: mata pelatihan Jejaring Kerja selesai pada 2 Maret 2026.',
    );
    expect(told('sessionLogged', { kind: 'coaching', competency: 'M2', heldOn: '2026-03-02' })).toContain(
      'untuk Kerjasama',
    );
    expect(told('rescheduled', { deadline: 'retestDue', due: '2026-03-09', reason: 'cuti' })).toContain(
      'tenggat “Batas asesmen ulang” dipindahkan',
    );
  });

  it('keeps a code that nobody knows any more', () => {
    expect(told('courseAdded', { course: 'PKA-9z' })).toContain('PKA-9z');
  });
});
