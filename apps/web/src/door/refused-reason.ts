import './words.js';

/** Why the organisation's own provider let somebody go no further, by the code that stands in the address. */
export function refusedReason(code: string) {
  if (code === 'access.oidc_unknown') return 'door.refused.unknown' as const;
  if (code === 'access.oidc_other') return 'door.refused.somebodyElse' as const;
  return code === 'access.oidc_unreachable'
    ? ('door.refused.unreachable' as const)
    : ('door.refused.other' as const);
}
