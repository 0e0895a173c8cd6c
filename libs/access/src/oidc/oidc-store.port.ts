/** Who somebody of a provider is here. */
export interface OidcStore {
  accountOfSubject(issuer: string, subject: string): Promise<string | null>;
  /** Accounts that may come in and whose person has this mail address, whatever its capitals. */
  accountsOfEmail(email: string): Promise<string[]>;
  /** False where the subject is somebody else's already. */
  linkSubject(link: { issuer: string; subject: string; accountId: string; at: string }): Promise<boolean>;
  /** The oldest first. */
  subjectsOf(accountId: string): Promise<LinkedSubject[]>;
  /** False where the account has no such subject. */
  unlinkSubject(link: { issuer: string; subject: string; accountId: string }): Promise<boolean>;
}

/** How a provider names the owner of an account. */
export interface LinkedSubject {
  issuer: string;
  subject: string;
  since: string;
}
