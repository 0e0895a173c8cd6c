import { Anchor, Badge, Button, CopyButton, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { KINDS, STATUSES, type CertificateFilter } from './certificate-filter.js';
import { addressOf, certificates, matches, type Certificate, type Certificates } from './certificates.js';
import { RevokeDialog } from './revoke-dialog.js';
import './certificates.css';
import './words.js';

/** The certificates of a cohort: who holds what, whether it is in force, and where anybody may check it. */
export function CertificatesPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const found = useQuery(certificates(id));
  return (
    <Answer of={found}>
      {(known) =>
        known.items.length === 0 ? (
          <Message title={t('certificates.empty')} about={t('certificates.emptyAbout')} />
        ) : (
          <Found cohortId={id} of={known} />
        )
      }
    </Answer>
  );
}

const AT_ONCE = 100;

function Found({ cohortId, of }: { cohortId: string; of: Certificates }) {
  const { t } = useTranslation();
  const filter = useSearch({ strict: false }) as CertificateFilter;
  const [limit, setLimit] = useState(AT_ONCE);
  const [revoked, setRevoked] = useState<Certificate | null>(null);
  const shown = of.items.filter((one) => matches(one, filter));
  return (
    <>
      <Filter cohortId={cohortId} filter={filter} />
      <Text mb="sm" role="status">
        {t('certificates.count', { count: shown.length, total: of.items.length })}
      </Text>
      {shown.length === 0 ? (
        <Message title={t('certificates.noMatch')} />
      ) : (
        <Wide label={t('certificates.table')}>
          <Table
            className="certificates"
            bg="white"
            withTableBorder
            verticalSpacing="sm"
            aria-label={t('certificates.table')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('journey.participant')}</Table.Th>
                <Table.Th>{t('certificates.certificate')}</Table.Th>
                <Table.Th>{t('certificates.issued')}</Table.Th>
                <Table.Th>{t('certificates.standing')}</Table.Th>
                <Table.Th>{t('certificates.checking')}</Table.Th>
                {of.mayRevoke && <Table.Th aria-label={t('certificates.actions')} />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.slice(0, limit).map((one) => (
                <Line key={one.serial} of={one} {...(of.mayRevoke && { onRevoke: () => setRevoked(one) })} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {shown.length > limit && (
        <Button variant="default" mt="sm" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('state.more')}
        </Button>
      )}
      {revoked && <RevokeDialog of={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function Filter({ cohortId, filter }: { cohortId: string; filter: CertificateFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: { [Key in keyof CertificateFilter]: CertificateFilter[Key] | undefined }) => {
    const given = Object.entries({ ...filter, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    void go({
      to: '/cohorts/$id/certificates',
      params: { id: cohortId },
      search: Object.fromEntries(given),
      replace: true,
    });
  };
  return (
    <Group mb="sm" align="flex-end">
      <TextInput
        label={t('certificates.search')}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => narrow({ q: currentTarget.value })}
        w={{ base: '100%', xs: 240 }}
      />
      <Select
        label={t('certificates.kind')}
        placeholder={t('state.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('certificates.clear') }}
        w={{ base: '100%', xs: 280 }}
        data={KINDS.map((value) => ({ value, label: t(`certificates.kinds.${value}`) }))}
        value={filter.kind ?? null}
        onChange={(kind) => narrow({ kind: kind ?? undefined })}
      />
      <Select
        label={t('certificates.standing')}
        placeholder={t('state.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('certificates.clear') }}
        w={{ base: '100%', xs: 180 }}
        data={STATUSES.map((value) => ({ value, label: t(`certificates.status.${value}`) }))}
        value={filter.status ?? null}
        onChange={(status) => narrow({ status: status ?? undefined })}
      />
    </Group>
  );
}

function Line({ of, onRevoke }: { of: Certificate; onRevoke?: () => void }) {
  const { t } = useTranslation();
  const { serial, kindName, journeyId, participant, issuedOn, validUntil, level, model } = of;
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600} size="sm">
          {participant.name}
        </PageLink>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {kindName}
          {level !== null && ` · ${t('certificates.level', { level })}`}
        </Text>
        <Text size="xs" c="gray.7" className="number">
          {serial}
          {model && ` · ${t('certificates.model')}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{shortDay(issuedOn)}</Text>
        {validUntil !== null && (
          <Text size="xs" c="gray.7">
            {t('certificates.until', { day: shortDay(validUntil) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Standing of={of} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Anchor
            href={addressOf(serial)}
            target="_blank"
            rel="noreferrer"
            size="sm"
            aria-label={t('certificates.openFor', { serial })}
          >
            {t('certificates.open')}
          </Anchor>
          <CopyButton value={addressOf(serial)}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="default"
                onClick={copy}
                aria-label={t(copied ? 'certificates.copiedFor' : 'certificates.copyFor', { serial })}
              >
                {t(copied ? 'certificates.copied' : 'certificates.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Table.Td>
      {onRevoke && (
        <Table.Td>
          {of.status !== 'revoked' && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={onRevoke}
              aria-label={t('certificates.revokeOf', { serial })}
            >
              {t('certificates.revoke')}
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const TONE: Record<Certificate['status'], string> = {
  valid: TONES.good,
  expiringSoon: TONES.mild,
  expired: TONES.quiet,
  revoked: TONES.alarm,
};

function Standing({ of: { status, revokedAt, revokeReason } }: { of: Certificate }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge color={TONE[status]}>{t(`certificates.status.${status}`)}</Badge>
      {revokedAt !== null && (
        <Text size="xs" c="gray.7" maw={220}>
          {shortDay(revokedAt)}: {revokeReason}
        </Text>
      )}
    </>
  );
}
