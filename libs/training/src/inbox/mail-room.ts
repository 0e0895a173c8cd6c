import { localDateOf, type Instant } from '#libs/calendar';
import { letterOf, type Mail, type Mailer } from '#libs/exchange';
import { remindersOn, type Knowledge } from '#libs/knowledge';
import { itemWords } from './item-words.js';
import { mailTime } from './mail-time.js';
import type { LeasedMail, MailStore } from './mail-store.port.js';
import { inForce } from './preferences.js';

export interface MailRoomParts {
  mails: MailStore;
  /** Null where mail is off: then people are told in their inbox only. */
  mailer: Mailer | null;
  knowledge: Pick<Knowledge, 'reminders'>;
  /** While it says no nothing is mailed of what is told, nor later: for the loading of a sandbox, which is history. */
  isOpen?: () => boolean;
  /** Under which people reach this system; null leaves links out. */
  publicUrl: string | null;
  /** Leases and attempts go on while a sandbox's clock stands still. */
  wall: () => Instant;
  onSent?: (mail: { id: string }) => void;
  /** A letter that was given up; with ids only. */
  onGivenUp?: (mail: { id: string; cause: string }) => void;
  leaseSeconds?: number;
  maxAttempts?: number;
  /** Seconds to wait after the n-th failure. */
  backoffSeconds?: (attempts: number) => number;
}

const DECIDED_AT_ONCE = 500;
const SIDE_BY_SIDE = 10;
/** Longer than any attempt may take. */
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 16;
/** Half a minute, doubling, six hours at most: sixteen attempts outlast a mail server that is away for a day. */
const doubling = (attempts: number): number => Math.min(15 * 2 ** attempts, 6 * 3600);

/** Decides what is mailed when, and sends it: to each of its readers once, however many processes do so. */
export class MailRoom {
  constructor(private readonly parts: MailRoomParts) {}

  private get isOff(): boolean {
    return this.parts.mailer === null || this.parts.isOpen?.() === false;
  }

  /** Puts what may be mailed by then into letters. `catchUp`: all that waits for a person goes in one. */
  async prepare(upTo: Instant, { catchUp }: { catchUp: boolean }): Promise<void> {
    const { mails, wall } = this.parts;
    if (this.isOff) {
      await mails.decideNone();
      return;
    }
    for (;;) {
      const items = await mails.undecided(DECIDED_AT_ONCE);
      await mails.decide(
        items.map(({ id, message, at, stored }) => ({
          id,
          mailAt: this.mailTimeOf(message, stored, catchUp && at < upTo ? upTo : at),
        })),
      );
      if (items.length < DECIDED_AT_ONCE) break;
    }
    await mails.compose({ upTo, perMoment: !catchUp, wall: wall() });
  }

  /** Sends what is ready, a few letters side by side; answers how many it took up. */
  async send(): Promise<number> {
    const { mails, mailer, wall, leaseSeconds = LEASE_SECONDS } = this.parts;
    if (!mailer) return 0;
    const now = wall();
    const claimed = await mails.claim({
      wall: now,
      leaseUntil: later(now, leaseSeconds),
      limit: SIDE_BY_SIDE,
    });
    await Promise.all(claimed.map((mail) => this.sendOne(mailer, mail)));
    return claimed.length;
  }

  private mailTimeOf(message: string, stored: LeasedMail['stored'], from: Instant): Instant | null {
    const { inboxOnly } = remindersOn(this.parts.knowledge, localDateOf(from, 'Asia/Jakarta')).mail;
    if (!stored.reachable || inboxOnly.includes(message)) return null;
    const { mail: mode, ...habits } = inForce(stored, this.parts.knowledge, from);
    return mailTime({ mode, ...habits }, from);
  }

  private async sendOne(mailer: Mailer, mail: LeasedMail): Promise<void> {
    const { mails, wall } = this.parts;
    if (mail.items.length === 0) {
      await mails.drop(mail, wall());
      return;
    }
    const outcome = await mailer.send(this.written(mail));
    if (!outcome.ok) return this.failed(mail, outcome);
    await mails.sent(mail, wall());
    this.parts.onSent?.({ id: mail.id });
  }

  private async failed(
    mail: LeasedMail,
    { permanent, cause }: { permanent: boolean; cause: string },
  ): Promise<void> {
    const { mails, wall, maxAttempts = MAX_ATTEMPTS, backoffSeconds = doubling, onGivenUp } = this.parts;
    const isSpent = permanent || mail.attempts >= maxAttempts;
    const held = await mails.fail(mail, cause, isSpent ? null : later(wall(), backoffSeconds(mail.attempts)));
    if (isSpent && held) onGivenUp?.({ id: mail.id, cause });
  }

  private written({ id, address, name, token, stored, items, count }: LeasedMail): Mail {
    const { publicUrl, knowledge, wall } = this.parts;
    const { language } = inForce(stored, knowledge, items[0]?.at ?? wall());
    const link = (path: string) => publicUrl && `${publicUrl}${path}`;
    const letter = letterOf({
      locale: language,
      name,
      items: items.map((item) => {
        const { title, text, why } = itemWords(item, language);
        const [only] = item.count === 1 ? item.subjects : [];
        return { title, text: `${text} ${why}`, href: link(only ? `/journeys/${only.journeyId}` : '/inbox') };
      }),
      more: count - items.length,
      inbox: link('/inbox'),
      preferences: link(`/api/v1/mail-preferences/${token}`),
    });
    const unsubscribe = link(`/api/v1/mail-preferences/${token}`);
    return { id, to: { name, address: address ?? '' }, ...letter, unsubscribe };
  }
}

function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
