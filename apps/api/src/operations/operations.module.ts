import { type DynamicModule, Module } from '@nestjs/common';
import { JourneyAccess } from '../training/journey-access.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { BulkOperationsController } from './bulk-operations.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { JourneyVerbsController } from './journey-verbs.controller.js';
import { OPERATIONS, type OperationsParts } from './operations-parts.js';

/** The routes of whoever keeps things going: what is parked, and what is done to journeys from outside. */
@Module({})
export class OperationsModule {
  static of(training: TrainingParts, operations: OperationsParts): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [IncidentsController, BulkOperationsController, JourneyVerbsController],
      providers: [
        { provide: TRAINING, useValue: training },
        { provide: OPERATIONS, useValue: operations },
        JourneyAccess,
      ],
    };
  }
}
