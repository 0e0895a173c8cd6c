import { readMail, startPrivateSmtp, startSilentServer, type PrivateSmtp } from '#libs/testing';
import type { Mail } from './mail.js';
import { smtpMailer } from './smtp-mailer.js';

const from = 'Titian <titian@example.go.id>';
const mail = (more: Partial<Mail> = {}): Mail => ({
  id: '0190d6a0-0000-7000-8000-000000000001',
  to: { name: 'Contoh Satu', address: 'satu@ins-01.example' },
  subject: '[Titian] Sesi coaching – 6 April 2026',
  text: 'Jatuh tempo 6 April 2026 – mohon ditindaklanjuti.\n',
  html: '<p>Jatuh tempo 6 April 2026 – mohon ditindaklanjuti.</p>',
  unsubscribe: 'https://titian.example/u/1',
  ...more,
});

describe('mail over SMTP', () => {
  let server: PrivateSmtp;
  beforeAll(async () => {
    server = await startPrivateSmtp({
      hangsOn: (address) => address.startsWith('hang'),
      rejects: (address) => address.startsWith('unknown'),
    });
  });
  afterAll(() => server.stop());
  beforeEach(() => void server.taken.splice(0));

  it('arrives as it was written, in text and HTML, under an id of its own', async () => {
    expect(await smtpMailer({ url: server.url, from }).send(mail())).toEqual({ ok: true });
    const [taken] = server.taken;
    expect(taken).toMatchObject({ from: 'titian@example.go.id', to: ['satu@ins-01.example'] });
    const { headers, text, html } = readMail(taken!);
    expect(headers).toMatchObject({
      from: 'Titian <titian@example.go.id>',
      to: 'Contoh Satu <satu@ins-01.example>',
      subject: mail().subject,
      'message-id': '<0190d6a0-0000-7000-8000-000000000001@example.go.id>',
      'list-unsubscribe': '<https://titian.example/u/1>',
      'auto-submitted': 'auto-generated',
    });
    expect(text.trim()).toBe(mail().text.trim());
    expect(html.trim()).toBe(mail().html);
  });

  it('sent twice is recognisable as one', async () => {
    const mailer = smtpMailer({ url: server.url, from });
    await mailer.send(mail());
    await mailer.send(mail());
    const ids = server.taken.map((taken) => readMail(taken).headers['message-id']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it.each(['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '<a@b.example>', 'nobody', ''])(
    'goes to one address or to nobody: %j',
    async (address) => {
      const outcome = await smtpMailer({ url: server.url, from }).send(mail({ to: { name: 'X', address } }));
      expect(outcome).toMatchObject({ ok: false, permanent: true });
      expect(server.taken).toEqual([]);
    },
  );

  it('begins no header of its own from a name or a subject', async () => {
    const name = 'Satu\r\nBcc: lain@ins-01.example';
    const subject = 'Halo\r\nX-Evil: ya';
    await smtpMailer({ url: server.url, from }).send(
      mail({ subject, to: { name, address: 'satu@ins-01.example' } }),
    );
    const { headers } = readMail(server.taken[0]!);
    expect([headers['bcc'], headers['x-evil'], server.taken[0]?.to]).toEqual([
      undefined,
      undefined,
      ['satu@ins-01.example'],
    ]);
  });

  it('is given up for good when the server knows no such person, without repeating the address', async () => {
    const outcome = await smtpMailer({ url: server.url, from }).send(
      mail({ to: { name: 'X', address: 'unknown@ins-01.example' } }),
    );
    expect(outcome).toMatchObject({ ok: false, permanent: true });
    expect(JSON.stringify(outcome)).toContain('550');
    expect(JSON.stringify(outcome)).not.toContain('unknown@');
  });

  it('is tried again later where nobody listens', async () => {
    await server.refuse();
    const mailer = smtpMailer({ url: server.url, from });
    expect(await mailer.send(mail())).toMatchObject({ ok: false, permanent: false });
    await server.start();
    expect(await mailer.send(mail())).toEqual({ ok: true });
  });

  it('waits no longer than it may for a server that hangs, and holds up no other letter', async () => {
    const mailer = smtpMailer({ url: server.url, from, timeoutMs: 1_000 });
    const began = Date.now();
    const [hung, other] = await Promise.all([
      mailer.send(mail({ to: { name: 'X', address: 'hang@ins-01.example' } })),
      mailer.send(mail()).then((outcome) => ({ outcome, after: Date.now() - began })),
    ]);
    expect(hung).toMatchObject({ ok: false, permanent: false });
    expect(Date.now() - began).toBeGreaterThanOrEqual(990);
    expect(other.outcome).toEqual({ ok: true });
    expect(other.after).toBeLessThan(1_000);
  });

  it('waits no longer for one that never greets', async () => {
    const silent = await startSilentServer();
    const outcome = await smtpMailer({ url: silent.url, from, timeoutMs: 300 }).send(mail());
    expect(outcome).toMatchObject({ ok: false, permanent: false });
    await silent.stop();
  });
});
