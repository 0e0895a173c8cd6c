export const ORGANISATION_KINDS = ['lan', 'institute', 'centre', 'agency'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation {
  id: string;
  code: string;
  kind: OrganisationKind;
  name: string;
  /** The zone in which the organisation reckons its days. */
  zone: string;
}

export const ACCREDITATION_CATEGORIES = ['A', 'B', 'C'] as const;
export type AccreditationCategory = (typeof ACCREDITATION_CATEGORIES)[number];

/** How a centre stands with BKN, from one day to another, both of them included. */
export interface Accreditation {
  category: AccreditationCategory;
  /** Of the decision by which it was given. */
  number: string;
  validFrom: string;
  validUntil: string;
}
