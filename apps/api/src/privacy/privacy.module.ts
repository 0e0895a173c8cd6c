import { type DynamicModule, Module } from '@nestjs/common';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { AuditController } from './audit.controller.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';

/** The routes of audit and privacy: who did what, and what is held on whom. */
@Module({})
export class PrivacyModule {
  static of(training: TrainingParts, privacy: PrivacyParts): DynamicModule {
    return {
      module: PrivacyModule,
      controllers: [AuditController],
      providers: [
        { provide: TRAINING, useValue: training },
        { provide: PRIVACY, useValue: privacy },
      ],
    };
  }
}
