export {
  ACCESS_STORE,
  CLOCK,
  KNOWLEDGE,
  type ApiParts,
  type Metric,
  type Reading,
  type ReadinessCheck,
} from './api-parts.js';
export { API_PREFIX, createApi } from './create-api.js';
export { createHealth, type HealthParts } from './create-health.js';

export { CurrentActor, CurrentLocale, type CurrentCaller } from './auth/current-actor.decorator.js';
export { Public, May } from './auth/route-access.decorator.js';
export { openApiDocument } from './openapi/openapi-document.js';
export {
  BooleanField,
  BooleanQuery,
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  IntegerQuery,
  NestedField,
  NumberField,
  ObjectField,
  PeriodField,
  TextField,
} from './fields/fields.js';
export { TakesFile, Upload, type UploadedFile } from './http/multipart.js';
export type { RequestCounts } from './http/request-limits.js';
export { RequestKey } from './idempotency/request-key.decorator.js';
export { OperationsModule } from './operations/operations.module.js';
export type { OperationsParts } from './operations/operations-parts.js';
export { TrainingModule } from './training/training.module.js';
export type { SandboxDoor } from './training/sandbox-accounts.controller.js';
export type { InboxParts, TrainingParts } from './training/training-parts.js';
export { profileDeps, rosterDeps, startDeps, type ImportingParts } from './training/import-deps.js';
export { HEADINGS, planImport } from './training/import-plans.js';
export { trainingTexts } from './training/training-texts.js';
export { PrivacyModule } from './privacy/privacy.module.js';
export type { PrivacyParts } from './privacy/privacy-parts.js';
