/** One entry of a problem's `errors`, already in the caller's language. */
export interface ProblemError {
  path: string;
  row?: number;
  column?: string;
  code: string;
  message: string;
}

/** The body of every refusal (RFC 9457, `application/problem+json`). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** The request's id, the same as in the log. */
  id: string;
  errors?: ProblemError[];
  allowedEvents?: string[];
  /** Names the first step of signing in, for the second one. */
  challenge?: string;
}

/** The identifier of a kind of problem. It is a name, not an address: nothing has to be reachable. */
export function problemType(code: string): string {
  return `urn:titian:problem:${code}`;
}
