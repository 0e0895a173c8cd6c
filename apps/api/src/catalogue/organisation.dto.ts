import { ORGANISATION_KINDS, type OrganisationKind } from '#libs/access';
import { ZONES } from '#libs/calendar';
import { ChoiceField } from '../fields/fields.js';
import { PageQuery } from '../http/page.js';
import { OneOf, Text } from '../views/view-property.js';

export class OrganisationsQuery extends PageQuery {
  @ChoiceField({ choices: ORGANISATION_KINDS, optional: true })
  kind?: OrganisationKind;
}

export class OrganisationView {
  @Text(undefined, { format: 'uuid' })
  id!: string;

  @Text(undefined, { example: 'LP-01' })
  code!: string;

  @OneOf(ORGANISATION_KINDS)
  kind!: OrganisationKind;

  @Text()
  name!: string;

  @OneOf(ZONES)
  zone!: string;
}
