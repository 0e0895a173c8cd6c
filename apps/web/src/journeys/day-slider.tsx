import { Button, Group, Slider, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldingPart } from '../parts/folding-part.js';
import { dayInWords, shortDay } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import { addDays } from './past-day.js';
import './words.js';

/** Any day from the first entry to today; today is no past day. */
export function DaySlider(props: {
  first: string;
  today: string;
  day: string;
  onDay: (day: string | null) => void;
}) {
  const { t } = useTranslation();
  const { first, today, day, onDay } = props;
  const span = Math.max(daysBetween(first, today), 1);
  const [value, setValue] = useState(daysBetween(first, day));
  useEffect(() => setValue(daysBetween(first, day)), [first, day]);
  const go = (to: number) => onDay(to >= span ? null : addDays(first, Math.max(to, 0)));
  const soon = useDebouncedCallback(go, 250);
  return (
    <FoldingPart title={t('way.timeTitle')}>
      <Group align="center" gap="lg" wrap="wrap">
        <div style={{ flex: '1 1 280px', paddingBottom: 18 }}>
          <Slider
            thumbSize={24}
            min={0}
            max={span}
            value={value}
            onChange={(to) => {
              setValue(to);
              soon(to);
            }}
            label={(to) => shortDay(addDays(first, to))}
            thumbLabel={t('way.day')}
            thumbProps={{ 'aria-valuetext': dayInWords(addDays(first, value)) }}
            marks={[
              { value: 0, label: shortDay(first) },
              { value: span, label: t('way.today') },
            ]}
            styles={{ markLabel: { fontSize: 12, whiteSpace: 'nowrap' } }}
            mx={36}
          />
        </div>
        <TextInput
          type="date"
          label={t('way.day')}
          min={first}
          max={today}
          value={addDays(first, value)}
          onChange={({ currentTarget }) => {
            if (currentTarget.value === '') return;
            const to = Math.min(Math.max(daysBetween(first, currentTarget.value), 0), span);
            setValue(to);
            soon(to);
          }}
        />
        {value < span && (
          <Button variant="default" mt={22} onClick={() => onDay(null)}>
            {t('way.backToNow')}
          </Button>
        )}
      </Group>
    </FoldingPart>
  );
}

/** Says that what is below is past, and leads back. */
export function PastNote({ day, onNow }: { day: string; onNow: () => void }) {
  const { t } = useTranslation();
  return (
    <Group
      role="status"
      justify="space-between"
      p="sm"
      mb="md"
      style={{ background: '#fff3d6', border: '2px solid #a34f00', borderRadius: 8 }}
    >
      <div>
        <Text fw={700}>{t('way.asOf', { date: dayInWords(day) })}</Text>
        <Text size="sm">{t('way.asOfAbout')}</Text>
      </div>
      <Button color="dark" variant="filled" onClick={onNow}>
        {t('way.backToNow')}
      </Button>
    </Group>
  );
}
