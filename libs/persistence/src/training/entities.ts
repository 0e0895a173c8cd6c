import { CohortEntity, EnrolmentEntity } from './cohort.entity.js';
import { GroupDecisionEntity, TransferEntity } from './group.entity.js';
import {
  EnrolmentSetAsideEntity,
  ImportBatchEntity,
  ImportChangeEntity,
  ImportRowEntity,
} from './import.entity.js';
import {
  DeputyEntity,
  InboxItemEntity,
  InboxPreferenceEntity,
  MailEntity,
  ReminderEntity,
  ReminderMarkEntity,
} from './inbox.entity.js';
import { operationEntities } from './operation.entity.js';
import {
  CertificateCounterEntity,
  CertificateEntity,
  DevelopmentHoursEntity,
  FeedbackEntity,
  NotificationEntity,
  TalentPoolEntryEntity,
} from './outcome.entity.js';
import {
  CourseProgressEntity,
  EvaluationScoreEntity,
  ProfileEntity,
  SessionLogEntity,
} from './record.entity.js';
import { SandboxClockEntity, SandboxLoadEntity } from './sandbox.entity.js';
import { timetableEntities } from './timetable.entity.js';

export const trainingEntities = [
  CohortEntity,
  EnrolmentEntity,
  ImportBatchEntity,
  ImportChangeEntity,
  ImportRowEntity,
  EnrolmentSetAsideEntity,
  GroupDecisionEntity,
  TransferEntity,
  ProfileEntity,
  CourseProgressEntity,
  SessionLogEntity,
  EvaluationScoreEntity,
  CertificateCounterEntity,
  CertificateEntity,
  FeedbackEntity,
  TalentPoolEntryEntity,
  DevelopmentHoursEntity,
  NotificationEntity,
  ReminderEntity,
  ReminderMarkEntity,
  InboxItemEntity,
  InboxPreferenceEntity,
  DeputyEntity,
  MailEntity,
  SandboxClockEntity,
  SandboxLoadEntity,
  ...timetableEntities,
  ...operationEntities,
];
