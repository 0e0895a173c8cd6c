import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { AccountBadge } from './account-badge.js';
import { nameOf, type Member } from './administration.js';
import { InviteAgain } from './invite-again.js';
import { StandingBar } from './standing-bar.js';
import '../accounts/words.js';

interface Doing {
  onEnd: (member: Member) => void;
  onStanding: (member: Member) => void;
  onWithdraw: (member: Member) => void;
}

type LinesProps = Doing & {
  of: Member[];
  /** Roles that ended: nothing is done with them any more. */
  isPast: boolean;
};

/** One role a line; on a phone a card, so that what can be done with it is in sight. */
export function MemberLines({ of, isPast, ...doing }: LinesProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (of.length === 0) return <Text size="sm">{t('administration.noMembers')}</Text>;
  return isNarrow ? (
    <Cards of={of} isPast={isPast} {...doing} />
  ) : (
    <Lines of={of} isPast={isPast} {...doing} />
  );
}

function Cards({ of, isPast, ...doing }: LinesProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="list" aria-label={t('administration.members')}>
      {of.map((member) => (
        <Card withBorder key={member.id} p="sm" role="listitem">
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
            <div>
              <Who of={member} />
            </div>
            {!isPast && (
              <Stack gap={2} align="flex-end">
                <Standing of={member} />
              </Stack>
            )}
          </Group>
          <Text size="sm" mt={6} fw={600}>
            {t(`role.${member.role}`)}
          </Text>
          {(member.since !== null || member.ends) && <Since of={member} isNamed />}
          {member.ended && <Ended of={member.ended} />}
          {!isPast && <Acts of={member} {...doing} />}
        </Card>
      ))}
    </Stack>
  );
}

function Lines({ of, isPast, ...doing }: LinesProps) {
  const { t } = useTranslation();
  return (
    <Wide label={t('administration.members')}>
      <Table verticalSpacing="sm" aria-label={t('administration.members')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('administration.name')}</Table.Th>
            <Table.Th>{t('administration.role')}</Table.Th>
            <Table.Th>{t('administration.since')}</Table.Th>
            <Table.Th>{t(isPast ? 'administration.endedHow' : 'administration.account')}</Table.Th>
            {!isPast && <Table.Th aria-label={t('administration.actions')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((member) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                <Who of={member} />
              </Table.Td>
              <Table.Td>{t(`role.${member.role}`)}</Table.Td>
              <Table.Td>
                <Since of={member} />
              </Table.Td>
              <Table.Td>{member.ended ? <Ended of={member.ended} /> : <Standing of={member} />}</Table.Td>
              {!isPast && (
                <Table.Td>
                  <Acts of={member} {...doing} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Who({ of: member }: { of: Member }) {
  const { account, person } = member;
  return (
    <>
      {account ? (
        <PageLink to="/administration/accounts/$account" params={{ account: account.id }} size="sm" fw={600}>
          {nameOf(member)}
        </PageLink>
      ) : (
        <Text size="sm" fw={600}>
          {nameOf(member)}
        </Text>
      )}
      <Text size="xs" c="gray.7">
        {[account?.username, person?.nip && `NIP ${person.nip}`].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

/** `isNamed` where no heading says what the day is. */
function Since({ of: { since, ends, givenBy }, isNamed }: { of: Member; isNamed?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">
        {isNamed && since !== null && `${t('administration.since')} `}
        {since !== null && shortDay(since)}
      </Text>
      {ends && (
        <Text size="sm" fw={600}>
          {t('administration.until', { day: shortDay(ends.until) })}
        </Text>
      )}
      {givenBy !== null && (
        <Text size="xs" c="gray.7">
          {t('administration.by', { name: givenBy })}
        </Text>
      )}
    </>
  );
}

function Acts({ of: member, onEnd, onStanding, onWithdraw }: { of: Member } & Doing) {
  const { t } = useTranslation();
  const { account, role, standingBar } = member;
  const name = nameOf(member);
  const isWaiting = account !== null && account.invited && !account.disabled;
  const act = (label: string, spoken: string, onClick: () => void) => (
    <Button size="compact-sm" variant="default" onClick={onClick} aria-label={spoken}>
      {label}
    </Button>
  );
  return (
    <Group gap="xs" justify="flex-end" maw={420} ml="auto" mt={{ base: 'xs', sm: 0 }}>
      {isWaiting && <InviteAgain id={account.id} name={name} isSmall />}
      {isWaiting &&
        act(t('administration.withdraw'), t('administration.withdrawOf', { name }), () => onWithdraw(member))}
      {account &&
        standingBar === null &&
        !isWaiting &&
        act(
          t(account.disabled ? 'administration.enable' : 'administration.disable'),
          t(account.disabled ? 'administration.enableOf' : 'administration.disableOf', { name }),
          () => onStanding(member),
        )}
      {act(t('administration.end'), t('administration.endOf', { name, role: t(`role.${role}`) }), () =>
        onEnd(member),
      )}
      {account && !isWaiting && <StandingBar of={standingBar} />}
    </Group>
  );
}

function Standing({ of: { account } }: { of: Member }) {
  const { t } = useTranslation();
  return (
    <>
      <AccountBadge of={account} />
      {account?.secondFactor && (
        <Text size="xs" c="gray.7">
          {t('accounts.hasFactor')}
        </Text>
      )}
    </>
  );
}

function Ended({ of: { until, by, reason } }: { of: NonNullable<Member['ended']> }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">
        {shortDay(until)}
        {by !== null && ` · ${t('administration.by', { name: by })}`}
      </Text>
      <Text size="xs" c="gray.7">
        {reason}
      </Text>
    </>
  );
}
