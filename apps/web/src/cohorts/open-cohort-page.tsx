import { Button, Card, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { language } from '../words/language.js';
import { CohortDates } from './open-cohort-dates.js';
import { PATHWAYS, PROGRAMMES } from './choices.js';
import { faultsOf, FIELDS, inputOf, missingIn, NEW_DRAFT, type Draft } from './open-cohort.js';
import './words.js';

/** What a cohort is, how its people are trained and when; from here straight to enrolling them. */
export function OpenCohortPage() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(NEW_DRAFT);
  const [isTried, setTried] = useState(false);
  const opening = useOpening();
  const { at, left } = faultsOf(opening.error, FIELDS);
  const missing = isTried ? missingIn(draft) : [];
  const faultAt = (path: string) => (missing.includes(path) ? t('cohort.open.missing') : at.get(path));
  const change = (changed: Partial<Draft>) => setDraft((known) => ({ ...known, ...changed }));
  return (
    <Stack maw={860}>
      <BackLink to="/cohorts">{t('cohort.title')}</BackLink>
      <div>
        <PageTitle>{t('cohort.open.title')}</PageTitle>
        <Text c="gray.7">{t('cohort.open.about')}</Text>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missingIn(draft).length === 0) opening.mutate(draft);
        }}
      >
        <Stack>
          <What draft={draft} onChange={change} faultAt={faultAt} />
          {draft.kind === 'training' && <How draft={draft} onChange={change} faultAt={faultAt} />}
          <CohortDates draft={draft} onDraft={setDraft} faultAt={faultAt} />
          <Refusal of={left} />
          <Group>
            <Button type="submit" loading={opening.isPending}>
              {t('cohort.open.submit')}
            </Button>
            <PageLink to="/cohorts">{t('state.cancel')}</PageLink>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

function useOpening() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: (draft: Draft) =>
      // The client loses which of the two kinds of cohort it is; `inputOf` is typed by the same description.
      answerOf(api.POST('/api/v1/cohorts', { body: inputOf(draft) as never })),
    onSuccess: async ({ id }) => {
      say(t('cohort.open.opened'));
      await queries.invalidateQueries({ refetchType: 'none' });
      await go({ to: '/cohorts/$id/enrolment', params: { id } });
    },
  });
}

export interface FieldsProps {
  draft: Draft;
  onChange: (changed: Partial<Draft>) => void;
  faultAt: (path: string) => string | undefined;
}

function What({ draft, onChange, faultAt }: FieldsProps) {
  const { t } = useTranslation();
  const names = useQuery({
    queryKey: [language(), 'programmes'],
    queryFn: () => answerOf(api.GET('/api/v1/programmes', { params: { query: {} } })),
    staleTime: Infinity,
  });
  const nameOf = new Map(names.data?.items.map(({ code, name }) => [code, `${name} (${code})`]));
  return (
    <Card withBorder component="section" aria-label={t('cohort.open.what')}>
      <Stack>
        <Radio.Group
          label={t('cohort.open.kind')}
          description={t('cohort.open.kindAbout')}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind as Draft['kind'] })}
        >
          <Group mt="xs">
            {(['training', 'assessment'] as const).map((kind) => (
              <Radio key={kind} value={kind} label={t(`cohort.open.kinds.${kind}`)} />
            ))}
          </Group>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('cohort.open.name')}
            placeholder={t('cohort.open.nameExample')}
            required
            maxLength={200}
            value={draft.name}
            error={faultAt('name')}
            onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
          <Select
            label={t('cohort.open.programme')}
            required={draft.kind === 'training'}
            clearable={draft.kind === 'assessment'}
            clearButtonProps={{ 'aria-label': t('cohort.open.anyProgramme') }}
            data={PROGRAMMES.map((code) => ({ value: code, label: nameOf.get(code) ?? code }))}
            value={draft.programme}
            error={faultAt('programme')}
            onChange={(programme) => onChange({ programme: programme as Draft['programme'] })}
          />
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

function How({ draft, onChange, faultAt }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('cohort.open.how')}>
      <Stack>
        <Radio.Group
          label={t('cohort.open.pathway')}
          required
          value={draft.pathway}
          error={faultAt('pathway')}
          onChange={(pathway) => onChange({ pathway: pathway as Draft['pathway'] })}
        >
          <Stack gap="xs" mt="xs">
            {PATHWAYS.map((pathway) => (
              <Radio
                key={pathway}
                value={pathway}
                label={t(`pathway.${pathway}`)}
                description={t(`cohort.open.pathways.${pathway}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {draft.pathway === 'cluster' && (
          <Radio.Group
            label={t('cohort.open.clusterBy')}
            required
            value={draft.clusterBy}
            error={faultAt('clusterBy')}
            onChange={(clusterBy) => onChange({ clusterBy: clusterBy as Draft['clusterBy'] })}
          >
            <Group mt="xs">
              {(['family', 'category'] as const).map((basis) => (
                <Radio key={basis} value={basis} label={t(`cohort.open.clusterBys.${basis}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Radio.Group
          label={t('cohort.open.assessmentOption')}
          required
          value={draft.assessmentOption}
          error={faultAt('assessmentOption')}
          onChange={(option) => onChange({ assessmentOption: option as Draft['assessmentOption'] })}
        >
          <Stack gap="xs" mt="xs">
            {(['separate', 'integrated'] as const).map((option) => (
              <Radio key={option} value={option} label={t(`cohort.open.options.${option}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Card>
  );
}
