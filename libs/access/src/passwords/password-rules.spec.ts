import { passwordFault } from './password-rules.js';

const OWNER = { username: 'srahayu', about: ['Sri Rahayu Wulandari', '198002292005012001'] };
const judge = (password: string) => passwordFault(password, OWNER, { leastLength: 12 }, 'next');

describe('a new password', () => {
  it.each([
    'kapal-teduh-menyeberang-jingga',
    'correct horse battery staple',
    'tR7#vLq2!mZx9@',
    'ñandú sünde größe 雨',
  ])('may be %j', async (password) => {
    expect(await judge(password)).toBeNull();
  });

  it.each([
    ['pendek', 'too_short'],
    ['a'.repeat(257), 'too_long'],
    ['srahayusrahayu', 'password_owner'],
    ['SriRahayuWulandari', 'password_owner'],
    ['198002292005012001', 'password_owner'],
    ['password123456', 'password_common'],
    ['qwertyuiop123', 'password_common'],
    ['zxcvbnm,./zxcvbnm', 'password_keyboard'],
    ['aaaaaaaaaaaaaa', 'password_repeated'],
    ['katasandirahasia', 'password_common'],
    ['titian-sandbox', 'password_common'],
    ['Indonesia1945', 'password_common'],
    ['abcdefghijklmnop', 'password_sequence'],
    ['17-08-1945-17-08-1945', 'password_date'],
  ])('may not be %j: %s', async (password, code) => {
    const fault = await judge(password);
    expect(fault).toMatchObject({ path: 'next', code });
  });

  it('that is refused says why in both languages', async () => {
    const fault = await judge('SriRahayuWulandari');
    expect(fault?.message).toEqual({
      id: expect.stringContaining('nama pengguna Anda'),
      en: expect.stringContaining('your own name'),
    });
  });

  it('is as long as people count its letters, whatever they are made of', async () => {
    expect(await judge('🌧️🌊🌋🏝️🌾')).toMatchObject({ code: 'too_short' });
  });
});
