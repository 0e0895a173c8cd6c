import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { MembershipRole } from '#libs/access';

export const PUBLIC_ROUTE = 'titian:public';
export const ROUTE_ROLES = 'titian:roles';

/** No session is asked for. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiSecurity({}));

/** One of these roles in any organisation is asked for. What the caller may see or change there is the use case's matter. */
export const Roles = (...roles: MembershipRole[]) => SetMetadata(ROUTE_ROLES, roles);
