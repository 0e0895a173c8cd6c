import { linkLetterOf, type LinkLetterContent } from './link-letter.js';

const letter = (more: Partial<LinkLetterContent> = {}) =>
  linkLetterOf({
    ...{ locale: 'id', name: 'Contoh Satu', username: 'satu', purpose: 'recovery', lastsMinutes: 30 },
    href: 'https://t.example/set-password#abc',
    ...more,
  });

describe('a letter with a link to set a password', () => {
  it('says for whom and how long the link holds, in the language of its reader', () => {
    expect(letter().text).toMatch(/Yth\. Contoh Satu,[\s\S]*\(satu\)[\s\S]*#abc[\s\S]*30 menit/);
    const english = letter({ locale: 'en', purpose: 'invitation', lastsMinutes: 72 * 60 });
    expect(english.text).toMatch(/Dear Contoh Satu,[\s\S]*user name satu[\s\S]*72 hours/);
    expect(english.subject).toBe('[Titian] Your account at Titian');
  });

  it('shows what people are called as text, never as HTML, and fills nothing in from it', () => {
    const { html, text } = letter({ name: '<img src=x>\n{{number}}' });
    expect(html).not.toContain('<img');
    expect(text).toContain('Yth. <img src=x> {{number}},');
  });
});
