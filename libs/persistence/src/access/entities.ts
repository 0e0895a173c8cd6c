import { AccountEntity, MembershipEntity, PastMembershipEntity } from './account.entity.js';
import { AuditEntryEntity, AuditHeadEntity } from './audit.entity.js';
import { AuthSessionEntity } from './auth-session.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { AccreditationEntity, OrganisationEntity } from './organisation.entity.js';
import { PersonDataEntity, PersonEntity } from './person.entity.js';

export const accessEntities = [
  OrganisationEntity,
  AccreditationEntity,
  PersonEntity,
  PersonDataEntity,
  AccountEntity,
  MembershipEntity,
  PastMembershipEntity,
  AuthSessionEntity,
  IdempotencyKeyEntity,
  AuditHeadEntity,
  AuditEntryEntity,
];
