import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { Notice } from '../parts/notice.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { momentInWords } from '../tasks/moment.js';
import { dayInWords } from '../words/dates.js';
import { MyRequests } from './my-requests.js';
import { usePeriod } from './period.js';
import { Proposals } from './proposals.js';
import { myData, type MyData } from './queries.js';
import './words.js';

/** What is held on oneself, for what and how long; who saw it; a copy of it; and what one may ask. */
export function MyDataPage() {
  const { t } = useTranslation();
  const data = useQuery(myData());
  return (
    <Stack maw={960}>
      <div>
        <BackLink to="/account">{t('privacy.back')}</BackLink>
        <PageTitle mt={4}>{t('privacy.title')}</PageTitle>
        <Text maw={760}>{t('privacy.about')}</Text>
      </div>
      <Answer of={data}>
        {(known) => (
          <>
            {known.isRestricted && <Notice tone="warn">{t('privacy.isRestricted')}</Notice>}
            <Group gap="sm">
              <Button
                component="a"
                href="/api/v1/me/data/export"
                download="data-saya.json"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t('privacy.export')}
              </Button>
              <Text size="sm" c="gray.7">
                {t('privacy.exportAbout')}
              </Text>
            </Group>
            {known.person && <Identity person={known.person} names={known.correctable} />}
            <Held of={known} />
            <MyRequests of={known} />
            <Proposals of={known.proposals} />
            <SeenBy of={known.seenBy} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

const SHOWN = ['name', 'nip', 'birthDate', 'email', 'phone'] as const;

function Identity({
  person,
  names,
}: {
  person: NonNullable<MyData['person']>;
  names: MyData['correctable'];
}) {
  const { t } = useTranslation();
  const nameOf = new Map(names.map(({ field, name }) => [field, name]));
  const value = (field: (typeof SHOWN)[number]) => {
    const held = person[field];
    if (held === null || held === '') return t('privacy.none');
    return field === 'birthDate' ? dayInWords(held) : held;
  };
  return (
    <Part title={t('privacy.identity')}>
      <Table>
        <Table.Tbody>
          {SHOWN.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" w={160}>
                {nameOf.get(field)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value(field)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function Held({ of }: { of: MyData }) {
  const { t } = useTranslation();
  const period = usePeriod();
  return (
    <Part title={t('privacy.held')}>
      <Stack gap="sm">
        {of.categories.map(({ key, name, count, purpose, basis, kept, keptAfter }) => (
          <div key={key}>
            <Group justify="space-between" gap="xs">
              <Title order={3} size="h6">
                {name}
              </Title>
              <Text size="sm" className="number">
                {t('privacy.rows')}: {count}
              </Text>
            </Group>
            <Text size="sm">
              {t('privacy.purpose')}: {purpose}
            </Text>
            <Text size="sm" c="gray.7">
              {t('privacy.basis')}: {basis}
            </Text>
            <Text size="sm" c="gray.7">
              {t('privacy.kept')}: {t('privacy.keptFor', { period: period(kept), after: keptAfter })}
            </Text>
          </div>
        ))}
      </Stack>
    </Part>
  );
}

function SeenBy({ of }: { of: MyData['seenBy'] }) {
  const { t } = useTranslation();
  return (
    <Part title={t('privacy.seenBy')}>
      <Text size="sm" c="gray.7" mb="xs">
        {t(of.length === 0 ? 'privacy.seenByNone' : 'privacy.seenByAbout')}
      </Text>
      <Stack gap={6} component="ul" m={0} pl="md">
        {of.map(({ id, at, actionName, by }) => (
          <li key={id}>
            <Text size="sm" fw={600}>
              {actionName}
            </Text>
            <Text size="sm">
              {[by.name, by.role, by.organisation].filter((part) => part !== null).join(' · ')}
            </Text>
            <Text size="sm" c="gray.7">
              {momentInWords(at)}
            </Text>
          </li>
        ))}
      </Stack>
    </Part>
  );
}
