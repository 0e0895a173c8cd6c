import { Button, Checkbox, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { AccountBadge } from './account-badge.js';
import { members, nameOf, saveMembers, type Member, type Organisation } from './administration.js';
import { EndDialog } from './end-dialog.js';
import { memberFilterOf, type MemberFilter } from './filters.js';
import { GiveDialog } from './give-dialog.js';
import { InviteAgain } from './invite-again.js';
import { StandingDialog } from './standing-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';
import '../accounts/words.js';

type Asked = { what: 'end' | 'standing' | 'withdraw'; member: Member } | { what: 'give' };

/** Who is what here, or was: to be narrowed, taken to Excel, and changed. */
export function MembersPart({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const filter = memberFilterOf(useSearch({ strict: false }));
  const found = useInfiniteQuery(members(of.id, filter));
  const [asked, setAsked] = useState<Asked | null>(null);
  const keep = useMutation({
    mutationFn: () => saveMembers(of.id, filter, `${t('administration.sheetName')}.xlsx`),
  });
  const close = () => setAsked(null);
  const roles = found.data?.pages[0]?.roles ?? [];
  return (
    <Part
      title={t('administration.members')}
      aside={
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            loading={keep.isPending}
            onClick={() => keep.mutate()}
          >
            {t('administration.toExcel')}
          </Button>
          {!of.closed && (
            <Button size="compact-sm" onClick={() => setAsked({ what: 'give' })}>
              {t('administration.give')}
            </Button>
          )}
        </Group>
      }
    >
      <Refusal of={keep.error} />
      <Filter id={of.id} filter={filter} roles={roles} />
      <Answer of={found}>
        {({ pages }) => (
          <Lines
            of={pages.flatMap(({ items }) => items)}
            filter={filter}
            onEnd={(member) => setAsked({ what: 'end', member })}
            onWithdraw={(member) => setAsked({ what: 'withdraw', member })}
            onStanding={(member) => setAsked({ what: 'standing', member })}
          />
        )}
      </Answer>
      <More of={found} />
      {asked?.what === 'give' && <GiveDialog organisation={of} roles={roles} onClose={close} />}
      {asked?.what === 'end' && <EndDialog of={asked.member} onClose={close} />}
      {asked?.what === 'withdraw' && (
        <WithdrawDialog id={asked.member.account?.id ?? ''} name={nameOf(asked.member)} onClose={close} />
      )}
      {asked?.what === 'standing' && (
        <StandingDialog
          id={asked.member.account?.id ?? ''}
          name={nameOf(asked.member)}
          isShut={asked.member.account?.disabled ?? false}
          onClose={close}
        />
      )}
    </Part>
  );
}

function Filter({ id, filter, roles }: { id: string; filter: MemberFilter; roles: string[] }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: { [Key in keyof MemberFilter]?: MemberFilter[Key] | undefined }) =>
    void go({
      to: '/administration/$id',
      params: { id },
      search: memberFilterOf({ ...filter, ...change }),
      replace: true,
    });
  return (
    <Group align="flex-end" mb="sm">
      <TextInput
        label={t('administration.searchMember')}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => narrow({ q: currentTarget.value })}
        w={{ base: '100%', xs: 260 }}
      />
      <NativeSelect
        label={t('administration.role')}
        value={filter.role ?? ''}
        onChange={({ currentTarget }) => narrow({ role: currentTarget.value })}
        data={[
          { value: '', label: t('state.all') },
          ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
      />
      <Checkbox
        label={t('administration.ended')}
        checked={filter.ended ?? false}
        onChange={({ currentTarget }) => narrow({ ended: currentTarget.checked || undefined })}
        mb={8}
      />
    </Group>
  );
}

interface LinesProps {
  of: Member[];
  filter: MemberFilter;
  onEnd: (member: Member) => void;
  onStanding: (member: Member) => void;
  onWithdraw: (member: Member) => void;
}

function Lines({ of, filter, onEnd, onStanding, onWithdraw }: LinesProps) {
  const { t } = useTranslation();
  const own = useQuery(me()).data?.id;
  if (of.length === 0) return <Text size="sm">{t('administration.noMembers')}</Text>;
  return (
    <Wide label={t('administration.members')}>
      <Table verticalSpacing="sm" aria-label={t('administration.members')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('administration.name')}</Table.Th>
            <Table.Th>{t('administration.role')}</Table.Th>
            <Table.Th>{t('administration.since')}</Table.Th>
            <Table.Th>{t(filter.ended ? 'administration.endedHow' : 'administration.account')}</Table.Th>
            {!filter.ended && <Table.Th aria-label={t('administration.actions')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((member) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                {member.account ? (
                  <PageLink
                    to="/administration/accounts/$account"
                    params={{ account: member.account.id }}
                    size="sm"
                    fw={600}
                  >
                    {nameOf(member)}
                  </PageLink>
                ) : (
                  <Text size="sm" fw={600}>
                    {nameOf(member)}
                  </Text>
                )}
                <Text size="xs" c="gray.7">
                  {[member.account?.username, member.person?.nip && `NIP ${member.person.nip}`]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>{t(`role.${member.role}`)}</Table.Td>
              <Table.Td>
                <Text size="sm">{member.since === null ? '—' : shortDay(member.since)}</Text>
                {member.ends && (
                  <Text size="sm" fw={600}>
                    {t('administration.until', { day: shortDay(member.ends.until) })}
                  </Text>
                )}
                {member.givenBy !== null && (
                  <Text size="xs" c="gray.7">
                    {t('administration.by', { name: member.givenBy })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{member.ended ? <Ended of={member.ended} /> : <Account of={member} />}</Table.Td>
              {!filter.ended && (
                <Table.Td>
                  <Group gap="xs" justify="flex-end" maw={420} ml="auto">
                    {isWaiting(member) && member.account && (
                      <InviteAgain id={member.account.id} name={nameOf(member)} isSmall />
                    )}
                    {isWaiting(member) && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => onWithdraw(member)}
                        aria-label={t('administration.withdrawOf', { name: nameOf(member) })}
                      >
                        {t('administration.withdraw')}
                      </Button>
                    )}
                    {member.account && member.account.id !== own && !isWaiting(member) && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => onStanding(member)}
                        aria-label={t(labelOf(member), { name: nameOf(member) })}
                      >
                        {t(member.account.disabled ? 'administration.enable' : 'administration.disable')}
                      </Button>
                    )}
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => onEnd(member)}
                      aria-label={t('administration.endOf', {
                        name: nameOf(member),
                        role: t(`role.${member.role}`),
                      })}
                    >
                      {t('administration.end')}
                    </Button>
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

const isWaiting = ({ account }: Member) => account !== null && account.invited && !account.disabled;

const labelOf = ({ account }: Member) =>
  account?.disabled ? 'administration.enableOf' : 'administration.disableOf';

function Account({ of: { account } }: { of: Member }) {
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
