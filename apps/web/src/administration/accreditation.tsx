import { Badge, Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { TONES } from '../parts/tones.js';
import { useDoing } from '../parts/use-doing.js';
import { shortDay } from '../words/dates.js';
import type { Accreditation, Organisation } from './administration.js';

const TONE = { valid: TONES.good, upcoming: TONES.calm, expired: TONES.alarm } as const;
const CATEGORIES = ['A', 'B', 'C'] as const;
const FIELDS = ['category', 'number', 'validFrom', 'validUntil'].map((field) => `accreditation.${field}`);

/** Category and how it stands, in words. */
export function AccreditationBadge({ of }: { of: Accreditation }) {
  const { t } = useTranslation();
  const { category, standing, validFrom, validUntil } = of;
  const day = shortDay(standing === 'upcoming' ? validFrom : validUntil);
  return (
    <Badge color={TONE[standing]} tt="none" h="auto" py={2} style={{ whiteSpace: 'normal' }}>
      {t('administration.category', { category })} · {t(`administration.standing.${standing}`, { day })}
    </Badge>
  );
}

/** How BKN accredited a centre: the latest first, and a place to note the next. */
export function AccreditationPart({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Part
      title={t('administration.accreditation')}
      aside={
        of.mayAdminister &&
        !isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('administration.noteAccreditation')}
          </Button>
        )
      }
    >
      {of.accreditations.length === 0 && <Text size="sm">{t('administration.notAccredited')}</Text>}
      <List listStyleType="none" spacing="xs">
        {of.accreditations.map((one) => (
          <List.Item key={one.number}>
            <Group gap="xs">
              <AccreditationBadge of={one} />
              <Text size="sm">{one.number}</Text>
              <Text size="xs" c="gray.7">
                {shortDay(one.validFrom)} – {shortDay(one.validUntil)}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
      {isOpen && <AccreditationForm id={of.id} onClose={() => setOpen(false)} />}
    </Part>
  );
}

function AccreditationForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [values, setValues] = useState({ category: 'A', number: '', validFrom: '', validUntil: '' });
  const note = useDoing({
    send: () =>
      answerOf(
        api.PATCH('/api/v1/organisations/{id}', {
          params: { path: { id } },
          body: {
            accreditation: {
              category: values.category as (typeof CATEGORIES)[number],
              number: values.number,
              validFrom: values.validFrom,
              ...(values.validUntil !== '' && { validUntil: values.validUntil }),
            },
          },
        }),
      ),
    told: () => t('administration.noted'),
    onDone: onClose,
  });
  const { at, left } = faultsAt(note.error, FIELDS);
  const field = (name: keyof typeof values) => ({
    label: t(`administration.fields.${name}`),
    value: values[name],
    error: at[`accreditation.${name}`],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setValues((known) => ({ ...known, [name]: value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    note.mutate(undefined);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <Group align="flex-start">
          <NativeSelect
            {...field('category')}
            description={t('administration.categoryAbout')}
            data={[...CATEGORIES]}
          />
          <TextInput {...field('number')} description={t('administration.numberAbout')} required />
        </Group>
        <Group align="flex-start">
          <TextInput {...field('validFrom')} type="date" required />
          <TextInput {...field('validUntil')} type="date" description={t('administration.untilAbout')} />
        </Group>
        <Refusal of={left} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('state.cancel')}
          </Button>
          <Button type="submit" loading={note.isPending}>
            {t('administration.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
