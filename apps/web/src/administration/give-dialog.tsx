import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { nameOf, type Member, type Organisation } from './administration.js';

const WAYS = ['account', 'nip'] as const;
type Way = (typeof WAYS)[number];

/** Gives somebody a role: by his user name, or by his NIP where the register knows him. */
export function GiveDialog(props: { organisation: Organisation; roles: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { organisation, roles, onClose } = props;
  const [role, setRole] = useState(roles[0] ?? '');
  const [way, setWay] = useState<Way>('account');
  const [whom, setWhom] = useState('');
  const give = useDoing({
    send: () =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/members', {
          params: { path: { id: organisation.id } },
          body: { role: role as Member['role'], [way]: whom.trim() },
        }),
      ),
    told: (member) => t('administration.given', { name: nameOf(member), role: t(`role.${member.role}`) }),
    onDone: onClose,
  });
  const { at, left } = faultsAt(give.error, ['role', 'account', 'nip']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate(undefined);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('administration.give')}
      closeButtonProps={{ 'aria-label': t('state.close') }}
      styles={{ title: { fontWeight: 650 } }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{organisation.name}</Text>
          <NativeSelect
            label={t('administration.role')}
            value={role}
            error={at['role']}
            onChange={({ currentTarget }) => setRole(currentTarget.value)}
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <Radio.Group
            label={t('administration.toWhom')}
            value={way}
            onChange={(chosen) => setWay(chosen as Way)}
          >
            <Group mt={4}>
              {WAYS.map((value) => (
                <Radio key={value} value={value} label={t(`administration.ways.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <TextInput
            label={t(`administration.whom.${way}`)}
            description={t(`administration.whomAbout.${way}`)}
            value={whom}
            error={at[way]}
            onChange={({ currentTarget }) => setWhom(currentTarget.value)}
            required
          />
          <Refusal of={left} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" loading={give.isPending}>
              {t('administration.give')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
