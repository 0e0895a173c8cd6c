/** A letter on its way to one person. */
export interface Mail {
  /** Names the letter for good: the same id sent twice is one letter to whoever receives it. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where mail can be turned off; null while nobody knows under which address this system is reached. */
  unsubscribe: string | null;
}

/** `permanent`: the address or the letter was refused, and another attempt would be refused as well. */
export type MailOutcome = { ok: true } | { ok: false; permanent: boolean; cause: string };

/** Takes letters one at a time and never throws; a cause names no address. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
