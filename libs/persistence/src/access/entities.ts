import { AccountEntity, MembershipEntity } from './account.entity.js';
import { AuthSessionEntity } from './auth-session.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonDataEntity, PersonEntity } from './person.entity.js';

export const accessEntities = [
  OrganisationEntity,
  PersonEntity,
  PersonDataEntity,
  AccountEntity,
  MembershipEntity,
  AuthSessionEntity,
  IdempotencyKeyEntity,
];
