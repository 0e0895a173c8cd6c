import { createHash } from 'node:crypto';
import type { Span } from './assumptions.js';

const WHOLE = 2 ** 48;

/**
 * What chance decides for one person. Every question has a draw of its own, made from the seed, the person's key and the
 * question's name: neither the order in which questions are asked nor what others decide changes an answer.
 */
export class Chance {
  constructor(
    private readonly seed: number,
    private readonly key: string,
  ) {}

  /** From 0 to below 1. */
  unit(question: string): number {
    const digest = createHash('sha256').update(`${this.seed}\n${this.key}\n${question}`).digest();
    return digest.readUIntBE(0, 6) / WHOLE;
  }

  happens(question: string, share: number): boolean {
    return this.unit(question) < share;
  }

  /** A whole number from the first to the second, both included. */
  between(question: string, [from, to]: Span | readonly [number, number]): number {
    return from + Math.floor(this.unit(question) * (to - from + 1));
  }

  pick<T>(question: string, choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.unit(question) * choices.length)];
    if (chosen === undefined) throw new RangeError(`nothing to pick from for ${question}`);
    return chosen;
  }

  /** Normally distributed around 0 with standard deviation 1 (Box and Muller). */
  normal(question: string): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit(`${question} r`)));
    return radius * Math.cos(2 * Math.PI * this.unit(`${question} a`));
  }
}
