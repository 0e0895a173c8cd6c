import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { dayInWords, shortDay } from '../words/dates.js';
import { AccountBadge } from '../administration/account-badge.js';
import { account, type AccountDetail } from './accounts.js';
import { InviteAgain } from '../administration/invite-again.js';
import { ProviderPart } from './provider-part.js';
import { ResetDialog } from './reset-dialog.js';
import { StandingBar } from '../administration/standing-bar.js';
import { StandingDialog } from '../administration/standing-dialog.js';
import { WithdrawDialog } from '../administration/withdraw-dialog.js';
import './words.js';
import '../administration/words.js';

/** One account: what it is where, whether it is let in, and by what its owner proves who he is. */
export function AccountPage() {
  const { account: id } = useParams({ strict: false }) as { account: string };
  const found = useQuery(account(id));
  return <Answer of={found}>{(known) => <Known of={known} />}</Answer>;
}

function Known({ of }: { of: AccountDetail }) {
  const { t } = useTranslation();
  const own = useQuery(me()).data?.id;
  const [isAsking, setAsking] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const go = useNavigate();
  const isWaiting = of.invited && !of.disabled;
  const name = of.name ?? of.username;
  return (
    <Stack gap="md">
      <BackLink to="/administration/accounts" search={{}}>
        {t('accounts.title')}
      </BackLink>
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle of={t('accounts.title')}>{name}</PageTitle>
          <Group gap="xs" mt={4}>
            <Text c="gray.7" size="sm">
              {of.username}
            </Text>
            <AccountBadge of={of} />
          </Group>
        </div>
        {of.mayChange && (
          <Group gap="xs">
            {isWaiting && <InviteAgain id={of.id} name={name} />}
            {isWaiting && (
              <Button variant="default" onClick={() => setWithdrawing(true)}>
                {t('administration.withdraw')}
              </Button>
            )}
            {of.standingBar === null && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t(of.disabled ? 'administration.enable' : 'administration.disable')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {of.mayChange && <StandingBar of={of.standingBar} />}
      {!of.mayChange && <Text size="sm">{t(of.id === own ? 'accounts.own' : 'accounts.elsewhere')}</Text>}
      <Part title={t('accounts.roles')}>
        {of.memberships.length === 0 && <Text size="sm">{t('accounts.noRole')}</Text>}
        <List listStyleType="none" spacing={4}>
          {of.memberships.map(({ id, role, org, orgName, until }) => (
            <List.Item key={id}>
              {t(`role.${role}`)} ·{' '}
              <PageLink to="/administration/$id" params={{ id: org }} search={{ q: of.username }}>
                {orgName}
              </PageLink>
              {until !== null && ` · ${t('administration.until', { day: shortDay(until) })}`}
            </List.Item>
          ))}
        </List>
      </Part>
      <FactorPart of={of} />
      {of.provider && of.mayChange && <ProviderPart of={of} />}
      {isWithdrawing && (
        <WithdrawDialog
          id={of.id}
          name={name}
          onClose={() => setWithdrawing(false)}
          onDone={() => void go({ to: '/administration/accounts', search: {} })}
        />
      )}
      {isAsking && (
        <StandingDialog id={of.id} name={name} isShut={of.disabled} onClose={() => setAsking(false)} />
      )}
    </Stack>
  );
}

function FactorPart({ of }: { of: AccountDetail }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { secondFactorSince: since } = of;
  return (
    <Part
      title={t('accounts.secondFactor')}
      aside={
        of.mayChange &&
        since !== null && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('accounts.reset')}
          </Button>
        )
      }
    >
      <Text size="sm">
        {since === null ? t('accounts.withoutFactor') : t('accounts.factorSince', { day: dayInWords(since) })}
      </Text>
      {isAsking && <ResetDialog of={of} onClose={() => setAsking(false)} />}
    </Part>
  );
}
