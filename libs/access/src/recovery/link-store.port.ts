export type LinkPurpose = 'recovery' | 'invitation';

export interface LiveLink {
  accountId: string;
  username: string;
  purpose: LinkPurpose;
}

/** Links by which a password is set; of each only the digest of its token is kept. */
export interface LinkStore {
  insertLink(link: {
    tokenHash: string;
    accountId: string;
    purpose: LinkPurpose;
    createdAt: string;
    expiresAt: string;
  }): Promise<void>;
  /** How many an account was given since. */
  linksSince(accountId: string, since: string): Promise<number>;
  liveLink(tokenHash: string, at: string): Promise<LiveLink | null>;
  /** Takes it for good, and with it every other one of the account; false when somebody was faster. */
  takeLink(tokenHash: string, at: string): Promise<boolean>;
}
