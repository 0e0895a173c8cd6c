import { trainingTexts } from './training-texts.js';

describe('the texts of refusals', () => {
  it('have a title of their own for every code, in both languages', () => {
    const untitled = Object.entries(trainingTexts()).filter(([, { title }]) =>
      /^(Permintaan|The request)/.test(title.id + title.en),
    );
    expect(untitled).toEqual([]);
  });
});
