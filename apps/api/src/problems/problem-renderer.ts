import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import {
  currentRequestId,
  problemType,
  type FieldFault,
  type Locale,
  type Log,
  type MessageBook,
  type Problem,
  type ProblemError,
  type RefusalDetail,
} from '#libs/platform';
import { UnknownVersion } from '#libs/knowledge';
import { problem, ProblemException } from './problem.exception.js';
import { statusOf } from './problem-status.js';

/** A problem that is already rendered, on its way to the filter: a replayed answer must not change a letter. */
export class RenderedProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'RenderedProblem';
  }
}

/** Turns whatever was thrown into the one shape of a refusal, and logs what a person must act on. */
export class ProblemRenderer {
  constructor(
    private readonly messages: MessageBook,
    private readonly log: Log,
    private readonly isOutOfReach: (error: unknown) => boolean = () => false,
  ) {}

  render(thrown: unknown, locale: Locale): Problem {
    if (thrown instanceof RenderedProblem) return thrown.problem;
    const { refusal, status } = refusalOf(this.inReach(thrown));
    const id = currentRequestId() ?? randomUUID();
    if (status >= 500) this.log.error('request failed', { problemId: id, code: refusal.code, error: thrown });
    return this.problemOf(refusal, status, id, locale);
  }

  /** Once the record answers again the same request works: the caller is told to come back, not that we broke. */
  private inReach(thrown: unknown): unknown {
    return this.isOutOfReach(thrown) ? problem('server.unavailable') : thrown;
  }

  private problemOf(refusal: RefusalDetail, status: number, id: string, locale: Locale): Problem {
    // A code that brings its own detail needs no text of its own: what kind of no it is makes its title.
    const known = this.messages.knows(refusal.code)
      ? refusal.code
      : (CODE_OF_STATUS[status] ?? 'request.failed');
    const text = this.messages.problem(known, locale, refusal.params);
    return {
      type: problemType(refusal.code),
      title: text.title,
      status,
      code: refusal.code,
      detail: refusal.detail?.[locale] ?? text.detail,
      id,
      ...(refusal.errors && { errors: refusal.errors.map((fault) => this.errorOf(fault, locale)) }),
      ...(refusal.challenge !== undefined && { challenge: refusal.challenge }),
      ...(refusal.allowedEvents && { allowedEvents: refusal.allowedEvents }),
    };
  }

  private errorOf(fault: FieldFault, locale: Locale): ProblemError {
    return {
      path: fault.path,
      ...(fault.row !== undefined && { row: fault.row }),
      ...(fault.column !== undefined && { column: fault.column }),
      code: fault.code,
      message: fault.message?.[locale] ?? this.messages.field(fault.code, locale, fault.params),
    };
  }
}

function refusalOf(thrown: unknown): { refusal: RefusalDetail; status: number } {
  if (thrown instanceof ProblemException)
    return { refusal: thrown.refusal, status: statusOf(thrown.refusal) };
  // Not passing by itself: whoever runs the installation must bring the file back.
  if (thrown instanceof UnknownVersion) return { refusal: { code: 'settings.version_unknown' }, status: 503 };
  const status = httpStatusOf(thrown);
  const code = CODE_OF_STATUS[status] ?? (status >= 500 ? 'server.failed' : 'request.failed');
  return { refusal: { code, ...PARAMS_OF_STATUS[status] }, status };
}

const CODE_OF_STATUS: Record<number, string> = {
  400: 'request.malformed',
  401: 'access.unauthenticated',
  403: 'access.forbidden',
  404: 'request.not_found',
  405: 'request.method_not_allowed',
  409: 'request.conflict',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  422: 'request.invalid',
  429: 'request.too_many',
  503: 'server.unavailable',
};

const PARAMS_OF_STATUS: Record<number, Partial<RefusalDetail>> = {
  415: { params: { accepted: 'application/json' } },
};

/** Nest's exceptions and the body parser's errors (`http-errors`) know their number; all else is our fault. */
function httpStatusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof URIError) return 400;
  if (!(thrown instanceof Error) || !('status' in thrown) || !('expose' in thrown)) return 500;
  return typeof thrown.status === 'number' && thrown.expose === true ? thrown.status : 500;
}
