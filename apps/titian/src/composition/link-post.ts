import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { RecoveryParts } from '#libs/access';
import { linkLetterOf, smtpMailer } from '#libs/exchange';
import type { Log, Settings } from '#libs/platform';

/** A server that is busy gets time; whoever waits for the letter asks again if all were in vain. */
const PAUSES_MS = [0, 2_000, 10_000];

/** Sends letters with links, which stand in no table: null where there is no mail, or no address to put into a link. */
export function linkPost(
  { mail, publicUrl, signIn }: Pick<Settings, 'mail' | 'publicUrl' | 'signIn'>,
  log: Log,
): RecoveryParts['post'] {
  if (!mail || publicUrl === null) return null;
  const mailer = smtpMailer({ url: mail.smtpUrl, from: mail.from });
  return async ({ owner, purpose, token }) => {
    const lastsMinutes = purpose === 'recovery' ? signIn.recoveryMinutes : signIn.invitationHours * 60;
    const letter = linkLetterOf({
      ...{ locale: owner.language ?? 'id', name: owner.name ?? owner.username, username: owner.username },
      // Behind the hash a browser sends it to nobody: it stands in no log of any server.
      ...{ purpose, lastsMinutes, href: `${publicUrl}/set-password#${token}` },
    });
    const to = { name: owner.name ?? owner.username, address: owner.email };
    const id = uuid();
    for (const milliseconds of PAUSES_MS) {
      await pause(milliseconds, undefined, { ref: false });
      const outcome = await mailer.send({ id, to, ...letter, unsubscribe: null });
      if (outcome.ok) return { ok: true };
      log.warn('a letter with a link was not taken', { cause: outcome.cause, account: owner.accountId });
      if (outcome.permanent) break;
    }
    return { ok: false };
  };
}
