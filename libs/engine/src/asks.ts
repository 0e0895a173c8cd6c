import type { Instant } from '#libs/calendar';
import type { Answer } from './answer.js';
import { fireMessageId, thinkApply, thinkFire, thinkStart, type DecisionParts } from './decide.js';
import type { Asked, IncidentReport } from './engine-store.port.js';
import { idOf } from './identity.js';
import type { DeadlineRef, Message, StartRequest } from './message.js';

/** A message as the engine works on it: what to ask of the store, and what is told should it fail. */
export interface Ask extends Asked<Answer> {
  incident: Omit<IncidentReport, 'cause' | 'detail' | 'at'>;
}

export function askToStart(parts: DecisionParts, request: StartRequest, at: Instant): Ask {
  const { definition, org, messageId } = request;
  const instanceId = request.instanceId ?? idOf(definition, org, messageId);
  return {
    ref: { instanceId, messageId },
    think: thinkStart(parts, request, instanceId, at),
    incident: { orgId: org, instanceId, kind: 'message', ref: messageId, message: { start: request } },
  };
}

export function askToApply(parts: DecisionParts, message: Message, at: Instant): Ask {
  const { instanceId, messageId } = message;
  return {
    ref: { instanceId, messageId },
    think: thinkApply(parts, message, at),
    incident: { orgId: null, instanceId, kind: 'message', ref: messageId, message: { apply: message } },
  };
}

export function askToFire(parts: DecisionParts, { instanceId, token }: DeadlineRef, at: Instant): Ask {
  return {
    ref: { instanceId, messageId: fireMessageId(token), token },
    think: thinkFire(parts, { instanceId, token }, at),
    incident: { orgId: null, instanceId, kind: 'deadline', ref: token, message: null },
  };
}

/**
 * Batches of distinct instances, in rounds: the first message of each instance comes in the first round, the second in
 * the second. Batches of one round may run side by side, rounds only one after another.
 */
export function inRounds<T extends { ref: { instanceId: string } }>(
  asks: readonly T[],
  most: number,
): T[][][] {
  const rounds: T[][] = [];
  const counts = new Map<string, number>();
  for (const ask of asks) {
    const id = ask.ref.instanceId.toLowerCase();
    const place = counts.get(id) ?? 0;
    counts.set(id, place + 1);
    (rounds[place] ??= []).push(ask);
  }
  return rounds.map((round) => inBatches(round, most));
}

function inBatches<T>(round: T[], most: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < round.length; from += most) batches.push(round.slice(from, from + most));
  return batches;
}
