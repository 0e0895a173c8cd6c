import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '../cohorts/cohort-view.js';
import { faultsAt } from '../parts/faults-at.js';
import { ReasonInput } from '../parts/reason-input.js';
import { Refusal } from '../parts/refusal.js';
import { datesOf, move, shifted, type Dates, type Move } from './move.js';
import { MoveReport } from './move-report.js';

/** What a preview has to be asked with; nothing of it is written down. */
const NO_REASON_YET = '–';

export function DatesForm({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [dates, setDates] = useState(() => datesOf(cohort));
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<{ dates: Dates; answer: Move } | null>(null);
  const [done, setDone] = useState<Move | null>(null);
  const preview = useMutation({
    mutationFn: async () => ({
      dates,
      answer: await move(cohort.id, dates, reason.trim() || NO_REASON_YET, true),
    }),
    onSuccess: setSeen,
  });
  const carryOut = useMutation({
    mutationFn: () => move(cohort.id, dates, reason.trim(), false),
    onSuccess: async (answer) => {
      setDone(answer);
      setSeen(null);
      setReason('');
      await queries.invalidateQueries();
    },
  });
  const isChanged = JSON.stringify(dates) !== JSON.stringify(datesOf(cohort));
  const isSeen = seen !== null && seen.dates === dates;
  const change = (next: Dates) => {
    setDates(next);
    setDone(null);
    carryOut.reset();
  };
  const { at, left } = faultsAt(carryOut.error ?? preview.error, pathsOf(dates));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSeen) carryOut.mutate();
    else preview.mutate();
  };
  return (
    <Stack>
      <form onSubmit={submit}>
        <Stack>
          <Text maw={760}>{t('dates.about')}</Text>
          <Fields dates={dates} faults={at} onChange={change} />
          <Shift onShift={(days) => change(shifted(dates, days))} />
          <Checkbox
            label={t('dates.moveSessions')}
            checked={dates.moveSessions}
            onChange={({ currentTarget }) => change({ ...dates, moveSessions: currentTarget.checked })}
          />
          {(seen?.answer.clashes.length ?? 0) > 0 && (
            <Checkbox
              label={t('dates.allowClashes')}
              checked={dates.allowClashes}
              onChange={({ currentTarget }) => {
                const next = { ...dates, allowClashes: currentTarget.checked };
                setDates(next);
                setSeen(seen && { ...seen, dates: next });
              }}
            />
          )}
          <Refusal of={left} />
          {isSeen && (
            <>
              <MoveReport of={seen.answer} title={t('dates.wouldMove')} movesSessions={dates.moveSessions} />
              <ReasonInput
                label={t('dates.reason')}
                about={t('dates.reasonAbout')}
                maw={760}
                value={reason}
                onChange={setReason}
              />
            </>
          )}
          <Group>
            {isSeen ? (
              <Button type="submit" loading={carryOut.isPending} disabled={reason.trim() === ''}>
                {t('dates.move')}
              </Button>
            ) : (
              <Button type="submit" loading={preview.isPending} disabled={!isChanged}>
                {t('dates.preview')}
              </Button>
            )}
            {isChanged && (
              <Button variant="default" onClick={() => change(datesOf(cohort))}>
                {t('dates.reset')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {done && <MoveReport of={done} title={t('dates.moved')} movesSessions={dates.moveSessions} />}
    </Stack>
  );
}

function pathsOf({ stages }: Dates): string[] {
  return [
    'startsOn',
    'endsOn',
    ...stages.flatMap((_, index) => [`stages[${String(index)}].from`, `stages[${String(index)}].to`]),
  ];
}

interface FieldsProps {
  dates: Dates;
  faults: Record<string, string>;
  onChange: (dates: Dates) => void;
}

function Fields({ dates, faults, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const stage = (index: number, change: Partial<Dates['stages'][number]>) =>
    onChange({
      ...dates,
      stages: dates.stages.map((one, place) => (place === index ? { ...one, ...change } : one)),
    });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }}>
      <Span
        title={t('dates.training')}
        from={dates.startsOn}
        to={dates.endsOn}
        faults={[faults['startsOn'], faults['endsOn']]}
        onFrom={(startsOn) => onChange({ ...dates, startsOn })}
        onTo={(endsOn) => onChange({ ...dates, endsOn })}
      />
      {dates.stages.map(({ stage: name, from, to }, index) => (
        <Span
          key={name}
          title={t(`stage.${name}`)}
          from={from}
          to={to}
          faults={[faults[`stages[${String(index)}].from`], faults[`stages[${String(index)}].to`]]}
          onFrom={(value) => stage(index, { from: value })}
          onTo={(value) => stage(index, { to: value })}
        />
      ))}
    </SimpleGrid>
  );
}

interface SpanProps {
  title: string;
  from: string;
  to: string;
  faults: [string | undefined, string | undefined];
  onFrom: (day: string) => void;
  onTo: (day: string) => void;
}

function Span({ title, from, to, faults: [early, late], onFrom, onTo }: SpanProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={title} bg="white">
      <TextInput
        type="date"
        label={t('dates.from')}
        required
        value={from}
        error={early}
        onChange={({ currentTarget }) => onFrom(currentTarget.value)}
      />
      <TextInput
        type="date"
        mt="xs"
        label={t('dates.to')}
        required
        value={to}
        error={late}
        onChange={({ currentTarget }) => onTo(currentTarget.value)}
      />
    </Fieldset>
  );
}

function Shift({ onShift }: { onShift: (days: number) => void }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<string | number>(7);
  const count = Number(days);
  return (
    <Group align="flex-end">
      <NumberInput
        label={t('dates.days')}
        description={t('dates.daysAbout')}
        value={days}
        onChange={setDays}
        allowDecimal={false}
        hideControls
        min={-365}
        max={365}
        w={220}
      />
      <Button
        variant="default"
        disabled={!Number.isInteger(count) || count === 0}
        onClick={() => onShift(count)}
      >
        {t('dates.shift')}
      </Button>
    </Group>
  );
}
