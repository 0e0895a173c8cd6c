import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MembershipRole } from '#libs/access';
import { Public } from '../auth/route-access.decorator.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Whom one may try the sandbox as. Everybody there is invented, and the password is told to whoever starts it. */
export interface SandboxDoor {
  accounts: {
    username: string;
    name: string | null;
    memberships: { organisation: string; role: MembershipRole }[];
  }[];
  password: string;
}

@ApiTags('sandbox')
@Controller('sandbox/accounts')
export class SandboxAccountsController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @Public()
  @ApiOperation({ summary: "The sandbox's accounts; outside the sandbox there are none" })
  @ApiOkResponse()
  list(): { items: SandboxDoor['accounts']; password: string | null } {
    const door = this.parts.sandboxDoor;
    return { items: door?.accounts ?? [], password: door?.password ?? null };
  }
}
