import { DeadlineEntity } from './deadline.entity.js';
import { IncidentEntity, OutboxEntity } from './delivery.entity.js';
import { InstanceEntity, JourneyPartyEntity } from './instance.entity.js';
import { EventEntity, InboxEntity } from './log.entity.js';
import { FlagEntity, TaskEntity } from './task.entity.js';

export const engineEntities = [
  InstanceEntity,
  JourneyPartyEntity,
  EventEntity,
  InboxEntity,
  DeadlineEntity,
  TaskEntity,
  FlagEntity,
  OutboxEntity,
  IncidentEntity,
];
