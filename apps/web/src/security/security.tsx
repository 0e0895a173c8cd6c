import { FactorPart } from './factor-part.js';
import { PasswordPart } from './password-part.js';
import { ProofNews } from './proof-news.js';
import { SessionsPart } from './sessions-part.js';
import { TokensPart } from './tokens-part.js';

/** How one signs in, from where one is, and what acts in one's name. */
export function Security() {
  return (
    <>
      <ProofNews />
      <PasswordPart />
      <FactorPart />
      <SessionsPart />
      <TokensPart />
    </>
  );
}
