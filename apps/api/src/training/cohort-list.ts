import { isLocalDate } from '#libs/calendar';
import { PATHWAYS, PROGRAMMES, type Pathway, type ProgrammeCode } from '#libs/curriculum';
import { COHORT_ORDERS, type CohortFilter, type CohortOrder } from '#libs/training';
import { BooleanQuery, ChoiceField, SearchField } from '../fields/fields.js';
import { PageQuery } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';

const WHENS = ['ahead', 'now', 'over'] as const;

export class CohortsQuery extends PageQuery implements CohortFilter {
  @SearchField({ max: 100, about: 'in the name' })
  q?: string;

  @ChoiceField({ choices: PROGRAMMES, optional: true })
  programme?: ProgrammeCode;

  @ChoiceField({ choices: PATHWAYS, optional: true })
  pathway?: Pathway;

  @ChoiceField({ choices: WHENS, optional: true, about: 'by its dates; without dates it goes on' })
  when?: (typeof WHENS)[number];

  @ChoiceField({
    choices: COHORT_ORDERS,
    optional: true,
    about: 'newest first unless told; names from A, the latest start or the largest first',
  })
  order?: CohortOrder;

  @BooleanQuery({ optional: true, about: 'the other way round' })
  turned?: boolean;
}

const IS_KEY: Record<CohortOrder, (key: string) => boolean> = {
  newest: (key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key),
  name: () => true,
  startsOn: (key) => key === '-infinity' || isLocalDate(key),
  enrolled: (key) => /^\d{1,9}$/.test(key),
};

/** A key within a cursor, as its order has them; throws the problem of a cursor that belongs to another order. */
export function keyIn(key: unknown, order: CohortOrder): string {
  if (typeof key === 'string' && IS_KEY[order](key)) return key;
  throw problem('request.invalid', { errors: [{ path: 'cursor', code: 'bad_cursor' }] });
}
