import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { More } from '../parts/more.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { members, nameOf, saveMembers, type Member, type Organisation } from './administration.js';
import { EndDialog } from './end-dialog.js';
import { memberFilterOf, type MemberFilter } from './filters.js';
import { GiveDialog } from './give-dialog.js';
import { MemberLines } from './member-lines.js';
import { StandingDialog } from './standing-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

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
          <MemberLines
            of={pages.flatMap(({ items }) => items)}
            isPast={filter.ended ?? false}
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
        maxLength={100}
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
