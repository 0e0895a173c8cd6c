import { Group, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '../cohorts/cohort-view.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Kind, SessionValues } from './session-values.js';
import { groups, programme } from './timetable.js';

const KINDS: readonly Kind[] = ['course', 'class', 'coaching'];

interface Props {
  cohort: CohortView;
  values: SessionValues;
  faults: Record<string, string>;
  onChange: (values: SessionValues) => void;
}

export function SessionFields({ cohort, values, faults, onChange }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<SessionValues>) => onChange({ ...values, ...change });
  const known = useQuery({ ...programme(cohort.programme ?? ''), enabled: cohort.programme !== null });
  const named = useQuery(groups(cohort.id));
  const courses = (known.data?.courses ?? []).filter(
    ({ stages }) => values.stage === null || stages.some(({ stage }) => stage === values.stage),
  );
  const stages = cohort.stages?.map(({ stage }) => ({ value: stage, label: t(`stage.${stage}`) })) ?? [];
  return (
    <>
      <SegmentedControl
        aria-label={t('timetable.kindLabel')}
        value={values.kind}
        onChange={(kind) => set({ kind: kind as Kind })}
        data={KINDS.map((value) => ({ value, label: t(`timetable.kind.${value}`) }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('timetable.stage')}
          required={values.kind === 'course'}
          data={stages}
          value={values.stage}
          error={faults['stage']}
          onChange={(stage) => set({ stage: stage as SessionValues['stage'] })}
        />
        {values.kind === 'course' && (
          <Select
            label={t('timetable.kind.course')}
            required
            searchable
            nothingFoundMessage={t('timetable.noCourse')}
            data={courses.map(({ code, name }) => ({ value: code, label: name }))}
            value={values.course}
            error={faults['course']}
            onChange={(course) => set({ course })}
          />
        )}
        {values.kind === 'coaching' && (
          <Select
            label={t('timetable.group')}
            required
            nothingFoundMessage={t('timetable.noGroup')}
            data={named.data?.coaching ?? []}
            value={values.group}
            error={faults['group']}
            onChange={(group) => set({ group })}
          />
        )}
        {values.kind !== 'coaching' && (named.data?.classes.length ?? 0) > 0 && (
          <Select
            label={t('timetable.class')}
            clearable
            clearButtonProps={{ 'aria-label': t('timetable.everybody') }}
            placeholder={t('timetable.everybody')}
            data={named.data?.classes ?? []}
            value={values.class}
            error={faults['class']}
            onChange={(chosen) => set({ class: chosen })}
          />
        )}
        <TextInput
          label={t('timetable.title')}
          required={values.kind === 'class'}
          maxLength={200}
          value={values.title}
          error={faults['title']}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
      </SimpleGrid>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          type="date"
          label={t('timetable.date')}
          required
          miw={150}
          value={values.date}
          error={faults['date']}
          onChange={({ currentTarget }) => set({ date: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('timetable.start')}
          required
          miw={110}
          value={values.start}
          error={faults['start']}
          onChange={({ currentTarget }) => set({ start: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('timetable.end')}
          required
          miw={110}
          value={values.end}
          error={faults['end']}
          onChange={({ currentTarget }) => set({ end: currentTarget.value })}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('timetable.room')}
          maxLength={200}
          value={values.room}
          error={faults['place.room'] ?? faults['place']}
          onChange={({ currentTarget }) => set({ room: currentTarget.value })}
        />
        <TextInput
          type="url"
          label={t('timetable.linkField')}
          placeholder="https://"
          maxLength={1000}
          value={values.link}
          error={faults['place.link']}
          onChange={({ currentTarget }) => set({ link: currentTarget.value })}
        />
        <PersonPicker
          role="coach"
          label={t('timetable.person')}
          clearable
          clearButtonProps={{ 'aria-label': t('timetable.nobody') }}
          value={values.person}
          error={faults['trainer.person'] ?? faults['trainer']}
          onChange={(person) => set({ person, ...(person && { trainer: '' }) })}
        />
        <TextInput
          label={t('timetable.trainer')}
          maxLength={200}
          value={values.trainer}
          error={faults['trainer.name']}
          onChange={({ currentTarget }) =>
            set({ trainer: currentTarget.value, ...(currentTarget.value !== '' && { person: null }) })
          }
        />
        <TextInput
          label={t('timetable.capacity')}
          inputMode="numeric"
          pattern="[0-9]*"
          value={values.capacity}
          error={faults['capacity']}
          onChange={({ currentTarget }) => set({ capacity: currentTarget.value.replace(/\D/g, '') })}
        />
      </SimpleGrid>
    </>
  );
}
