import type { RefusalDetail, Refused } from '#libs/platform';

/** Carries a refusal from a controller, guard or pipe to the filter. Only the HTTP layer throws it. */
export class ProblemException extends Error {
  constructor(
    readonly refusal: RefusalDetail,
    options?: ErrorOptions,
  ) {
    super(refusal.code, options);
    this.name = 'ProblemException';
  }
}

/**
 * The way from a use case's answer to HTTP: a refusal becomes a problem, anything else is handed on.
 * `return accepted(await useCase(...)).cohort`
 */
export function accepted<T extends { ok: true }>(answer: T | Refused): T {
  if (answer.ok) return answer;
  throw new ProblemException(answer.refusal);
}

export function problem(
  code: string,
  rest: Omit<RefusalDetail, 'code'> = {},
  options?: ErrorOptions,
): ProblemException {
  return new ProblemException({ code, ...rest }, options);
}
