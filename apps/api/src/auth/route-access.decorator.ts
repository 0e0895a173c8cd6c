import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Action, TokenScope } from '#libs/access';

export const PUBLIC_ROUTE = 'titian:public';
export const ROUTE_ACTION = 'titian:action';

/** No session is asked for. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiSecurity({}));

/**
 * What the route does, by its name in the matrix of permissions. The guard turns away whoever may never do it; whether he
 * may do it to the thing that he asks for is the use case's matter, which asks the same matrix.
 */
export const May = (action: Action) =>
  applyDecorators(SetMetadata(ROUTE_ACTION, action), ApiExtension('x-action', action));

export const TOKEN_SCOPE = 'titian:token-scope';

/** A program's token with this scope may do it too. What only reads takes `read` without being told. */
export const Scope = (scope: TokenScope) =>
  applyDecorators(SetMetadata(TOKEN_SCOPE, scope), ApiExtension('x-scope', scope));

export const WITHOUT_SECOND_FACTOR = 'titian:without-second-factor';

/** Open also to whoever still has to set up the second factor that his organisation asks of him. */
export const WithoutSecondFactor = () => SetMetadata(WITHOUT_SECOND_FACTOR, true);

export const CARRIES_SECRETS = 'titian:carries-secrets';

/**
 * A password or a token goes in or out: nothing of it is kept for repeats, not even a digest, from which a password could
 * be guessed. A repeat is done again.
 */
export const CarriesSecrets = () => SetMetadata(CARRIES_SECRETS, true);
