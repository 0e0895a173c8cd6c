import type { LocalDate, Period } from '#libs/calendar';

/** How long what is held on people is kept, and within what they are answered. */
export interface RetentionPolicy {
  version: string;
  source: string;
  validFrom: LocalDate;
  kept: {
    /** From the end of the last journey, or of the last certificate where that is later. */
    participant: Period;
    /** From the end of the last role: the name alone of whoever acted for others. */
    officialNames: Period;
    /** From the upload. */
    imports: Period;
    /** From the entry. */
    audit: Period;
    /** From the answer. */
    requests: Period;
  };
  /** Hours, ISO 8601. */
  answerWithin: string;
}
