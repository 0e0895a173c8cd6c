import type { Attempt, Decided, LeasedEffect } from '#libs/engine';
import type { RequestTraces } from '#libs/persistence';
import type { Log } from '#libs/platform';

export interface TraceLog {
  decided: (decided: Decided) => void;
  tried: (effect: LeasedEffect, attempt: Attempt) => void;
  sent: (mail: { id: string }) => void;
  givenUp: (mail: { id: string; cause: string }) => void;
}

/**
 * Lines from a request to what it caused, each with the id that its caller got as `X-Request-Id`, whichever process writes
 * them. What went well is said at `debug` only, for its id has to be looked up.
 */
export function traceLog(log: Log, traces: RequestTraces, isDebugging: boolean): TraceLog {
  const line = (
    level: 'debug' | 'warn' | 'error',
    message: string,
    fields: object,
    trace: () => Promise<object>,
  ) => {
    if (level === 'debug' && !isDebugging) return;
    // Without the record there is a line all the same.
    trace()
      .catch(() => ({}))
      .then((found) => log[level](message, { ...found, ...fields }))
      .catch(() => undefined);
  };
  const ofEffect = (id: string) => async () => {
    const requestId = await traces.ofEffect(id);
    return requestId === null ? {} : { requestId };
  };
  const ofLetter = (id: string) => async () => {
    const requestIds = await traces.ofLetter(id);
    return requestIds.length === 1 ? { requestId: requestIds[0] } : { requestIds };
  };
  return {
    decided: ({ messageId, outcome }) => {
      const { instanceId: journeyId, ok } = outcome;
      const became = ok ? { seq: outcome.seq, fired: outcome.fired } : { refused: outcome.refusal.code };
      log.debug('message decided', { journeyId, messageId, ...became });
    },
    tried: ({ id, type, instanceId: journeyId, seq, attempts }, attempt) => {
      const fields = { effect: id, type, journeyId, seq, attempts };
      if (attempt.ok) return line('debug', 'effect carried', fields, ofEffect(id));
      const { cause, isGivenUp } = attempt;
      if (!isGivenUp)
        return line('warn', 'an effect failed; it is tried again', { ...fields, cause }, ofEffect(id));
      line('error', 'an effect was given up; see GET /api/v1/incidents', { ...fields, cause }, ofEffect(id));
    },
    sent: ({ id }) => line('debug', 'letter sent', { mail: id }, ofLetter(id)),
    givenUp: ({ id, cause }) =>
      line('error', 'a letter was given up; see GET /api/v1/incidents', { mail: id, cause }, ofLetter(id)),
  };
}
