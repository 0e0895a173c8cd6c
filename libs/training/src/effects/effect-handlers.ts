import type { EffectHandler, OutboxEffect } from '#libs/engine';
import { participantJourneyEffects, type EffectType, type ParamsOf } from '#libs/journeys';
import { issueCertificate, type IssueCertificateDeps } from '../certificates/issue-certificate.js';
import type { EffectRows } from './effect-rows.port.js';

/** Every effect of the product that leaves through the outbox, each done once: by its own key or by the certificate's ground. */
export function effectHandlers(
  rows: EffectRows,
  issuing: IssueCertificateDeps,
): Record<string, EffectHandler> {
  return {
    issueCertificate: {
      run: async (effect) => {
        await issueCertificate(issuing, effect, paramsOf('issueCertificate', effect));
      },
    },
    issueFeedback: {
      inTransaction: (effect, tx) => {
        const { to, outcome, unmet, round, nextLevel } = paramsOf('issueFeedback', effect);
        return rows.addFeedback(
          { ...groundOf(effect), addressee: to, outcome, unmet, round, nextLevel, issuedAt: effect.at },
          tx,
        );
      },
    },
    enterTalentPool: {
      inTransaction: (effect, tx) =>
        rows.enterTalentPool(
          { ...groundOf(effect), ...paramsOf('enterTalentPool', effect), enteredAt: effect.at },
          tx,
        ),
    },
    recordDevelopmentHours: {
      inTransaction: (effect, tx) =>
        rows.addDevelopmentHours({ ...groundOf(effect), ...paramsOf('recordDevelopmentHours', effect) }, tx),
    },
    notify: {
      inTransaction: (effect, tx) => {
        const { to, message, params } = paramsOf('notify', effect);
        return rows.addNotification({ ...groundOf(effect), role: to, message, params, at: effect.at }, tx);
      },
    },
  };
}

function groundOf(effect: OutboxEffect): { orgId: string; ground: string; journeyId: string } {
  return { orgId: effect.orgId, ground: effect.id, journeyId: effect.instanceId };
}

/** The outbox keeps JSON; a shape that no longer fits its schema must become an incident, never a half-filled row. */
function paramsOf<T extends EffectType>(type: T, effect: OutboxEffect): ParamsOf<T> {
  return participantJourneyEffects[type].parse(effect.params) as ParamsOf<T>;
}
