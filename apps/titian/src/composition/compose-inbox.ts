import type { DataSource } from 'typeorm';
import type { Clock } from '#libs/engine';
import { smtpMailer } from '#libs/exchange';
import type { Knowledge } from '#libs/knowledge';
import { deputyStore, inboxStore, mailStore, preferenceStore, reminderStore } from '#libs/persistence';
import { type Log, type Settings, systemClock } from '#libs/platform';
import { InboxDesk, MailRoom } from '#libs/training';
import type { InboxParts } from '../../../api/src/index.js';
import { keepAt } from './keep-at.js';
import type { TraceLog } from './trace-log.js';

export interface InboxNeeds {
  dataSource: DataSource;
  knowledge: Knowledge;
  settings: Settings;
  /** Business time. */
  clock: Clock;
  log: Log;
  trace: TraceLog;
}

export interface InboxComposition {
  parts: InboxParts;
  desk: InboxDesk;
  /** In words, for whoever started it. */
  mailName: string;
  /** Tells and mails what is owed from now on, as any number of processes may. */
  start(): void;
  stop(): Promise<void>;
}

const REMIND_EVERY_MS = 5_000;
const MAIL_EVERY_MS = 2_000;

export function composeInbox({
  dataSource,
  knowledge,
  settings,
  clock,
  log,
  trace,
}: InboxNeeds): InboxComposition {
  const { manager } = dataSource;
  const items = inboxStore(manager);
  const mails = mailStore(manager);
  let isOpen = false;
  const mailRoom = new MailRoom({
    isOpen: () => isOpen,
    ...{ mails, knowledge, publicUrl: settings.publicUrl, wall: () => systemClock.now() },
    mailer: settings.mail && smtpMailer({ url: settings.mail.smtpUrl, from: settings.mail.from }),
    onSent: trace.sent,
    onGivenUp: trace.givenUp,
  });
  const desk = new InboxDesk({ reminders: reminderStore(manager), inbox: items, mailRoom, knowledge });
  // Apart, for a mail server that hangs must hold up no reminder.
  const loops = [
    keepAt({
      everyMs: REMIND_EVERY_MS,
      work: async () => {
        await desk.remind({ upTo: await clock.now(), catchUp: true });
        return false;
      },
      onError: (error) => log.error('a pass of reminders failed; the next one tries again', { error }),
    }),
    keepAt({
      everyMs: MAIL_EVERY_MS,
      work: async () => (await mailRoom.send()) > 0,
      onError: (error) => log.error('a round of mail failed; the next one tries again', { error }),
    }),
  ];
  return {
    parts: { items, mails, preferences: preferenceStore(manager), deputies: deputyStore(manager) },
    desk,
    mailName: settings.mail
      ? nameOf(settings.mail.smtpUrl)
      : 'off (no SMTP_URL): people are told in their inbox only',
    start: () => {
      isOpen = true;
      loops.forEach((loop) => loop.start());
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** The server without the user and password that its address may hold. */
function nameOf(smtpUrl: string): string {
  const { protocol, host } = new URL(smtpUrl);
  return `${protocol}//${host}`;
}
