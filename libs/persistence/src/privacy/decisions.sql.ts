/** Acts of people that decide about somebody, of the journeys' logs; the index of the same condition finds them. */
export const DECISIONS = `event.type in ('placementConfirmed', 'placementRevised', 'graduationDecided', 'verdictConfirmed',
  'verdictReturned', 'roundsClosed', 'withdrawn', 'transferred', 'suspended', 'resumed', 'rescheduled', 'migrated',
  'assignmentChanged', 'revoked', 'reissued', 'entryRedacted')`;
