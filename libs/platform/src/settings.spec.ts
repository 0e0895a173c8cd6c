import { parseSettings, SettingsFaults } from './settings.js';

describe('settings', () => {
  it('need nothing', () => {
    expect(parseSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataFolder: '.titian',
      sandbox: true,
    });
  });

  it('name every bad key at once', () => {
    const parse = () =>
      parseSettings({ PORT: '70000', DATABASE_URL: 'mysql://x', TITIAN_SANDBOX: 'maybe', LOG_LEVEL: 'loud' });
    expect(parse).toThrow(SettingsFaults);
    expect(parse).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*TITIAN_SANDBOX[\s\S]*LOG_LEVEL/);
  });

  it.each([
    [{ DATABASE_URL: 'postgres://db/titian' }, false],
    [{ DATABASE_URL: 'postgres://db/titian', TITIAN_SANDBOX: 'true' }, true],
    [{ TITIAN_SANDBOX: 'false' }, false],
  ])('are a sandbox only without a database of their own, unless told: %j', (environment, sandbox) => {
    expect(parseSettings(environment).sandbox).toBe(sandbox);
  });

  it('send no mail without a server, and none without a sender', () => {
    const SMTP_URL = 'smtp://mail.example:587';
    expect(parseSettings({}).mail).toBeNull();
    expect(parseSettings({ MAIL_FROM: 'titian@example.go.id' }).mail).toBeNull();
    expect(parseSettings({ SMTP_URL, MAIL_FROM: 'Titian <titian@example.go.id>' }).mail).toEqual({
      smtpUrl: SMTP_URL,
      from: 'Titian <titian@example.go.id>',
    });
    expect(() => parseSettings({ SMTP_URL, PORT: 'x' })).toThrow(
      /PORT[\s\S]*MAIL_FROM: is needed with SMTP_URL/,
    );
  });

  it.each(['http://mail.example', 'mail.example:25'])('refuse the mail server %s', (SMTP_URL) => {
    expect(() => parseSettings({ SMTP_URL, MAIL_FROM: 'a@example.id' })).toThrow(SettingsFaults);
  });

  it.each(['nobody', 'a@b.id, c@d.id', 'A <a@b.id>\nBcc: c@d.id', '"A" <a@b.id>x'])(
    'refuse the sender %j',
    (MAIL_FROM) => {
      expect(() => parseSettings({ MAIL_FROM })).toThrow(SettingsFaults);
    },
  );

  it('take an empty value for none, and leave alone what is not theirs', () => {
    expect(parseSettings({ PORT: '', PATH: '/bin' }).port).toBe(3000);
  });

  it.each(['3000.5', '-1', '0x10', 'eighty', ' 80'])('refuse the port %s', (PORT) => {
    expect(() => parseSettings({ PORT })).toThrow(SettingsFaults);
  });
});
