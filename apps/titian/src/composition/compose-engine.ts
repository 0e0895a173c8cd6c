import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import {
  type Clock,
  Definitions,
  type Delivery,
  EffectHandlers,
  Engine,
  type OutboxStore,
  Relay,
  Sweeper,
} from '#libs/engine';
import type { Knowledge } from '#libs/knowledge';
import {
  accessStore,
  certificateStore,
  cohortStore,
  effectRows,
  enrolmentStore,
  journeyProjections,
  PostgresEngineStore,
  PostgresOutboxStore,
} from '#libs/persistence';
import { currentRequestId, type Log, systemClock } from '#libs/platform';
import { effectHandlers, type IssueCertificateDeps, SYSTEM_SCOPE } from '#libs/training';
import { inlineEffects, releasedDefinitions } from './released.js';
import type { TraceLog } from './trace-log.js';

export interface EngineComposition {
  definitions: Definitions;
  engine: Engine;
  relay: Relay;
  sweeper: Sweeper;
  delivery: Delivery;
  /** The same engine on a data source of its own, such as one transaction; whoever asks for it delivers its effects. */
  engineOn: (dataSource: DataSource, delivery: Delivery) => Engine;
}

export interface EngineNeeds {
  dataSource: DataSource;
  knowledge: Knowledge;
  /** Business time. */
  clock: Clock;
  log: Log;
  trace?: TraceLog;
  /** How effects reach whoever carries them; without it this process carries them itself, within the request. */
  deliveryOf?: (relay: Relay, outbox: OutboxStore) => Delivery;
}

const SWEEP_EVERY_MS = 1000;
/** How long the queue has before the sweeper steps in. */
const GRACE_MS = 10_000;

/** Statecharts, their record, and who carries out what they ask for. Boots: a fault in a definition ends it here. */
export function composeEngine({
  dataSource,
  knowledge,
  clock,
  log,
  trace,
  deliveryOf,
}: EngineNeeds): EngineComposition {
  const wall = systemClock;
  const definitions = releasedDefinitions(knowledge);
  const store = new PostgresEngineStore({ dataSource, wall, requestId: currentRequestId });
  const handlers = new EffectHandlers();
  const outbox = new PostgresOutboxStore(dataSource);
  const relay = new Relay({ outbox, store, handlers, wall, ...(trace && { onTried: trace.tried }) });
  const delivery = deliveryOf?.(relay, outbox) ?? relay;
  const engine = new Engine({
    definitions,
    store,
    clock,
    inline: inlineEffects,
    handlers,
    delivery,
    projections: journeyProjections,
    ...(trace && { onDecided: trace.decided }),
  });
  const effects = effectHandlers(effectRows, issuing(dataSource, engine));
  for (const [name, handler] of Object.entries(effects)) handlers.register(name, handler);
  const rest = { definitions, clock, inline: inlineEffects, handlers, projections: journeyProjections };
  const engineOn = (on: DataSource, given: Delivery) =>
    new Engine({
      ...rest,
      store: new PostgresEngineStore({ dataSource: on, wall, requestId: currentRequestId }),
      delivery: given,
    }).boot();
  const onError = (error: unknown) =>
    log.error('a pass of the sweeper failed; the next one tries again', { error });
  const graceMs = deliveryOf ? GRACE_MS : 0;
  const sweeper = new Sweeper({ engine, relay, clock, everyMs: SWEEP_EVERY_MS, graceMs, onError });
  return { definitions, engine: engine.boot(), relay, sweeper, delivery, engineOn };
}

function issuing({ manager }: DataSource, engine: Engine): IssueCertificateDeps {
  const access = accessStore(manager);
  return {
    engine,
    certificates: certificateStore(manager),
    enrolments: enrolmentStore(manager),
    cohortOf: (id) => cohortStore(manager).byId(id, SYSTEM_SCOPE),
    orgCodeOf: async (orgId) => {
      const [organisation] = await access.organisationsById([orgId]);
      if (!organisation) throw new Error(`there is no organisation ${orgId}`);
      return organisation.code;
    },
    newId: uuid,
  };
}
