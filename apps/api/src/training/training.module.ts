import { type DynamicModule, Module } from '@nestjs/common';
import { CertificatesController } from './certificates.controller.js';
import { ClassesController } from './classes.controller.js';
import { CoachingGroupsController } from './coaching-groups.controller.js';
import { CohortCertificatesController } from './cohort-certificates.controller.js';
import { CohortPeople } from './cohort-people.js';
import { EvaluationController } from './evaluation.controller.js';
import { VerdictsController } from './verdicts.controller.js';
import { CohortAccess } from './cohort-access.js';
import { CohortEventsController } from './cohort-events.controller.js';
import { CohortsController } from './cohorts.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { DiagramsController } from './diagrams.controller.js';
import { FeedbackController } from './feedback.controller.js';
import { GroupNames } from './group-names.js';
import { InboxController } from './inbox.controller.js';
import { JourneyAccess } from './journey-access.js';
import { JourneySheetsController } from './journey-sheets.controller.js';
import { JourneySessionsController } from './journey-sessions.controller.js';
import { JourneysController } from './journeys.controller.js';
import { ImportsController } from './imports.controller.js';
import { MailPreferencesController } from './mail-preferences.controller.js';
import { MailsController } from './mails.controller.js';
import { MeController } from './me.controller.js';
import { NoticesController } from './notices.controller.js';
import { MembersController } from './members.controller.js';
import { PeopleController } from './people.controller.js';
import { PlacementsController } from './placements.controller.js';
import { RosterController } from './roster.controller.js';
import { SandboxAccountsController } from './sandbox-accounts.controller.js';
import { SandboxController } from './sandbox.controller.js';
import { TalentPoolController } from './talent-pool.controller.js';
import { TemplatesController } from './templates.controller.js';
import { TaskTalkController } from './task-talk.controller.js';
import { TasksController } from './tasks.controller.js';
import { TimetableAccess } from './timetable-access.js';
import { TimetableAttendanceController } from './timetable-attendance.controller.js';
import { OwnTimetableController } from './timetable-own.controller.js';
import { TimetableSheetsController } from './timetable-sheets.controller.js';
import { TimetableController } from './timetable.controller.js';
import { TRAINING, type TrainingParts } from './training-parts.js';
import { Verifier } from './verifier.js';
import { VerifyController } from './verify.controller.js';

/** The routes of cohorts, journeys, tasks and certificates; the sandbox's clock only where there is one. */
@Module({})
export class TrainingModule {
  static of(parts: TrainingParts): DynamicModule {
    return {
      module: TrainingModule,
      controllers: [
        CohortsController,
        RosterController,
        ImportsController,
        TemplatesController,
        CohortEventsController,
        CoachingGroupsController,
        ClassesController,
        FeedbackController,
        PeopleController,
        MembersController,
        PlacementsController,
        JourneySheetsController,
        JourneysController,
        JourneySessionsController,
        DecisionsController,
        DiagramsController,
        TasksController,
        TaskTalkController,
        EvaluationController,
        VerdictsController,
        CohortCertificatesController,
        CertificatesController,
        VerifyController,
        TalentPoolController,
        TimetableAttendanceController,
        TimetableController,
        OwnTimetableController,
        TimetableSheetsController,
        NoticesController,
        InboxController,
        MeController,
        MailPreferencesController,
        MailsController,
        SandboxAccountsController,
        ...(parts.sandbox ? [SandboxController] : []),
      ],
      providers: [
        { provide: TRAINING, useValue: parts },
        CohortAccess,
        CohortPeople,
        GroupNames,
        JourneyAccess,
        TimetableAccess,
        Verifier,
      ],
    };
  }
}
