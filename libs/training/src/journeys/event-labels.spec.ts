import { participantJourneyEvents } from '#libs/journeys';
import { eventLabel, happenedLabel } from './event-labels.js';

describe('the words for events', () => {
  it('are there for every event of the journey, told apart, in both languages', () => {
    const types = Object.keys(participantJourneyEvents);
    expect(types.length).toBeGreaterThan(30);
    for (const wordsOf of [eventLabel, happenedLabel])
      for (const language of ['id', 'en'] as const) {
        const all = types.map((type) => wordsOf(type)[language]);
        expect(new Set(all).size).toBe(types.length);
        expect(all.filter((text, index) => text === types[index])).toEqual([]);
      }
  });

  it('show an unknown one as it is, and nothing that an object brings along', () => {
    expect(eventLabel('toString')).toEqual({ id: 'toString', en: 'toString' });
  });
});
