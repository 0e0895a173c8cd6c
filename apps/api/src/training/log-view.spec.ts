import type { HistoryEntry } from '#libs/engine';
import { logView } from './log-view.js';

const entry = (seq: number, type: string, data: Record<string, unknown> = {}): HistoryEntry => ({
  ...{ seq, type, data, actor: { id: 'a', role: 'centre' }, at: '2026-02-02T01:00:00.000Z' },
  ...{ redactedAt: null, state: [] },
});
const profile = { assessedOn: '2026-02-01', ratings: [{ competency: 'M2', level: 2 }] };
const receiver = { seesClass: false, seesProposedVerdict: false };

describe('the log of a journey for its participant and agency', () => {
  const open = [
    entry(1, 'postProfileRecorded', { profile }),
    entry(2, 'recommendationWritten', { items: ['berlatih'] }),
  ];

  it('tells that an assessment was held, and no result before a person has confirmed it', () => {
    expect(logView(open, receiver, 'flexible').map(({ data }) => data)).toEqual([
      { profile: { assessedOn: '2026-02-01' } },
      {},
    ]);
  });

  it('shows the result once it is confirmed', () => {
    const confirmed = [...open, entry(3, 'verdictConfirmed')];
    expect(logView(confirmed, receiver, 'flexible')).toEqual(confirmed);
  });

  it('keeps what was returned to those who returned it, also after a later confirmation', () => {
    const again = [
      ...open,
      entry(3, 'verdictReturned', { reason: 'indikator belum lengkap' }),
      entry(4, 'postProfileRecorded', { profile }),
      entry(5, 'verdictConfirmed'),
    ];
    const datas = logView(again, receiver, 'flexible').map(({ data }) => data);
    expect(datas).toEqual([{ profile: { assessedOn: '2026-02-01' } }, {}, {}, { profile }, {}]);
  });

  it('hides nothing of the result from those who work on it, and no class from organiser and coach', () => {
    const all = [...open, entry(3, 'classAssigned', { class: 'others' })];
    expect(logView(all, { seesClass: true, seesProposedVerdict: true }, 'cluster')).toEqual(all);
    expect(logView(all, receiver, 'cluster').map(({ type }) => type)).not.toContain('classAssigned');
  });

  it('of a cluster cohort leaves out class and basis, the group within it, and why the class was changed', () => {
    const course = { op: 'add', course: 'PKA-1a', stage: 'selfLearning' };
    const setClass = { op: 'setClass', class: 'self' };
    const log = [
      entry(1, 'started', { clusterBy: 'family', entry: 'incumbent' }),
      entry(2, 'coachAssigned', { coach: 'c', group: 'Kelas Mengelola Diri' }),
      entry(3, 'placementRevised', { changes: [course], reason: 'atas permintaan' }),
      entry(4, 'placementRevised', { changes: [course, setClass], reason: 'lebih cocok di kelas lain' }),
    ];
    expect(logView(log, receiver, 'cluster').map(({ data }) => data)).toEqual([
      { entry: 'incumbent' },
      { coach: 'c' },
      { changes: [course], reason: 'atas permintaan' },
      { changes: [course] },
    ]);
    expect(logView(log, receiver, 'generic-plus')).toEqual(log);
  });
});
