import { createMessageBook } from './message-book.js';

describe('the message book', () => {
  const book = createMessageBook({
    problems: {
      'cat.asleep': {
        title: { id: 'Kucing {{name}} tidur', en: 'The cat {{name}} sleeps' },
        detail: { id: 'Nanti saja.', en: 'Later.' },
      },
    },
  });

  it('says a code in both languages with its values filled in', () => {
    expect(book.problem('cat.asleep', 'id', { name: 'Oyen' })).toEqual({
      title: 'Kucing Oyen tidur',
      detail: 'Nanti saja.',
    });
    expect(book.problem('cat.asleep', 'en', { name: '<b>' }).title).toBe('The cat <b> sleeps');
  });

  it('says something plain of a code that it does not know', () => {
    expect(book.knows('cat.awake')).toBe(false);
    expect(book.problem('cat.awake', 'en').title).toBe('The request was refused');
    expect(book.field('no such code', 'id')).toBe('Tidak sah.');
  });
});
