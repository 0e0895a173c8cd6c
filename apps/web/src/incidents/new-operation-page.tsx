import { Button, Fieldset, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../parts/back-link.js';
import { PageTitle } from '../parts/page-title.js';
import { ReasonInput } from '../parts/reason-input.js';
import { Refusal } from '../parts/refusal.js';
import {
  ACTIONS,
  begin,
  isWhole,
  NEW_ORDER,
  previewOf,
  type Action,
  type Order,
  type Preview,
} from './order.js';
import { PreviewReport } from './preview-report.js';
import { deadlineNames } from './queries.js';
import { Whom } from './whom.js';
import './words.js';

/** What to do, to whom, a look at what would follow, why, and then the start. */
export function NewOperationPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const [order, setOrder] = useState(NEW_ORDER);
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<{ order: Order; answer: Preview } | null>(null);
  const preview = useMutation({
    mutationFn: async () => ({ order, answer: await previewOf(order) }),
    onSuccess: setSeen,
  });
  const start = useMutation({
    mutationFn: () => begin(order, reason.trim()),
    onSuccess: async (id) => {
      await queries.invalidateQueries();
      await go({ to: '/operations/$operation', params: { operation: id } });
    },
  });
  const isSeen = seen !== null && seen.order === order;
  const change = (more: Partial<Order>) => setOrder({ ...order, ...more });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSeen) start.mutate();
    else preview.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={1000}>
        <div>
          <BackLink to="/operations">{t('incidents.allOperations')}</BackLink>
          <PageTitle>{t('incidents.begin')}</PageTitle>
        </div>
        <What order={order} onChange={change} />
        <Whom order={order} onChange={change} />
        <Refusal of={start.error ?? preview.error} />
        {isSeen && (
          <>
            <PreviewReport of={seen.answer} />
            <ReasonInput
              label={t('incidents.reason')}
              about={t('incidents.reasonAbout')}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
        <Group>
          {isSeen ? (
            <Button
              type="submit"
              loading={start.isPending}
              disabled={reason.trim() === '' || seen.answer.accepted === 0}
            >
              {t('incidents.start', { count: seen.answer.accepted })}
            </Button>
          ) : (
            <Button type="submit" loading={preview.isPending} disabled={!isWhole(order)}>
              {t('incidents.preview')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  order: Order;
  onChange: (change: Partial<Order>) => void;
}

function What({ order, onChange }: PartProps) {
  const { t } = useTranslation();
  const names = useQuery(deadlineNames());
  return (
    <Fieldset legend={t('incidents.what')} bg="white">
      <Radio.Group
        aria-label={t('incidents.what')}
        value={order.action}
        onChange={(action) => onChange({ action: action as Action })}
      >
        <Stack gap="xs">
          {ACTIONS.map((action) => (
            <Radio
              key={action}
              value={action}
              label={t(`incidents.actions.${action}`)}
              description={t(`incidents.actionAbout.${action}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {order.action === 'reschedule' && (
        <Group mt="md" align="flex-end">
          <Select
            label={t('incidents.deadline')}
            required
            searchable
            w={{ base: '100%', sm: 320 }}
            data={names.data?.items.map(({ name, label }) => ({ value: name, label })) ?? []}
            value={order.deadline}
            onChange={(deadline) => onChange({ deadline })}
          />
          <Select
            label={t('incidents.how')}
            allowDeselect={false}
            w={{ base: '100%', sm: 200 }}
            data={[
              { value: 'shift', label: t('incidents.byDays') },
              { value: 'due', label: t('incidents.toDay') },
            ]}
            value={order.by}
            onChange={(by) => onChange({ by: by === 'due' ? 'due' : 'shift' })}
          />
          {order.by === 'shift' ? (
            <TextInput
              label={t('incidents.days')}
              description={t('incidents.daysAbout')}
              required
              inputMode="numeric"
              w={{ base: '100%', sm: 200 }}
              value={order.days}
              onChange={({ currentTarget }) => onChange({ days: currentTarget.value.trim() })}
            />
          ) : (
            <TextInput
              type="date"
              label={t('incidents.day')}
              required
              value={order.due}
              onChange={({ currentTarget }) => onChange({ due: currentTarget.value })}
            />
          )}
        </Group>
      )}
      <Text size="sm" c="gray.7" mt="sm">
        {t('incidents.nothingYet')}
      </Text>
    </Fieldset>
  );
}
