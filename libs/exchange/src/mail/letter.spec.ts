import { letterOf, type LetterContent } from './letter.js';

const content = (more: Partial<LetterContent> = {}): LetterContent => ({
  locale: 'id',
  name: 'Contoh Coach',
  items: [
    {
      title: 'Jatuh tempo besok: sesi coaching',
      text: 'Untuk Contoh Satu.',
      href: 'https://t.example/a?b=1&c=2',
    },
  ],
  more: 0,
  inbox: 'https://t.example/inbox',
  preferences: 'https://t.example/preferences',
  ...more,
});

describe('a letter', () => {
  it('about one thing bears its title', () => {
    expect(letterOf(content()).subject).toBe('[Titian] Jatuh tempo besok: sesi coaching');
  });

  it('about several is a digest that says how many', () => {
    const items = [...content().items, { title: 'B', text: 'b', href: null }];
    const letter = letterOf(content({ items, more: 3 }));
    expect(letter.subject).toBe('[Titian] 5 hal menunggu Anda');
    expect(letter.text).toContain('dan 3 lainnya di kotak masuk Anda.');
  });

  it('is in the language of its reader, in text and HTML', () => {
    const letter = letterOf(content({ locale: 'en' }));
    expect(letter.text).toContain('Dear Contoh Coach,');
    expect(letter.html).toContain('<html lang="en">');
    expect(letter.html).toContain('Dear Contoh Coach,');
    expect(`${letter.text}${letter.html}`).not.toMatch(/Yth|Kotak masuk/);
  });

  it('says where to see to it and where to stop such letters', () => {
    const { text, html } = letterOf(content());
    expect(text).toContain('Buka: https://t.example/a?b=1&c=2');
    expect(text).toContain('https://t.example/preferences');
    expect(html).toContain('href="https://t.example/a?b=1&amp;c=2"');
  });

  it('shows what people wrote as text, never as HTML', () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    const { html } = letterOf(
      content({ name: evil, items: [{ title: evil, text: evil, href: `https://t.example/"${evil}` }] }),
    );
    expect(html).not.toMatch(/<img/);
    expect(
      html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt;&amp;/g)?.length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('fills nothing in from what people wrote', () => {
    expect(letterOf(content({ name: '{{number}} $t(footer)' })).text).toContain(
      'Yth. {{number}} $t(footer),',
    );
  });

  it('begins no line of its own from a title or a name', () => {
    const letter = letterOf(
      content({ name: 'A\n\nB', items: [{ title: 'T\r\nBcc: x', text: 'x', href: null }] }),
    );
    expect(letter.subject).toBe('[Titian] T Bcc: x');
    expect(letter.text).toContain('Yth. A B,');
  });
});
