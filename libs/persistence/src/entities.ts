import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { accessEntities } from './access/index.js';
import { engineEntities } from './engine/entities.js';
import { privacyEntities } from './privacy/privacy.entity.js';
import { trainingEntities } from './training/entities.js';

type Entity = EntityTarget<ObjectLiteral> & (new () => object);

/** Every entity class of the schema. */
export const entities: Entity[] = [
  ...engineEntities,
  ...accessEntities,
  ...trainingEntities,
  ...privacyEntities,
];
