export { escapeHtml } from './escape-html.js';
export { letterOf, type Letter, type LetterContent, type LetterItem } from './letter.js';
export { linkLetterOf, type LinkLetterContent } from './link-letter.js';
export type { Mail, Mailer, MailOutcome } from './mail.js';
export { smtpMailer, type SmtpOptions } from './smtp-mailer.js';
