import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '#libs/access';
import type { Engine } from '#libs/engine';
import type { Knowledge } from '#libs/knowledge';
import {
  auditSearch,
  auditStore,
  dataRequests,
  isBroken,
  personFiles,
  retentionStore,
} from '#libs/persistence';
import { type Clock, type Log, systemClock } from '#libs/platform';
import { RetentionDesk } from '#libs/training';
import type { PrivacyParts } from '../../../api/src/index.js';

export function composeAudit({ manager }: DataSource, clock: Clock, log: Log): AuditTrail {
  return new AuditTrail({
    store: auditStore(manager),
    now: () => clock.now(),
    wall: () => systemClock.now(),
    newId: uuid,
    isOutOfReach: isBroken,
    onError: (message, fields) => log.error(message, fields),
  });
}

export interface PrivacyNeeds {
  dataSource: DataSource;
  audit: AuditTrail;
  engine: Pick<Engine, 'redact'>;
  knowledge: Pick<Knowledge, 'retention'>;
  /** Business time. */
  clock: Clock;
  log: Log;
}

export function composePrivacy({
  dataSource,
  audit,
  engine,
  knowledge,
  clock,
  log,
}: PrivacyNeeds): PrivacyParts {
  const { manager } = dataSource;
  const store = retentionStore(dataSource);
  return {
    ...{
      audit,
      auditSearch: auditSearch(manager),
      files: personFiles(manager),
      requests: dataRequests(manager),
    },
    retention: new RetentionDesk({
      ...{ store, engine, audit, knowledge, newId: uuid },
      now: () => clock.now(),
    }),
    retentionRuns: store,
    log,
  };
}
