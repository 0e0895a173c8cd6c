import {
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import type { components } from '../api/schema.js';
import { language } from '../words/language.js';
import { Choice } from './choice.js';
import type { CompetencyCode, Profile } from './event-types.js';
import type { InputProps, Said } from './field-input.js';
import { profileWith, ratingsWith } from './rating.js';

type Competency = components['schemas']['CompetencyView'];

const catalogue = () => ({
  queryKey: [language(), 'catalogue', 'competencies'],
  queryFn: () => answerOf(api.GET('/api/v1/competencies', { params: { query: { limit: 100 } } })),
  staleTime: Infinity,
});

const METHODS = ['assessmentCentre', 'sjt', 'rapid', 'online', 'dialogue'] as const;
const LEVELS = ['0', '1', '2', '3', '4', '5'];

/**
 * Eight competencies rated blind: neither the gaps nor the job-person match so far are shown, only what each level means.
 */
export function ProfileInput({ name, draft, today, error, change, label }: InputProps & Said) {
  const { t } = useTranslation();
  const account = useQuery(me()).data;
  const known = useQuery(catalogue()).data;
  const profile = draft[name] as Profile | undefined;
  const centre = account?.memberships.find(({ role }) => role === 'centre')?.orgCode;
  const set = (more: Partial<Profile>) =>
    change({ [name]: profileWith(profile, more, { today, ...(centre !== undefined && { centre }) }) });
  const ratings = profile?.ratings ?? [];
  const asked = managerial(known?.items ?? []);
  return (
    <Stack gap="md" component="fieldset" className="bare">
      <Text component="legend" fw={600} size="md">
        {label}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="date"
          size="md"
          required
          label={t('actions.field.assessedOn')}
          max={today}
          value={profile?.assessedOn ?? today}
          onChange={({ currentTarget }) => set({ assessedOn: currentTarget.value })}
        />
        <Choice
          label={t('actions.field.method')}
          required
          value={profile?.method ?? 'assessmentCentre'}
          set={(method) => set({ method: method as Profile['method'] })}
          options={METHODS.map((method) => ({ value: method, label: t(`actions.choice.${method}`) }))}
        />
      </SimpleGrid>
      <Checkbox
        size="md"
        label={t('actions.field.accredited')}
        checked={profile?.accredited ?? true}
        onChange={({ currentTarget }) => set({ accredited: currentTarget.checked })}
      />
      {error !== undefined && (
        <Text role="alert" size="sm" c="red.8">
          {error}
        </Text>
      )}
      <Text size="sm" c="gray.7" className="number" role="status">
        {t('actions.rated', { count: ratings.length, of: asked.length })}
      </Text>
      {asked.map((competency) => (
        <Rating
          key={competency.code}
          of={competency}
          ratings={ratings}
          set={(next) => set({ ratings: next })}
        />
      ))}
    </Stack>
  );
}

const managerial = (items: Competency[]) => items.filter(({ kind }) => kind === 'managerial');

function Rating(props: {
  of: Competency;
  ratings: Profile['ratings'];
  set: (ratings: Profile['ratings']) => void;
}) {
  const { t } = useTranslation();
  const { code, name, definition, levels } = props.of;
  const rating = props.ratings.find(({ competency }) => competency === code);
  const put = (more: Partial<Profile['ratings'][number]>) =>
    props.set(ratingsWith(props.ratings, code as CompetencyCode, more));
  const meaning =
    rating === undefined ? t('actions.notRated') : meaningOf(rating.level, levels, t('actions.levelNone'));
  return (
    <Fieldset legend={name}>
      <Text size="sm" c="gray.7" mb="xs">
        {definition}
      </Text>
      <SegmentedControl
        fullWidth
        size="md"
        color="river"
        aria-label={t('actions.levelFor', { name })}
        data={LEVELS}
        value={rating === undefined ? '' : String(rating.level)}
        onChange={(level) => put({ level: Number(level) })}
      />
      <Text size="sm" mt="xs" mih={42} aria-live="polite">
        {meaning}
      </Text>
      {rating !== undefined && (
        <details className="fold">
          <summary>
            {t('actions.indicators')}{' '}
            <Text component="span" size="sm" c="gray.7" className="number">
              {rating.indicatorsMet === undefined
                ? t('actions.mayBeEmpty')
                : t('actions.indicatorsOf', {
                    met: rating.indicatorsMet,
                    total: rating.indicatorsTotal ?? '–',
                  })}
            </Text>
          </summary>
          <Group gap="sm" wrap="nowrap" maw={320}>
            <NumberInput
              label={t('actions.field.indicatorsMet')}
              min={0}
              hideControls
              allowDecimal={false}
              value={rating.indicatorsMet ?? ''}
              onChange={(value) => put({ indicatorsMet: wholeOf(value) })}
            />
            <NumberInput
              label={t('actions.field.indicatorsTotal')}
              min={1}
              hideControls
              allowDecimal={false}
              value={rating.indicatorsTotal ?? ''}
              onChange={(value) => put({ indicatorsTotal: wholeOf(value) })}
            />
          </Group>
        </details>
      )}
    </Fieldset>
  );
}

const meaningOf = (level: number, levels: Competency['levels'], none: string) =>
  levels.find((one) => one.level === level)?.descriptor ?? none;

const wholeOf = (value: string | number) => (value === '' ? undefined : Number(value));
