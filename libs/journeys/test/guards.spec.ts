import type { JourneyContext } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { profile } from './dsl/fixtures.js';
import { definitionWith, Story } from './dsl/story.js';

type Case = { context: JourneyContext; event?: object; params?: unknown };
type Both = { yes: () => Case; no: () => Case };

const event = (type: string, payload: object = {}, by = 'someone') => ({
  type,
  payload,
  actor: { id: by, role: 'institute' },
});
const of = (story: Story, sent?: object, params?: unknown): Case => ({
  context: story.context,
  event: sent,
  params,
});

const decided = (decision: string) =>
  event('graduationDecided', { decision, note: '', profile: profile('2026-11-20') });
const recorded = (assessedOn: string) => event('profileRecorded', { profile: profile(assessedOn) });
const retested = () => chapter.awaitingRetest().sends('retestRecorded', { profile: profile('2027-05-04') });

/** Every guard of the machine, once saying yes and once no. */
const GUARDS: Record<string, Both> = {
  isAccepted: {
    yes: () => of(Story.of(), recorded('2026-08-02')),
    no: () => of(Story.of(), recorded('2026-08-04')),
  },
  hasInput: {
    yes: () => of(Story.of()),
    no: () => ({
      context: {
        ...Story.of().context,
        versions: { policy: '', calendar: '', catalogue: '', programmes: '' },
      },
    }),
  },
  hasProfile: { yes: () => of(chapter.withProfile()), no: () => of(Story.of()) },
  goesToAssessment: { yes: () => of(Story.of({ entry: 'alumnus' })), no: () => of(Story.of()) },
  isUsable: {
    yes: () => of(Story.of(), recorded('2026-08-03')),
    no: () => of(Story.of(), recorded('2020-08-03')),
  },
  isDirect: {
    yes: () => of(chapter.withProfile(), event('placementConfirmed', { directAssessment: true })),
    no: () => of(chapter.withProfile(), event('placementConfirmed')),
  },
  isUnplaced: { yes: () => of(Story.of().until('2026-09-08')), no: () => of(Story.of().until('2026-09-06')) },
  hasTrainingStarted: {
    yes: () => of(Story.of().until('2026-09-07')),
    no: () => of(Story.of().until('2026-09-06')),
  },
  isAccompanied: { yes: () => of(chapter.accompanied()), no: () => of(chapter.confirmed()) },
  hasObjected: { yes: () => of(objected()), no: () => of(chapter.confirmed()) },
  hasNotObjected: { yes: () => of(chapter.confirmed()), no: () => of(objected()) },
  isAt: {
    yes: () => of(chapter.inTraining(), undefined, 'selfLearning'),
    no: () => of(chapter.inTraining(), undefined, 'classical'),
  },
  isScored: { yes: () => of(chapter.scored()), no: () => of(chapter.trained()) },
  passesIntegrated: {
    yes: () => of(chapter.scored({ option: 'integrated' }), decided('passed')),
    no: () => of(chapter.scored(), decided('passed')),
  },
  passesSeparate: {
    yes: () => of(chapter.scored(), decided('passed')),
    no: () => of(chapter.scored(), decided('deferred')),
  },
  defers: {
    yes: () => of(chapter.scored(), decided('deferred')),
    no: () => of(chapter.scored({}, { maxRemedials: 0 }), decided('passed')),
  },
  isRetest: { yes: () => of(retested()), no: () => of(chapter.assessed()) },
  isNotRetest: { yes: () => of(chapter.assessed()), no: () => of(retested()) },
  isMet: { yes: () => of(chapter.assessed()), no: () => of(chapter.assessed({ M1: 2 })) },
  areRoundsUsed: { yes: () => of(chapter.awaitingRetest()), no: () => of(chapter.inRemediation()) },
};

function objected(): Story {
  return chapter.confirmed().sends('placementObjected', { reason: 'x' });
}

const { guards } = definitionWith({ maxRounds: 1 }).machine.implementations as unknown as {
  guards: Record<string, (args: object, params: unknown) => boolean>;
};

describe('every guard', () => {
  it('is in the table', () => {
    expect(Object.keys(GUARDS).sort()).toEqual(Object.keys(guards).sort());
  });

  it.each(Object.keys(GUARDS))('%s says yes and no', (name) => {
    const ask = ({ context, event: sent, params }: Case) =>
      guards[name]!({ context, event: sent ?? event('none') }, params);
    expect(ask(GUARDS[name]!.yes())).toBe(true);
    expect(ask(GUARDS[name]!.no())).toBe(false);
  });
});
