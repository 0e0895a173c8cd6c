import { ApiProperty } from '@nestjs/swagger';
import { TOKEN_SCOPES, type TokenScope } from '#libs/access';
import { BooleanField, BooleanQuery, ChoiceField, IntegerField, TextField } from '../fields/fields.js';

export class SecondStep {
  @TextField({ min: 1, max: 200, about: '`challenge` of the first step' })
  challenge!: string;

  @TextField({ min: 6, max: 20, about: 'six digits of the app, or a recovery code' })
  code!: string;
}

export class RecoveryRequest {
  @TextField({ min: 1, max: 200 })
  username!: string;
}

export class NewPassword {
  @TextField({ min: 1, max: 1024 })
  password!: string;
}

export class PasswordLinkView {
  @ApiProperty()
  username!: string;

  @ApiProperty({ enum: ['recovery', 'invitation'] })
  purpose!: 'recovery' | 'invitation';
}

export class SignInOptionsView {
  @ApiProperty({
    description:
      'whether letters go out: a forgotten password is set anew by mail, and new people are invited',
  })
  recovery!: boolean;

  @ApiProperty({ description: 'whether one may sign in by the organisation’s own provider' })
  oidc!: boolean;
}

/** That it is the owner who asks. */
export class OwnPassword {
  @TextField({
    ...{ min: 1, max: 1024, optional: true },
    about: 'the own password; not needed by whoever has just signed in again with his provider',
  })
  password?: string;
}

export class ProofView {
  @ApiProperty({
    description: 'whether he may sign in again with his provider in place of giving his password',
  })
  provider!: boolean;

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'until when he need not prove himself, for he has just done so by his provider',
  })
  until!: string | null;
}

export class OidcQuery {
  @BooleanQuery({
    optional: true,
    about: 'whoever is signed in proves to his provider anew that it is he; else it is to sign in',
  })
  again?: boolean;
}

export class OwnCode {
  @TextField({ min: 6, max: 20, about: 'six digits of the app' })
  code!: string;
}

export class PasswordAndCode extends OwnPassword {
  @TextField({ min: 6, max: 20, about: 'six digits of the app, or a recovery code' })
  code!: string;
}

export class SecondFactorView {
  @ApiProperty()
  on!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since!: string | null;

  @ApiProperty({ type: 'integer' })
  recoveryCodesLeft!: number;

  @ApiProperty({ description: 'an organisation asks it of whoever holds an office there' })
  required!: boolean;
}

export class FactorBegunView {
  @ApiProperty({ description: 'for apps that read no pictures' })
  secret!: string;

  @ApiProperty({ description: 'otpauth://…' })
  uri!: string;

  @ApiProperty({ description: 'the same as a picture (SVG) to be read by the app' })
  picture!: string;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: 'each works once; shown here and never again' })
  recoveryCodes!: string[];
}

export class SessionLineView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what the program said of itself' })
  agent!: string | null;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'within five minutes' })
  usedAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ description: 'the one from which it is asked' })
  current!: boolean;
}

export class SessionsView {
  @ApiProperty({ type: [SessionLineView] })
  items!: SessionLineView[];
}

export class NewToken extends OwnPassword {
  @TextField({ min: 1, max: 100, about: 'what it is for' })
  name!: string;

  @ChoiceField({ choices: TOKEN_SCOPES, list: { min: 1, max: 3 } })
  scopes!: TokenScope[];

  @IntegerField({ from: 1, to: 366, about: 'days for which it holds' })
  days!: number;
}

export class TokenLineView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  scopes!: TokenScope[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'within five minutes' })
  usedAt!: string | null;
}

export class TokensView {
  @ApiProperty({ type: [TokenLineView] })
  items!: TokenLineView[];
}

export class TokenMadeView extends TokenLineView {
  @ApiProperty({ description: 'shown here and never again; send it as `Authorization: Bearer …`' })
  token!: string;
}

export class SecondFactorRule {
  @BooleanField({ about: 'whoever holds an office there needs a second factor' })
  required!: boolean;
}

export class SecondFactorRuleView {
  @ApiProperty({ description: 'whoever holds an office there needs a second factor' })
  required!: boolean;

  @ApiProperty({ type: 'integer', description: 'accounts with an office there that may come in' })
  officials!: number;

  @ApiProperty({ type: 'integer', description: 'those of them without a second factor' })
  without!: number;
}

export class ResetReason {
  @TextField({ min: 3, max: 1000, about: 'how it was made sure that it is he who asks' })
  reason!: string;
}

export class ActReason {
  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;
}

export class OidcSubject {
  @TextField({ min: 1, max: 255, about: '`sub` of the provider' })
  subject!: string;
}

export class OidcSubjectEnd {
  @TextField({ min: 1, max: 2000, about: '`issuer` of the link, as the account tells it' })
  issuer!: string;

  @TextField({ min: 1, max: 255, about: '`sub` of the provider' })
  subject!: string;

  @TextField({ min: 3, max: 500, about: 'why; it stays on record' })
  reason!: string;
}

export class InvitedView {
  @ApiProperty({ format: 'date-time', description: 'until when the link holds' })
  expiresAt!: string;
}
