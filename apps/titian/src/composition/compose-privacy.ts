import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '#libs/access';
import { auditSearch, auditStore, isBroken } from '#libs/persistence';
import { type Clock, type Log, systemClock } from '#libs/platform';
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
}

export function composePrivacy({ dataSource, audit }: PrivacyNeeds): PrivacyParts {
  return { audit, auditSearch: auditSearch(dataSource.manager) };
}
