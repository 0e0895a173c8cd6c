import { Button, Group, List, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import { faultsAt } from '../parts/faults-at.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { dayInWords } from '../words/dates.js';
import type { AccountDetail } from './accounts.js';

type Subject = AccountDetail['subjects'][number];

/** How the organisation's own provider names the owner of the account: linked and ended here. */
export function ProviderPart({ of }: { of: AccountDetail }) {
  const { t } = useTranslation();
  const [ended, setEnded] = useState<Subject | null>(null);
  return (
    <Part title={t('accounts.provider')}>
      <Text size="sm" mb="sm">
        {t('accounts.providerAbout')}
      </Text>
      {of.subjects.length === 0 && <Text size="sm">{t('accounts.notLinked')}</Text>}
      <List listStyleType="none" spacing="xs" mb="md">
        {of.subjects.map((one) => (
          <List.Item key={`${one.issuer} ${one.subject}`}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {one.subject}
                </Text>
                <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
                  {one.issuer} · {t('accounts.linkedSince', { day: dayInWords(one.since) })}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('accounts.unlinkOf', { subject: one.subject })}
                onClick={() => setEnded(one)}
              >
                {t('accounts.unlink')}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
      <LinkForm id={of.id} />
      {ended && <EndLinkDialog id={of.id} of={ended} onClose={() => setEnded(null)} />}
    </Part>
  );
}

function LinkForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState('');
  const link = useDoing({
    send: () =>
      answerOf(
        api.PUT('/api/v1/accounts/{id}/oidc-subject', {
          params: { path: { id } },
          body: { subject: subject.trim() },
        }),
      ),
    told: () => t('accounts.linked'),
    onDone: () => setSubject(''),
  });
  const { at, left } = faultsAt(link.error, ['subject']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.mutate(undefined);
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={t('accounts.subject')}
          description={t('accounts.subjectAbout')}
          value={subject}
          error={at['subject']}
          maxLength={255}
          required
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          w={{ base: '100%', xs: 320 }}
        />
        <Button type="submit" variant="default" loading={link.isPending}>
          {t('accounts.link')}
        </Button>
      </Group>
      <Refusal of={left} />
    </form>
  );
}

function EndLinkDialog({ id, of, onClose }: { id: string; of: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { issuer, subject } = of;
  return (
    <AskAndDo
      question={{
        title: t('accounts.unlinkAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t('accounts.unlink'),
        isHarmful: true,
      }}
      send={(reason) =>
        answerOf(
          api.DELETE('/api/v1/accounts/{id}/oidc-subject', {
            params: { path: { id } },
            body: { issuer, subject, reason },
          }),
        )
      }
      told={() => t('accounts.unlinked')}
      onClose={onClose}
    >
      <Text size="sm">{t('accounts.unlinkAbout', { subject })}</Text>
    </AskAndDo>
  );
}
