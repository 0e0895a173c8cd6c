import { loadKnowledge, lookupIn } from '#libs/knowledge';
import { begin, lint } from '#libs/statechart';
import { participantJourneyV1 } from '#libs/journeys';

it('lints', () => {
  const def = participantJourneyV1(lookupIn(loadKnowledge('config')));
  expect(lint(def as never)).toEqual([]);
  void begin;
});
