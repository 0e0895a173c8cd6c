import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { analyseGaps, judgeReport, type Profile, standardOfLevel } from '#libs/competency';
import { costLines, forParticipant, planFor, type ProfileOrigin } from '#libs/curriculum';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { CurrentKnowledge } from '../catalogue/current-knowledge.js';
import { problem } from '../problems/problem.exception.js';
import { GapAnalysisView, GapQuestionDto } from './gap-analyses.dto.js';
import { learningPlanView } from './learning-plan-view.js';
import { LearningPlanView, PlanQuestionDto } from './plan-previews.dto.js';
import { standardOf } from './standard-of.js';

/** Questions about a profile that change nothing: what a pathway would ask, before anybody is enrolled. */
@ApiTags('analyses')
@Controller()
export class AnalysesController {
  constructor(private readonly knowledge: CurrentKnowledge) {}

  @Post('gap-analyses')
  @May('analysis.reckon')
  @Scope('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'A profile against a standard' })
  @ApiOkResponse({ type: GapAnalysisView })
  gaps(@Body() { standard, profile }: GapQuestionDto, @CurrentActor() actor: CurrentCaller): GapAnalysisView {
    const catalogue = this.knowledge.catalogue();
    const policy = this.knowledge.assessmentPolicyFor(profile);
    const { cluster, family, ...analysis } = analyseGaps({
      ...{ standard: standardOf(standard, catalogue), profile, catalogue, policy },
    });
    return onlyReceives(actor) ? analysis : { ...analysis, cluster, family };
  }

  @Post('plan-previews')
  @May('analysis.reckon')
  @Scope('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a pathway would ask of this profile' })
  @ApiOkResponse({ type: LearningPlanView })
  plan(@Body() question: PlanQuestionDto, @CurrentActor() actor: CurrentCaller): LearningPlanView {
    const programme = this.knowledge.programme(question.programme);
    if (!programme) throw problem('catalogue.programme_not_found', { params: { code: question.programme } });
    const catalogue = this.knowledge.catalogue();
    const policy = this.knowledge.policy();
    const standard = question.standard
      ? standardOf(question.standard, catalogue)
      : standardOfLevel(programme.level);
    const analysis = analyseGaps({
      standard,
      profile: question.profile,
      catalogue,
      policy: this.knowledge.assessmentPolicyFor(question.profile),
    });
    const { pathway, clusterBy } = question;
    const plan = planFor({
      ...{ programme, pathway, clusterBy, analysis, catalogue, policy: policy.curriculum },
      method: question.profile.method,
    });
    const costs = costLines({
      fees: programme.feeLines,
      pathway,
      option: null,
      origin: this.originOf(question.profile, programme.level),
      feeNote: policy.curriculum.feeNote,
    });
    const seen = onlyReceives(actor) ? forParticipant(plan) : plan;
    return learningPlanView(seen, programme, costs, actor.locale);
  }

  /** Whether the profile would spare an assessment if the training started today. */
  private originOf(report: Profile, targetLevel: number): ProfileOrigin {
    const policy = this.knowledge.policy().assessment;
    const judgement = judgeReport({ report, targetLevel, validOn: this.knowledge.today(), policy });
    return judgement.reusable
      ? { kind: 'report', validUntil: judgement.validUntil }
      : { kind: 'assessment', why: judgement.detail };
  }
}

/**
 * Participant and agency must not learn the class of the cluster pathway, not even by asking what it would be (seed 002,
 * Alternative II, stigma).
 */
function onlyReceives({ memberships }: CurrentCaller): boolean {
  return memberships.every(({ role }) => role === 'participant' || role === 'agency');
}
