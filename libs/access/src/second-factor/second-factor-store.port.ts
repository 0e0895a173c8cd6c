export interface StoredFactor {
  sealedSecret: string;
  /** Null while nobody has shown that he can make codes. */
  confirmedAt: string | null;
  /** The last step of time whose code was taken. */
  lastStep: number;
}

export interface SecondFactorStore {
  factorOf(accountId: string): Promise<StoredFactor | null>;
  /** In place of one that was never confirmed; false where there is a confirmed one. */
  beginFactor(accountId: string, sealedSecret: string, at: string): Promise<boolean>;
  confirmFactor(accountId: string, at: string): Promise<void>;
  removeFactor(accountId: string): Promise<void>;
  /** False when that step, or a later one, was taken before. */
  takeStep(accountId: string, step: number): Promise<boolean>;
  replaceRecoveryCodes(accountId: string, hashes: string[]): Promise<void>;
  /** False for one that is unknown or was taken before. */
  takeRecoveryCode(accountId: string, hash: string, at: string): Promise<boolean>;
  recoveryCodesLeft(accountId: string): Promise<number>;
  insertChallenge(challenge: {
    tokenHash: string;
    accountId: string;
    createdAt: string;
    expiresAt: string;
  }): Promise<void>;
  /** The account behind one that holds at the instant. */
  challenged(tokenHash: string, at: string): Promise<string | null>;
  endChallenge(tokenHash: string): Promise<void>;
  /** Whether an organisation asks it of the account for the office that it holds there. */
  isRequired(accountId: string): Promise<boolean>;
  /** Null for an organisation that there is not. */
  ruleOf(organisationId: string): Promise<FactorRule | null>;
  /** Answers false for an organisation that there is not. */
  require(organisationId: string, required: boolean): Promise<boolean>;
}

/** What an organisation asks of those who hold an office there. */
export interface FactorRule {
  required: boolean;
  /** Accounts with an office there that may come in. */
  officials: number;
  /** Those of them that have no second factor yet. */
  without: number;
}
