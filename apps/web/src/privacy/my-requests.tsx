import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import { FormDialog } from '../parts/dialog-form.js';
import { Part } from '../parts/part.js';
import { ReasonInput } from '../parts/reason-input.js';
import { useDoing } from '../parts/use-doing.js';
import type { MyData } from './queries.js';
import { RequestLine } from './request-line.js';

/** What one asked about one's data, with its clock, and asking anew. */
export function MyRequests({ of }: { of: MyData }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'correction' | 'restriction' | null>(null);
  const close = () => setAsking(null);
  const isHeld = of.requests.some(
    ({ kind, status }) => kind === 'restriction' && (status === 'open' || status === 'accepted'),
  );
  return (
    <Part title={t('privacy.requests')}>
      <Group mb="sm">
        <Button variant="light" onClick={() => setAsking('correction')}>
          {t('privacy.askCorrection')}
        </Button>
        {!isHeld && (
          <Button variant="default" onClick={() => setAsking('restriction')}>
            {t('privacy.askRestriction')}
          </Button>
        )}
      </Group>
      {of.requests.length === 0 && (
        <Text size="sm" c="gray.7">
          {t('privacy.requestsNone')}
        </Text>
      )}
      <Stack gap="sm">
        {of.requests.map((request) => (
          <RequestLine key={request.id} request={request} />
        ))}
      </Stack>
      {asking === 'correction' && <CorrectionDialog fields={of.correctable} onClose={close} />}
      {asking === 'restriction' && <RestrictionDialog onClose={close} />}
    </Part>
  );
}

function RestrictionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <AskAndDo
      question={{
        title: t('privacy.askRestriction'),
        label: t('privacy.reason'),
        isRequired: true,
        confirm: t('privacy.send'),
      }}
      send={(reason) => answerOf(api.POST('/api/v1/me/data/restriction', { body: { reason } }))}
      told={() => t('privacy.sent')}
      onClose={onClose}
    >
      <Text size="sm">{t('privacy.restrictionAbout')}</Text>
    </AskAndDo>
  );
}

type Field = MyData['correctable'][number]['field'];

function CorrectionDialog({ fields, onClose }: { fields: MyData['correctable']; onClose: () => void }) {
  const { t } = useTranslation();
  const [field, setField] = useState<Field>(fields[0]?.field ?? 'name');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const ask = useDoing({
    send: () => answerOf(api.POST('/api/v1/me/data/corrections', { body: { field, value, reason } })),
    told: () => t('privacy.sent'),
    onDone: onClose,
  });
  const isMissing = value.trim() === '' || reason.trim().length < 3;
  return (
    <FormDialog
      title={t('privacy.correctionTitle')}
      confirm={t('privacy.send')}
      isPending={ask.isPending}
      isBarred={isMissing}
      error={ask.error}
      onClose={onClose}
      onSubmit={() => ask.mutate(undefined)}
    >
      <NativeSelect
        label={t('privacy.field')}
        value={field}
        onChange={({ currentTarget }) => setField(currentTarget.value as Field)}
        data={fields.map(({ field: key, name }) => ({ value: key, label: name }))}
      />
      <TextInput
        label={t('privacy.value')}
        type={field === 'birthDate' ? 'date' : 'text'}
        required
        maxLength={200}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <ReasonInput label={t('privacy.reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
