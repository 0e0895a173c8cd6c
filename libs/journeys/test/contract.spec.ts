import type { AnyStateNode } from 'xstate';
import { DUE_NAMES, participantJourneyEvents, REFUSALS, TASKS, type RefusalCode } from '#libs/journeys';
import { lint, type AnyDefinition } from '#libs/statechart';
import { definitionWith } from './dsl/story.js';

const definition = definitionWith();

const pathsOf = (node: AnyStateNode): string[] => [
  ...(node.path.length > 0 ? [node.path.join('.')] : []),
  ...Object.values(node.states).flatMap((child) => pathsOf(child as AnyStateNode)),
];

describe('the definition', () => {
  it('passes the lint', () => {
    expect(lint(definition as AnyDefinition)).toEqual([]);
  });

  it('has the states of the contract', () => {
    expect(pathsOf(definition.machine.root).sort()).toEqual(
      [
        ...['preAssessment', 'preAssessment.checkingReport', 'preAssessment.assessing'],
        ...['placement', 'placement.proposed', 'placement.objected', 'placement.confirmed'],
        'awaitingStart',
        ...[
          'training',
          'training.learning',
          'training.coaching',
          'training.mentoring',
          'training.learning.joining',
        ],
        ...['selfLearning', 'eLearning', 'classical', 'workplace'].map(
          (stage) => `training.learning.${stage}`,
        ),
        ...['evaluation', 'evaluation.scoring', 'evaluation.deciding', 'remedial', 'awaitingAssessment'],
        ...['assessmentWindow', 'assessmentWindow.open', 'assessmentWindow.late'],
        ...['verdict', 'verdict.proposed', 'verdict.returned', 'verdict.confirmed'],
        ...['competent', 'competent.nextLevel', 'belowStandard', 'remediation', 'awaitingRetest'],
        ...['completed', 'closed', 'withdrawn', 'transferred'],
      ].sort(),
    );
  });

  it('has a due date for each deadline that a state names, and no other', () => {
    const named = new Set<string>();
    const collect = (node: AnyStateNode): void => {
      for (const { delay } of node.after) named.add(String(delay));
      for (const child of Object.values(node.states)) collect(child as AnyStateNode);
    };
    collect(definition.machine.root);
    expect([...named].sort()).toEqual([...DUE_NAMES].sort());
  });

  it('gives every event to the roles of the contract', () => {
    const sentBy = (role: string) =>
      Object.entries(participantJourneyEvents)
        .filter(([, { roles }]) => (roles as readonly string[]).includes(role))
        .map(([type]) => type)
        .sort();
    expect(sentBy('agency')).toEqual([
      'feedbackReceived',
      'nextLevelPlanned',
      'remediationPlanned',
      'remediationReported',
    ]);
    expect(sentBy('participant')).toEqual([
      'courseAdded',
      'courseDropped',
      'placementObjected',
      'sessionConfirmed',
    ]);
    expect(sentBy('examiner')).toEqual(['componentScored']);
    expect(sentBy('coach')).toEqual(['sessionLogged', 'sessionVoided']);
    expect(sentBy('mentor')).toEqual(sentBy('coach'));
    expect(sentBy('lms')).toEqual(['courseCompleted', 'learningProgressed']);
    expect(sentBy('centre')).toEqual([
      'postAssessmentScheduled',
      'postProfileRecorded',
      'profileRecorded',
      'recommendationWritten',
      'retestRecorded',
      'retestScheduled',
    ]);
  });

  it('completes tasks by events that exist', () => {
    const types = Object.keys(participantJourneyEvents);
    for (const { events } of Object.values(TASKS)) expect(types).toEqual(expect.arrayContaining([...events]));
  });

  it('words every refusal in both languages', () => {
    for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
      const { detail } = REFUSALS[code];
      expect([detail.id, detail.en].every((text) => text.endsWith('.'))).toBe(true);
    }
  });
});
