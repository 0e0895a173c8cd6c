import type { Bilingual } from '#libs/calendar';

/** A part of the way that is drawn as one row, from left to right. */
export interface Band {
  title: Bilingual;
  /** Ids of boxes at the top. */
  nodes: readonly string[];
}

/** How a person would draw a statechart, where the layout engine can't know it. */
export interface DrawingHints {
  /** The rows, from above; none lets everything stand in one. */
  bands: readonly Band[];
  /** Boxes that nobody ever sees a journey in: left out of the picture, and their arrows with them. */
  hidden: readonly string[];
  /** Arrows of rare ways: they bend around the others, and are faint unless walked. */
  quiet: readonly string[];
  /** Groups whose boxes stand beside each other; the others' stand below each other. */
  sideways: readonly string[];
  /** Boxes that stand behind those that the definition names after them. */
  last: readonly string[];
  /** Boxes wider or narrower than others, in pixels. */
  widths: Readonly<Record<string, number>>;
}

const NONE: DrawingHints = { bands: [], hidden: [], quiet: [], sideways: [], last: [], widths: {} };

const HINTS: Readonly<Record<string, DrawingHints>> = {
  participantJourney: {
    bands: [
      {
        title: { id: 'Sebelum pelatihan', en: 'Before the training' },
        nodes: ['preAssessment', 'placement', 'awaitingStart'],
      },
      {
        title: { id: 'Selama pelatihan', en: 'During the training' },
        nodes: ['training', 'evaluation', 'remedial', 'awaitingAssessment', 'assessmentWindow'],
      },
      {
        title: { id: 'Hasil dan tindak lanjut', en: 'Verdict and what follows' },
        nodes: [
          ...['verdict', 'competent', 'belowStandard', 'remediation', 'awaitingRetest'],
          ...['completed', 'closed'],
        ],
      },
    ],
    hidden: ['training.learning.joining'],
    quiet: [
      'preAssessment.checkingReport>assessmentWindow',
      'preAssessment.assessing>training',
      'placement.proposed>assessmentWindow',
      'placement.proposed>training',
      'placement.confirmed>training',
      'evaluation.deciding>verdict',
      'verdict.confirmed>closed',
      'belowStandard>closed',
      'remediation>closed',
      'awaitingRetest>closed',
    ],
    sideways: ['preAssessment', 'placement'],
    last: ['placement.objected', 'training.learning.workplace'],
    widths: {
      'training.learning.selfLearning': 112,
      'training.learning.eLearning': 112,
      'training.learning.classical': 112,
      'training.learning.workplace': 376,
      'training.coaching': 195,
      'training.mentoring': 195,
    },
  },
};

export function hintsFor(definitionKey: string): DrawingHints {
  return HINTS[definitionKey] ?? NONE;
}

export function isQuiet(hints: DrawingHints, edgeId: string): boolean {
  return hints.quiet.some((beginning) => edgeId.startsWith(`${beginning}:`));
}
