import type { RefusalDetail, RefusalKind } from '#libs/platform';

const BY_CODE: Record<string, number> = {
  'request.malformed': 400,
  'request.invalid': 422,
  'request.not_found': 404,
  'request.method_not_allowed': 405,
  'request.conflict': 409,
  'request.too_large': 413,
  'request.unsupported_media_type': 415,
  'list.too_long': 422,
  'request.file_missing': 422,
  'access.unauthenticated': 401,
  'access.session_expired': 401,
  'access.credentials_wrong': 401,
  'access.forbidden': 403,
  'access.foreign_request': 403,
  'access.token_scope': 403,
  'access.token_barred': 403,
  'access.proof_needed': 422,
  'access.second_factor_needed': 401,
  'access.challenge_over': 401,
  'access.second_factor_owed': 403,
  'access.second_factor_on': 409,
  'access.second_factor_off': 409,
  'access.code_wrong': 403,
  'access.link_invalid': 410,
  'access.second_factor_none': 409,
  'access.oidc_subject_taken': 409,
  'access.oidc_subject_unknown': 409,
  'access.mail_off': 409,
  'access.recovery_off': 409,
  'access.unreachable': 409,
  'access.mail_failed': 503,
  'access.password_wrong': 403,
  'access.too_many_attempts': 429,
  'request.too_many': 429,
  'access.username_taken': 409,
  'access.membership_unknown': 422,
  'organisation.code_taken': 409,
  'organisation.closed': 409,
  'organisation.not_closed': 409,
  'organisation.not_a_unit': 409,
  'organisation.in_use': 409,
  'member.oneself': 403,
  'member.already': 409,
  'member.ended': 409,
  'member.own_last_admin': 409,
  'member.last_admin': 409,
  'member.last_admin_planned': 409,
  'account.not_invited': 409,
  'account.oneself': 403,
  'account.elsewhere': 403,
  'account.last_admin': 409,
  'idempotency.key_reused': 422,
  'idempotency.key_invalid': 422,
  'idempotency.in_progress': 409,
  'journey.event_not_accepted': 409,
  'journey.version_conflict': 409,
  'journey.suspended': 409,
  'journey.briefing_missing': 409,
  'deadline.not_armed': 409,
  'event.unknown': 422,
  'event.role_not_allowed': 403,
  'event.payload_invalid': 422,
  'server.failed': 500,
  'server.unavailable': 503,
  'settings.version_unknown': 503,
};

const BY_KIND: Record<RefusalKind, number> = { conflict: 409, invalid: 422, forbidden: 403, notFound: 404 };

/** The HTTP number of a refusal: by its code, else by its kind, else by how the code ends. */
export function statusOf({ code, kind }: Pick<RefusalDetail, 'code' | 'kind'>): number {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (kind !== undefined) return BY_KIND[kind];
  if (code.endsWith('not_found')) return 404;
  if (code.endsWith('.forbidden') || code.endsWith('.not_allowed')) return 403;
  if (code.endsWith('.conflict')) return 409;
  return 422;
}
