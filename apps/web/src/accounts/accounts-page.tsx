import { Badge, Button, Card, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answer, Forbidden, isForbidden } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Refusal } from '../parts/refusal.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { accountFilterOf, ROLES, type AccountFilter } from './account-filter.js';
import { AccountBadge } from '../administration/account-badge.js';
import { accounts, saveAccounts, type AccountLine } from './accounts.js';
import { OrganisationPicker } from '../administration/organisation-picker.js';
import './words.js';
import '../administration/words.js';

/** Every account of the organisations that the reader keeps, to be found among thousands. */
export function AccountsPage() {
  const { t } = useTranslation();
  const filter = accountFilterOf(useSearch({ strict: false }));
  const found = useInfiniteQuery(accounts(filter));
  const keep = useMutation({ mutationFn: () => saveAccounts(filter, `${t('accounts.sheetName')}.xlsx`) });
  if (isForbidden(found.error)) return <Forbidden />;
  return (
    <Stack gap="sm">
      <BackLink to="/administration" search={{}}>
        {t('administration.title')}
      </BackLink>
      <Group justify="space-between">
        <PageTitle>{t('accounts.title')}</PageTitle>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t('administration.toExcel')}
        </Button>
      </Group>
      <Refusal of={keep.error} />
      <Filter filter={filter} />
      <Answer of={found}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) return <Message title={t('accounts.none')} />;
          return <Lines of={all} />;
        }}
      </Answer>
      <More of={found} />
    </Stack>
  );
}

function Filter({ filter }: { filter: AccountFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: Record<string, string | undefined>) =>
    void go({
      to: '/administration/accounts',
      search: accountFilterOf({ ...filter, ...change }),
      replace: true,
    });
  const choice = (name: 'disabled' | 'secondFactor') => (
    <NativeSelect
      label={t(`accounts.${name}`)}
      value={filter[name] ?? ''}
      onChange={({ currentTarget }) => narrow({ [name]: currentTarget.value })}
      data={[
        { value: '', label: t('state.all') },
        { value: 'no', label: t(`accounts.${name}Choices.no`) },
        { value: 'yes', label: t(`accounts.${name}Choices.yes`) },
      ]}
    />
  );
  return (
    <Group align="flex-end">
      <TextInput
        label={t('accounts.search')}
        maxLength={100}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => narrow({ q: currentTarget.value })}
        w={{ base: '100%', xs: 260 }}
      />
      <OrganisationPicker
        label={t('accounts.organisation')}
        placeholder={t('state.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('accounts.everywhere') }}
        value={filter.organisation ?? null}
        onChange={(organisation) => narrow({ organisation: organisation ?? undefined })}
        w={{ base: '100%', xs: 280 }}
      />
      <NativeSelect
        label={t('administration.role')}
        value={filter.role ?? ''}
        onChange={({ currentTarget }) => narrow({ role: currentTarget.value })}
        data={[
          { value: '', label: t('state.all') },
          ...ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
      />
      {choice('disabled')}
      {choice('secondFactor')}
    </Group>
  );
}

function Lines({ of }: { of: AccountLine[] }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (isNarrow) return <Cards of={of} />;
  return (
    <Wide label={t('accounts.title')}>
      <Table verticalSpacing="sm" aria-label={t('accounts.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('administration.name')}</Table.Th>
            <Table.Th>{t('accounts.roles')}</Table.Th>
            <Table.Th>{t('administration.account')}</Table.Th>
            <Table.Th>{t('accounts.secondFactor')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Who of={one} />
              </Table.Td>
              <Table.Td>
                <Roles of={one} />
              </Table.Td>
              <Table.Td>
                <AccountBadge of={one} />
              </Table.Td>
              <Table.Td>
                <Factor of={one} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** On a phone nothing of it is out of sight. */
function Cards({ of }: { of: AccountLine[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="list" aria-label={t('accounts.title')}>
      {of.map((one) => (
        <Card withBorder key={one.id} p="sm" role="listitem">
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mb={6}>
            <div>
              <Who of={one} />
            </div>
            <AccountBadge of={one} />
          </Group>
          <Roles of={one} />
          {one.secondFactorSince !== null && (
            <Text size="xs" c="gray.7">
              {t('accounts.hasFactor')}
            </Text>
          )}
        </Card>
      ))}
    </Stack>
  );
}

function Who({ of: { id, name, username } }: { of: AccountLine }) {
  return (
    <>
      <PageLink to="/administration/accounts/$account" params={{ account: id }} fw={600} size="sm">
        {name ?? username}
      </PageLink>
      <Text size="xs" c="gray.7">
        {username}
      </Text>
    </>
  );
}

function Roles({ of: { memberships } }: { of: AccountLine }) {
  const { t } = useTranslation();
  if (memberships.length === 0) return <Text size="sm">{t('accounts.noRole')}</Text>;
  return memberships.map(({ id, role, orgName, until }) => (
    <Text size="sm" key={id}>
      {t(`role.${role}`)}
      <Text span size="xs" c="gray.7">
        {' '}
        · {orgName}
        {until !== null && ` · ${t('administration.until', { day: shortDay(until) })}`}
      </Text>
    </Text>
  ));
}

function Factor({ of: { secondFactorSince } }: { of: AccountLine }) {
  const { t } = useTranslation();
  if (secondFactorSince === null) return <Text size="sm">{t('accounts.secondFactorChoices.no')}</Text>;
  return (
    <Badge variant="light" color="dark" tt="none">
      {t('accounts.secondFactorChoices.yes')}
    </Badge>
  );
}
