import { type DynamicModule, Module } from '@nestjs/common';
import { JourneyAccess } from '../training/journey-access.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { AuditController } from './audit.controller.js';
import { DataRequestsController } from './data-requests.controller.js';
import { MyDataController } from './my-data.controller.js';
import { OwnJourneys } from './own-journeys.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';
import { RetentionController } from './retention.controller.js';

/** The routes of audit and privacy: who did what, and what is held on whom. */
@Module({})
export class PrivacyModule {
  static of(training: TrainingParts, privacy: PrivacyParts): DynamicModule {
    return {
      module: PrivacyModule,
      controllers: [AuditController, MyDataController, DataRequestsController, RetentionController],
      providers: [
        { provide: TRAINING, useValue: training },
        { provide: PRIVACY, useValue: privacy },
        JourneyAccess,
        OwnJourneys,
      ],
    };
  }
}
