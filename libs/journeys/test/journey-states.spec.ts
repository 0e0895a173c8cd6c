import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, profile } from './dsl/fixtures.js';
import { Story } from './dsl/story.js';

describe('the way through the journey', () => {
  it('goes from enrolment to the next level', () => {
    const seen: string[][] = [];
    const mark = (story: Story) => { seen.push(story.state); return story; };
    mark(Story.of());
    mark(chapter.withProfile());
    mark(chapter.confirmed());
    mark(chapter.accompanied());
    mark(chapter.inTraining());
    mark(chapter.trained());
    mark(chapter.scored());
    mark(chapter.passed());
    mark(chapter.windowOpen());
    mark(chapter.assessed());
    mark(chapter.judged());
    mark(chapter.judged({ M2: 2 }));
    mark(chapter.inRemediation());
    mark(chapter.awaitingRetest());
    expect(seen).toEqual([
      ['preAssessment.assessing'], ['placement.proposed'], ['placement.confirmed'], ['awaitingStart'],
      ['training.learning.selfLearning', 'training.coaching', 'training.mentoring'],
      ['evaluation.scoring'], ['evaluation.deciding'], ['awaitingAssessment'], ['assessmentWindow.open'],
      ['verdict.proposed'], ['competent.nextLevel'], ['belowStandard'], ['remediation'], ['awaitingRetest'],
    ]);
    void profile; void ASSESSMENT_COHORT;
  });
});
