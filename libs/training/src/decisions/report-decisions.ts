import { dateInWords, localDateOf, type Bilingual, type Language, type LocalDate } from '#libs/calendar';
import { explainReport, type Profile, type ReportChange, type ReportExplanation } from '#libs/competency';
import type { HistoryEntry } from '#libs/engine';
import { reportAppeal } from './appeals.js';
import type { Decision, Flip } from './decision.js';
import type { DecisionQuestion } from './decision-question.js';
import { policyRule } from './rule-origin.js';

const RULE = {
  code: 'report.reuse',
  text: {
    id: 'Laporan yang sudah ada digunakan kembali bila berlaku pada hari pertama pelatihan, berasal dari unit terakreditasi, diukur terhadap standar jenjang jabatan sasaran, dan memuat kedelapan kompetensi manajerial.',
    en: "A report at hand is used again when it is valid on the first day of training, comes from an accredited unit, was measured against the standard of the target post's level, and rates all eight managerial competencies.",
  },
};

/** Every report that the journey judged, whether it was used again or not, each by the start that was planned then. */
export function reportDecisions(question: DecisionQuestion): Decision[] {
  const { history, standing } = question;
  const { enteredOn, reportCode, reportValidUntil } = standing.context;
  const wasJudged = reportCode !== null || reportValidUntil !== null;
  return history.flatMap((entry, index): Decision[] => {
    if (!isJudged(entry, history[index - 1])) return [];
    const report = profileIn(entry);
    if (report === null) return entry.data === null && wasJudged ? [erased(question, entry)] : [];
    if (report.assessedOn >= enteredOn) return [];
    return [judged(question, entry, report, startPlannedAt(history, index))];
  });
}

/** On file at the start, or recorded while the journey waited for a profile; a later one is kept and decides nothing. */
function isJudged({ type }: HistoryEntry, before: HistoryEntry | undefined): boolean {
  if (type === 'started') return true;
  return type === 'profileRecorded' && (before?.state.includes('preAssessment.assessing') ?? false);
}

function profileIn({ type, data }: HistoryEntry): Profile | null {
  return ((type === 'started' ? data?.['report'] : data?.['profile']) as Profile | undefined) ?? null;
}

function startPlannedAt(history: readonly HistoryEntry[], index: number): LocalDate | null {
  const dates = history
    .slice(0, index + 1)
    .filter(({ type }) => type === 'started' || type === 'cohortRescheduled')
    .flatMap(({ data }) => (typeof data?.['startsOn'] === 'string' ? [data['startsOn']] : []));
  return dates.at(-1) ?? null;
}

function judged(
  question: DecisionQuestion,
  entry: HistoryEntry,
  report: Profile,
  startsOn: LocalDate | null,
): Decision {
  const { knowledge, lookup, standing } = question;
  const { level, versions, zone } = standing.context;
  const explained = explainReport({
    report,
    targetLevel: level,
    validOn: startsOn ?? localDateOf(entry.at, zone),
    policy: lookup.policy(versions.policy).assessment,
  });
  const { judgement, criteria } = explained;
  return {
    kind: 'report',
    subject: { assessedOn: report.assessedOn, method: report.method, centre: report.centre ?? null },
    decision: judgement.reusable ? 'reused' : 'refused',
    ...(!judgement.reusable && { reason: judgement.detail }),
    rule: policyRule(knowledge, versions.policy, RULE, ['assessment.reportValidity']),
    numbers: {
      code: judgement.reusable ? null : judgement.code,
      validUntil: judgement.validUntil,
      criteria,
    },
    flip: flipOf(explained),
    ...{ madeAt: entry.at, confirmedBy: null, confirmedAt: null },
    appeal: reportAppeal(question, judgement.reusable),
  };
}

function erased(question: DecisionQuestion, { at }: HistoryEntry): Decision {
  const { knowledge, standing } = question;
  const { reportCode, reportValidUntil, versions } = standing.context;
  return {
    kind: 'report',
    subject: {},
    decision: null,
    reason: { id: 'Keterangannya telah dihapus atas permintaan.', en: 'Its data were erased on request.' },
    rule: policyRule(knowledge, versions.policy, RULE, ['assessment.reportValidity']),
    numbers: { code: reportCode, validUntil: reportValidUntil },
    flip: null,
    ...{ madeAt: at, confirmedBy: null, confirmedAt: null },
    appeal: reportAppeal(question, reportCode === null),
  };
}

function flipOf({ flip, judgement }: ReportExplanation): Flip {
  const parts = flip.changes.map((change) => changeInWords(change, judgement.validUntil));
  const list = (language: Language): string => parts.map((part) => part[language]).join('; ');
  return {
    text:
      flip.to === 'reused'
        ? { id: `Akan digunakan kembali bila ${list('id')}.`, en: `Would be used again if ${list('en')}.` }
        : {
            id: `Tidak digunakan kembali bila ${list('id')}.`,
            en: `Would not be used again if ${list('en')}.`,
          },
    change: flip,
  };
}

function changeInWords(change: ReportChange, validUntil: LocalDate): Bilingual {
  switch (change.criterion) {
    case 'valid':
      return change.field === 'assessedOn' ? assessedLater(change.to) : startsLater(change.to, validUntil);
    case 'accredited':
      return { id: 'berasal dari unit terakreditasi', en: 'it came from an accredited unit' };
    case 'level':
      return {
        id: `diukur terhadap standar level ${change.to}`,
        en: `it was measured against the standard of level ${change.to}`,
      };
    case 'complete':
      return { id: `juga memuat ${change.add.join(', ')}`, en: `it also rated ${change.add.join(', ')}` };
  }
}

function assessedLater(to: LocalDate): Bilingual {
  return {
    id: `masih berlaku pada hari itu, yaitu dinilai pada ${dateInWords(to, 'id')} atau sesudahnya`,
    en: `it were still valid on that day, that is assessed on ${dateInWords(to, 'en')} or later`,
  };
}

function startsLater(to: LocalDate, validUntil: LocalDate): Bilingual {
  return {
    id: `pelatihan dimulai pada ${dateInWords(to, 'id')} atau sesudahnya (laporan berlaku sampai ${dateInWords(validUntil, 'id')})`,
    en: `the training started on ${dateInWords(to, 'en')} or later (the report is valid until ${dateInWords(validUntil, 'en')})`,
  };
}
