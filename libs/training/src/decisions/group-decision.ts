import { MANAGERIAL } from '#libs/competency';
import { explainGroup, signatureOf, type GroupExplanation, type GroupMembership } from '#libs/curriculum';
import { gapsOf, profileOf } from '#libs/journeys';
import { placementAppeal } from './appeals.js';
import type { DecisionQuestion } from './decision-question.js';
import type { Decision, Flip } from './decision.js';
import { levelFlip, neverFlips } from './flip-words.js';
import { decidedBy, lastOf } from './milestones.js';
import { policyRule } from './rule-origin.js';

/**
 * The coaching group that somebody was put into. Distances tell of other people's gaps, so only organiser and coach see
 * them; everybody else sees the own signature that the group goes by.
 */
export function groupDecision(question: DecisionQuestion): Decision[] {
  const { standing, history, knowledge, viewer } = question;
  const { group, pathway, versions } = standing.context;
  if (group === null || (pathway !== 'a-la-carte' && pathway !== 'generic-plus')) return [];
  const assigned = lastOf(history, ({ type }) => type === 'coachAssigned');
  return [
    {
      kind: 'group',
      subject: { group },
      decision: group,
      rule: policyRule(knowledge, versions.policy, RULE, ['curriculum.groupSize']),
      ...(viewer.seesClass ? compared(question, group) : own(question)),
      ...decidedBy(assigned),
      appeal: placementAppeal(question),
    },
  ];
}

function own({ standing, lookup }: DecisionQuestion): Pick<Decision, 'numbers' | 'flip'> {
  return {
    numbers: { signature: signatureOf(gapsOf(standing.context, lookup).competencies) },
    flip: neverFlips(
      'Perbandingan dengan kelompok lain menyangkut kesenjangan peserta lain, sehingga hanya dilihat penyelenggara dan coach.',
      'The comparison with other groups tells of the gaps of others, so only organiser and coach see it.',
    ),
  };
}

function compared(question: DecisionQuestion, group: string): Pick<Decision, 'numbers' | 'flip'> {
  const { standing, lookup } = question;
  const { context } = standing;
  const policy = lookup.policy(context.versions.policy);
  const groups = groupsOf(question);
  const explained = explainGroup({
    journeyId: standing.id,
    gaps: gapsOf(context, lookup).competencies,
    ratings: context.baseline ? profileOf(context.baseline).ratings : [],
    own: groups.find(({ name }) => name === group) ?? { name: group, members: [] },
    others: groups.filter(({ name }) => name !== group),
    policy: policy.assessment,
  });
  const { signature, own: home, nearestOther, isNearest } = explained;
  return {
    numbers: {
      ...{ signature, own: home, nearestOther, isNearest },
      ...{ competencies: MANAGERIAL.length, groupSize: policy.curriculum.groupSize },
    },
    flip: flipOf(explained),
  };
}

function groupsOf({ cohort, lookup }: DecisionQuestion): GroupMembership[] {
  const groups = new Map<string, GroupMembership['members'][number][]>();
  for (const { journeyId, context } of cohort) {
    if (context.group === null) continue;
    const member = { journeyId, gaps: gapsOf(context, lookup).competencies };
    groups.set(context.group, [...(groups.get(context.group) ?? []), member]);
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}

function flipOf({ own: home, nearestOther, flip }: GroupExplanation): Flip {
  if (flip !== null) {
    return levelFlip(flip, {
      id: `${flip.group} menjadi yang terdekat`,
      en: `${flip.group} would be the nearest`,
    })!;
  }
  if (home === null) return ALONE;
  return nearestOther === null ? ONLY : FIXED;
}

const ALONE = neverFlips(
  'Tidak ada anggota lain dalam kelompok ini untuk dibandingkan.',
  'There is nobody else in this group to compare with.',
);
const ONLY = neverFlips(
  'Tidak ada kelompok lain dalam angkatan ini.',
  'There is no other group in this cohort.',
);
const FIXED = neverFlips(
  'Tidak ada perubahan level yang mengubah kelompok terdekat.',
  'No change of levels makes another group the nearest.',
);

const RULE = {
  code: 'group.nearestSignature',
  text: {
    id: 'Kesenjangan sedang dan tinggi yang sama masuk kelompok coaching yang sama, selebihnya yang terdekat; ukuran dan keseimbangan kelompok ikut menentukan. Lembaga pelatihan yang menetapkan.',
    en: 'The same medium and high gaps join the same coaching group, the rest the nearest; size and balance of the groups count too. The institute decides.',
  },
};
