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
