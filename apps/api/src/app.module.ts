import { type DynamicModule, Module } from '@nestjs/common';
import {
  ApiTokens,
  OwnProof,
  OwnSessions,
  Passwords,
  Recoveries,
  SecondFactor,
  Sessions,
  SignIn,
} from '#libs/access';
import { AccountsSheetController } from './administration/accounts-sheet.controller.js';
import { AccountsController } from './administration/accounts.controller.js';
import { OrganisationMembersController } from './administration/members.controller.js';
import { OrganisationsController } from './administration/organisations.controller.js';
import { UnitsController } from './administration/units.controller.js';
import { AnalysesController } from './analyses/analyses.controller.js';
import {
  ACCESS_STORE,
  type ApiParts,
  AUDIT,
  CLOCK,
  KNOWLEDGE,
  METRICS,
  OIDC,
  READINESS,
} from './api-parts.js';
import { OidcController } from './auth/oidc.controller.js';
import { OwnProofController } from './auth/own-proof.controller.js';
import { OwnPasswordController } from './auth/own-password.controller.js';
import { OwnSessionsController } from './auth/own-sessions.controller.js';
import { RecoveriesController } from './auth/recoveries.controller.js';
import { SecondFactorController } from './auth/second-factor.controller.js';
import { SignInRulesController } from './auth/sign-in-rules.controller.js';
import { SessionsController } from './auth/sessions.controller.js';
import { CompetenciesController } from './catalogue/competencies.controller.js';
import { CurrentKnowledge } from './catalogue/current-knowledge.js';
import { ProgrammesController } from './catalogue/programmes.controller.js';
import { SettingsController } from './catalogue/settings.controller.js';
import { HealthController } from './health/health.controller.js';

const CONTROLLERS = [
  SessionsController,
  OwnPasswordController,
  OwnProofController,
  OwnSessionsController,
  SecondFactorController,
  RecoveriesController,
  OidcController,
  SignInRulesController,
  OrganisationsController,
  OrganisationMembersController,
  AccountsController,
  AccountsSheetController,
  UnitsController,
  ProgrammesController,
  CompetenciesController,
  SettingsController,
  AnalysesController,
  HealthController,
];

@Module({})
export class AppModule {
  /** Global: product modules inject `Sessions`, `KNOWLEDGE`, `ACCESS_STORE` and `AUDIT` without importing anything. */
  static of(parts: ApiParts): DynamicModule {
    const values = [
      { provide: Sessions, useValue: parts.sessions },
      { provide: SignIn, useValue: parts.signIn },
      { provide: Passwords, useValue: parts.passwords },
      { provide: Recoveries, useValue: parts.recoveries },
      { provide: SecondFactor, useValue: parts.secondFactor },
      { provide: OwnSessions, useValue: parts.ownSessions },
      { provide: OwnProof, useValue: parts.ownProof },
      { provide: ApiTokens, useValue: parts.tokens },
      { provide: OIDC, useValue: parts.oidc },
      { provide: CLOCK, useValue: parts.clock },
      { provide: KNOWLEDGE, useValue: parts.knowledge },
      { provide: ACCESS_STORE, useValue: parts.access },
      { provide: AUDIT, useValue: parts.audit },
      { provide: READINESS, useValue: parts.readiness ?? [] },
      { provide: METRICS, useValue: parts.metrics ?? [] },
    ];
    return {
      module: AppModule,
      global: true,
      imports: parts.modules ?? [],
      controllers: CONTROLLERS,
      providers: [...values, CurrentKnowledge],
      exports: [...values.map(({ provide }) => provide), CurrentKnowledge],
    };
  }
}
