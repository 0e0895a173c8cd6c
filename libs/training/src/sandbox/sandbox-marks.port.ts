import type { Instant } from '#libs/calendar';

/** Which steps of the sandbox's loading are done, so that a load that was killed goes on where it stopped. */
export interface SandboxMarks {
  done(): Promise<Set<string>>;
  mark(step: string, at: Instant): Promise<void>;
}
