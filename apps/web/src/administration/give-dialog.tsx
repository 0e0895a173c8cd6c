import { Code, Group, NativeSelect, Radio, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { signInOptions } from '../door/sign-in-options.js';
import { FormDialog } from '../parts/dialog-form.js';
import { faultsAt } from '../parts/faults-at.js';
import { Notice } from '../parts/notice.js';
import { useDoing } from '../parts/use-doing.js';
import { dayInWords } from '../words/dates.js';
import { nameOf, type Member, type Organisation } from './administration.js';

const WAYS = ['account', 'nip', 'invitation'] as const;
type Way = (typeof WAYS)[number];

const NOBODY = { account: '', nip: '', username: '', name: '', email: '', hisNip: '' };
type Values = typeof NOBODY;

/** Where a field stands in what is sent. */
const PATHS: Record<keyof Values, string> = {
  account: 'account',
  nip: 'nip',
  username: 'invitation.username',
  name: 'invitation.name',
  email: 'invitation.email',
  hisNip: 'invitation.nip',
};

function whomOf(way: Way, values: Values) {
  const { username, name, email, hisNip, ...known } = values;
  if (way !== 'invitation') return { [way]: known[way].trim() };
  const nip = hisNip.trim();
  return { invitation: { username, name, email: email.trim(), ...(nip !== '' && { nip }) } };
}

/** Gives somebody a role: who has an account, whom the register knows, or somebody new, who is invited by mail. */
export function GiveDialog(props: { organisation: Organisation; roles: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { organisation, roles, onClose } = props;
  const [role, setRole] = useState('');
  const [way, setWay] = useState<Way>('account');
  const [values, setValues] = useState(NOBODY);
  const isMailOff = useQuery(signInOptions()).data?.recovery === false;
  const isBarred = way === 'invitation' && isMailOff;
  const [ends, setEnds] = useState({ until: '', reason: '' });
  const give = useDoing({
    send: () =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/members', {
          params: { path: { id: organisation.id } },
          body: {
            role: role as Member['role'],
            ...whomOf(way, values),
            ...(ends.until !== '' && { ends }),
          },
        }),
      ),
    told: (member) => {
      const given = t('administration.given', { name: nameOf(member), role: t(`role.${member.role}`) });
      if (!member.invitation) return given;
      const { sentUntil } = member.invitation;
      const sent = sentUntil
        ? t('administration.invited', { day: dayInWords(sentUntil) })
        : t('administration.notSent');
      return `${given} ${sent}`;
    },
    onDone: onClose,
  });
  const { at, left } = faultsAt(give.error, ['role', 'ends.until', 'ends.reason', ...Object.values(PATHS)]);
  const field = (name: keyof Values) => ({
    label: t(`administration.whom.${name}`),
    value: values[name],
    error: at[PATHS[name]],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setValues((known) => ({ ...known, [name]: value })),
  });
  return (
    <FormDialog
      title={t('administration.give')}
      confirm={t('administration.give')}
      isPending={give.isPending}
      isBarred={isBarred}
      error={left}
      onClose={onClose}
      onSubmit={() => give.mutate(undefined)}
    >
      <Text size="sm">{organisation.name}</Text>
      <NativeSelect
        label={t('administration.role')}
        value={role}
        error={at['role']}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
        required
        data={[
          { value: '', label: t('administration.chooseRole') },
          ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
      />
      <Radio.Group
        label={t('administration.toWhom')}
        value={way}
        onChange={(chosen) => setWay(chosen as Way)}
      >
        <Group mt={4}>
          {WAYS.map((value) => (
            <Radio key={value} value={value} label={t(`administration.ways.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {isBarred && (
        <Notice tone="warn" title={t('administration.noMail')}>
          {t('administration.noMailAbout')}{' '}
          <Code style={{ overflowWrap: 'anywhere' }}>
            npx titian user add {t('administration.noMailUser')} --org {organisation.code} --role{' '}
            {role || t('administration.noMailRole')}
          </Code>
        </Notice>
      )}
      {way === 'invitation' && !isBarred && (
        <>
          <TextInput {...field('name')} required maxLength={200} />
          <TextInput {...field('email')} type="email" description={t('administration.emailAbout')} required />
          <TextInput {...field('username')} required maxLength={60} />
          {organisation.kind === 'agency' && (
            <TextInput {...field('hisNip')} description={t('administration.hisNipAbout')} />
          )}
        </>
      )}
      {way !== 'invitation' && (
        <TextInput {...field(way)} description={t(`administration.whomAbout.${way}`)} required />
      )}
      {!isBarred && (
        <TextInput
          type="date"
          label={t('administration.lastDayIfKnown')}
          description={t('administration.lastDayAbout')}
          value={ends.until}
          error={at['ends.until']}
          onChange={({ currentTarget: { value } }) => setEnds((known) => ({ ...known, until: value }))}
        />
      )}
      {!isBarred && ends.until !== '' && (
        <TextInput
          label={t('administration.whyUntil')}
          description={t('administration.reasonAbout')}
          value={ends.reason}
          error={at['ends.reason']}
          required
          maxLength={500}
          onChange={({ currentTarget: { value } }) => setEnds((known) => ({ ...known, reason: value }))}
        />
      )}
    </FormDialog>
  );
}
