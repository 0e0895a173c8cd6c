import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { cohorts } from '../api/queries.js';
import { language } from '../words/language.js';
import { Choice } from './choice.js';
import type { InputProps, Said } from './field-input.js';
import { textOf } from './values.js';

const organisations = (kind: 'centre' | 'agency') => ({
  queryKey: [language(), 'organisations', kind],
  queryFn: () => answerOf(api.GET('/api/v1/organisations', { params: { query: { kind, limit: 100 } } })),
  staleTime: Infinity,
});

export function OrganisationInput({
  name,
  draft,
  error,
  change,
  kind,
  label,
  description,
  required,
}: InputProps & Said & { kind: 'centre' | 'agency' }) {
  const { data } = useQuery(organisations(kind));
  return (
    <Choice
      {...{ label, description, required, error }}
      value={textOf(draft[name])}
      set={(value) => change({ [name]: value })}
      options={(data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
    />
  );
}

/** Where somebody may be moved to: the other cohorts that the reader sees. */
export function CohortInput({
  name,
  draft,
  journey,
  error,
  change,
  label,
  description,
  required,
}: InputProps & Said) {
  const { data } = useQuery(cohorts());
  const others = (data?.items ?? []).filter(({ id }) => id !== journey.cohort.id);
  return (
    <Choice
      {...{ label, description, required, error }}
      value={textOf(draft[name])}
      set={(value) => change({ [name]: value })}
      options={others.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
