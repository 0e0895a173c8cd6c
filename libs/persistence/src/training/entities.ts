import { CohortEntity, EnrolmentEntity, ImportBatchEntity } from './cohort.entity.js';
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

export const trainingEntities = [
  CohortEntity,
  EnrolmentEntity,
  ImportBatchEntity,
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
  SandboxClockEntity,
  SandboxLoadEntity,
];
