import { Button, Card, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { withDates, withStage, ZONES, type Draft } from './open-cohort.js';
import { STAGES, type Stage } from './stage-dates.js';

interface Props {
  draft: Draft;
  onDraft: Dispatch<SetStateAction<Draft>>;
  faultAt: (path: string) => string | undefined;
}

/** From when to when, where, and for how many; the stages follow from it until they are set by hand. */
export function CohortDates({ draft, onDraft, faultAt }: Props) {
  const { t } = useTranslation();
  const isTraining = draft.kind === 'training';
  return (
    <Card withBorder component="section" aria-label={t('cohort.open.dates')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {(['startsOn', 'endsOn'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={t(`cohort.open.${end}`)}
              required={isTraining}
              value={draft[end]}
              error={faultAt(end)}
              onChange={({ currentTarget: { value } }) =>
                onDraft((known) => withDates(known, { [end]: value }))
              }
            />
          ))}
          <Select
            label={t('cohort.open.zone')}
            allowDeselect={false}
            data={ZONES.map((zone) => ({ value: zone, label: t(`cohort.open.zones.${zone}`) }))}
            value={draft.zone}
            error={faultAt('zone')}
            onChange={(zone) => onDraft((known) => ({ ...known, zone: zone as Draft['zone'] }))}
          />
          <NumberInput
            label={t('cohort.open.capacity')}
            description={t('cohort.open.capacityAbout')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={100_000}
            allowDecimal={false}
            value={draft.capacity}
            error={faultAt('capacity')}
            onChange={(value) =>
              onDraft((known) => ({ ...known, capacity: typeof value === 'number' ? value : '' }))
            }
          />
        </SimpleGrid>
        {isTraining && <Stages draft={draft} onDraft={onDraft} faultAt={faultAt} />}
      </Stack>
    </Card>
  );
}

function Stages({ draft, onDraft, faultAt }: Props) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('cohort.open.stages')}>
      <Text fw={600} size="sm">
        {t('cohort.open.stages')}
      </Text>
      <Text size="sm" c="gray.7" mb="xs">
        {t('cohort.open.stagesAbout')}
      </Text>
      <Stack gap="sm">
        {STAGES.map((stage, index) => (
          <SimpleGrid key={stage} cols={{ base: 1, xs: 2 }}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(`cohort.open.${end}`, { stage: t(`stage.${stage}`) })}
                required
                value={draft.stages[stage][end]}
                error={faultAt(`stages[${String(index)}].${end}`)}
                onChange={({ currentTarget: { value } }) => setStage(onDraft, stage, end, value)}
              />
            ))}
          </SimpleGrid>
        ))}
      </Stack>
      {draft.isStagesOwn && (
        <Group mt="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onDraft((known) => withDates({ ...known, isStagesOwn: false }, {}))}
          >
            {t('cohort.open.propose')}
          </Button>
        </Group>
      )}
    </div>
  );
}

function setStage(onDraft: Props['onDraft'], stage: Stage, end: 'from' | 'to', value: string): void {
  onDraft((known) => withStage(known, stage, { [end]: value }));
}
