import { createTransport } from 'nodemailer';
import { causeInWords, isPermanent } from './smtp-failure.js';
import type { Mail, Mailer, MailOutcome } from './mail.js';

export interface SmtpOptions {
  /** `smtp(s)://user:password@host:port`. */
  url: string;
  /** `Titian <titian@example.go.id>`. */
  from: string;
  /** A server that has not taken the letter by then is given up for this attempt. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;

/** One address and nothing else: a list of them, or a line break, would reach people whom nobody meant. */
const ONE_ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;

/**
 * Sends over SMTP, each letter over a connection of its own, so that a server that hangs on one holds up no other.
 * `Message-ID` is made of the letter's id: a letter that was taken just before a crash and is sent again is recognisable.
 */
export function smtpMailer({ url, from, timeoutMs = TIMEOUT_MS }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'titian.invalid';
  const sent = async (mail: Mail): Promise<MailOutcome> => {
    try {
      await transport.sendMail(messageOf(mail, from, domain));
      return { ok: true };
    } catch (error) {
      return { ok: false, permanent: isPermanent(error), cause: causeInWords(error) };
    }
  };
  return {
    send(mail) {
      if (!ONE_ADDRESS.test(mail.to.address)) return Promise.resolve(NO_ADDRESS);
      return within(timeoutMs, sent(mail));
    },
  };
}

function messageOf({ id, to, subject, text, html, unsubscribe }: Mail, from: string, domain: string) {
  return {
    ...{ from, to, subject, text, html },
    messageId: `<${id}@${domain}>`,
    envelope: { from, to: [to.address] },
    headers: {
      // Answers of absence to a machine help nobody.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe !== null && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** A server that keeps talking without coming to an end is stopped by nothing else. */
async function within(timeoutMs: number, sending: Promise<MailOutcome>): Promise<MailOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailOutcome>((resolve) => {
    timer = setTimeout(() => resolve(TOO_LATE), timeoutMs);
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

const NO_ADDRESS: MailOutcome = {
  ok: false,
  permanent: true,
  cause: 'the person has no usable mail address',
};
const TOO_LATE: MailOutcome = {
  ok: false,
  permanent: false,
  cause: 'the mail server did not answer in time',
};
