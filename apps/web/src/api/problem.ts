import type { components } from './schema.js';

export type Problem = components['schemas']['ProblemView'];

/** A refusal as the API words it, in the reader's language. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** No answer came at all: the network is away, or the server is. */
export class OutOfReach extends Error {}
