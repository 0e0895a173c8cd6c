import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { OwnProof } from '#libs/access';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { May, WithoutSecondFactor } from './route-access.decorator.js';
import { tokenHashOfRequest } from './session-token.js';
import { ProofView } from './sign-in.dto.js';

@ApiTags('me')
@Controller('me/proof')
export class OwnProofController {
  constructor(private readonly proof: OwnProof) {}

  @Get()
  @WithoutSecondFactor()
  @May('account.security')
  @ApiOperation({
    summary:
      'How the caller may show that it is he who changes how one signs in: by password, or by his provider again',
  })
  @ApiOkResponse({ type: ProofView })
  ways(@CurrentActor() { accountId }: CurrentCaller, @Req() request: Request): Promise<ProofView> {
    return this.proof.waysOf(accountId, tokenHashOfRequest(request));
  }
}
