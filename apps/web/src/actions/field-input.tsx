import { Checkbox, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AdviceLines } from './advice-lines.js';
import { Choice } from './choice.js';
import { CompetencyInput, CourseInput, SessionInput } from './journey-choices.js';
import type { Draft, JourneyView } from './event-types.js';
import type { Field } from './fields.js';
import { KsaItems } from './ksa-items.js';
import { CohortInput, OrganisationInput } from './organisation-choices.js';
import { PersonInput } from './person-input.js';
import { PlanChanges } from './plan-changes.js';
import { ProfileInput } from './profile-input.js';
import { ScoresInput } from './scores-input.js';
import { textOf, textsOf } from './values.js';

export interface InputProps {
  name: string;
  draft: Draft;
  journey: JourneyView;
  today: string;
  error: string | undefined;
  change: (changes: Draft) => void;
}

/** The input that a field of the table asks for. */
export function FieldInput({ field, ...of }: InputProps & { field: Field }) {
  const said = useSaid(field);
  const { name, draft, error, change, today } = of;
  const value = draft[name];
  const common = { ...said, error, size: 'md' as const };
  const set = (next: unknown) => change({ [name]: next });
  switch (field.as) {
    case 'text':
      return (
        <TextInput
          {...common}
          value={textOf(value)}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'longText':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          value={textOf(value)}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'date':
      return (
        <TextInput
          {...common}
          type="date"
          {...(field.limit === 'past' && { max: today })}
          {...(field.limit === 'ahead' && { min: today })}
          value={textOf(value)}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'score':
      return (
        <NumberInput
          {...common}
          inputMode="decimal"
          min={0}
          max={100}
          clampBehavior="none"
          hideControls
          decimalSeparator=","
          value={typeof value === 'number' ? value : textOf(value)}
          onChange={set}
        />
      );
    case 'check':
      return (
        <Checkbox
          {...common}
          checked={value === true}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      );
    case 'choice':
      return <OneOf {...common} values={field.values} value={textOf(value)} set={set} />;
    case 'several':
      return <Several {...common} values={field.values} value={textsOf(value)} set={set} />;
    case 'competency':
      return <CompetencyInput {...of} {...said} />;
    case 'course':
      return <CourseInput {...of} {...said} among={field.among} />;
    case 'session':
      return <SessionInput {...of} {...said} open={field.open === true} />;
    case 'organisation':
      return <OrganisationInput {...of} {...said} kind={field.kind} />;
    case 'person':
      return <PersonInput {...of} {...said} role={field.role} />;
    case 'cohort':
      return <CohortInput {...of} {...said} />;
    case 'lines':
      return <AdviceLines {...of} {...said} />;
    case 'ksa':
      return <KsaItems {...of} {...said} />;
    case 'profile':
      return <ProfileInput {...of} {...said} />;
    case 'scores':
      return <ScoresInput {...of} {...said} />;
    case 'changes':
      return <PlanChanges {...of} {...said} />;
    case 'derived':
      return null;
  }
}

export interface Said {
  label: string;
  description: string | undefined;
  required: boolean;
}

function useSaid(field: Field): Said {
  const { t } = useTranslation();
  if (field.as === 'derived') return { label: '', description: undefined, required: false };
  const isOptional = field.optional === true;
  return {
    label:
      isOptional && field.as !== 'check'
        ? t('actions.optional', { label: t(`actions.field.${field.label}`) })
        : t(`actions.field.${field.label}`),
    description: field.hint && t(`actions.hint.${field.hint}`),
    required: !isOptional && field.as !== 'check',
  };
}

interface Choosing extends Said {
  values: readonly string[];
  error: string | undefined;
  size: 'md';
}

const FEW = 3;

function OneOf({ values, value, set, ...said }: Choosing & { value: string; set: (value: string) => void }) {
  const { t } = useTranslation();
  if (values.length > FEW)
    return (
      <Choice
        {...said}
        value={value}
        set={set}
        options={values.map((one) => ({ value: one, label: t(`actions.choice.${one}`) }))}
      />
    );
  return (
    <Radio.Group {...said} value={value} onChange={set}>
      <Stack gap="xs" mt="xs">
        {values.map((one) => (
          <Radio key={one} size="md" value={one} label={t(`actions.choice.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Several({
  values,
  value,
  set,
  ...said
}: Choosing & { value: string[]; set: (value: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group {...said} value={value} onChange={set}>
      <Stack gap="xs" mt="xs">
        {values.map((one) => (
          <Checkbox key={one} size="md" value={one} label={t(`actions.choice.${one}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
