import { Alert, Button, Group, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { say } from '../parts/say.js';
import { Refusal } from '../parts/refusal.js';

type Preferences = paths['/api/v1/me/preferences']['get']['responses']['200']['content']['application/json'];

const MODES = ['each', 'digest', 'none'] as const;
const ZONES = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };
const LANGUAGES = { id: 'Bahasa Indonesia', en: 'English' };
const NIGHT = { from: '20:00', until: '06:00' };

const choices = (of: Record<string, string>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

export function MailForm({ known }: { known: Preferences }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(known);
  const set = (change: Partial<Preferences>) => setChosen((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const { language, mail, digestAt, quietHours, zone } = chosen;
      const body = { language, mail, digestAt, zone, quietHours: quietHours ?? (false as const) };
      return answerOf(api.PATCH('/api/v1/me/preferences', { body }));
    },
    onSuccess: async () => {
      say(t('account.saved'));
      await queries.invalidateQueries({ queryKey: ['me', 'preferences'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const quiet = chosen.quietHours;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {!known.reachable && <Alert color="yellow">{t('account.unreachable')}</Alert>}
        <Radio.Group
          label={t('account.mail')}
          value={chosen.mail}
          onChange={(mail) => set({ mail: mail as Preferences['mail'] })}
        >
          <Stack gap={6} mt={6}>
            {MODES.map((mode) => (
              <Radio key={mode} value={mode} label={t(`account.modes.${mode}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group grow align="flex-end">
          <TextInput
            type="time"
            label={t('account.digestAt')}
            value={chosen.digestAt}
            disabled={chosen.mail !== 'digest'}
            onChange={({ currentTarget }) => set({ digestAt: currentTarget.value })}
            required
          />
          <Select
            label={t('account.zone')}
            data={choices(ZONES)}
            value={chosen.zone}
            onChange={(zone) => zone && set({ zone: zone as Preferences['zone'] })}
            allowDeselect={false}
          />
        </Group>
        <Select
          label={t('account.mailLanguage')}
          data={choices(LANGUAGES)}
          value={chosen.language}
          onChange={(value) => value && set({ language: value as Preferences['language'] })}
          allowDeselect={false}
        />
        <Switch
          label={t('account.quiet')}
          checked={quiet !== null}
          onChange={({ currentTarget }) => set({ quietHours: currentTarget.checked ? NIGHT : null })}
        />
        {quiet && (
          <Group grow>
            <TextInput
              type="time"
              label={t('account.quietFrom')}
              value={quiet.from}
              onChange={({ currentTarget }) => set({ quietHours: { ...quiet, from: currentTarget.value } })}
              required
            />
            <TextInput
              type="time"
              label={t('account.quietUntil')}
              value={quiet.until}
              onChange={({ currentTarget }) => set({ quietHours: { ...quiet, until: currentTarget.value } })}
              required
            />
          </Group>
        )}
        <Refusal of={save.error} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('state.save')}
        </Button>
      </Stack>
    </form>
  );
}
