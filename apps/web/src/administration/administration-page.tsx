import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { rolesOf } from '../shell/roles.js';
import { AccreditationBadge } from './accreditation.js';
import { administered, type OrganisationLine } from './administration.js';
import { KINDS, organisationFilterOf, type OrganisationFilter } from './filters.js';
import { OrganisationDialog } from './organisation-dialog.js';
import './administration.css';
import './words.js';

/** Every organisation that the reader keeps: a unit stands below the agency whose unit it is. */
export function AdministrationPage() {
  const { t } = useTranslation();
  const filter = organisationFilterOf(useSearch({ strict: false }));
  const found = useInfiniteQuery(administered(filter));
  const account = useQuery(me()).data;
  const [isOpen, setOpen] = useState(false);
  const registers = account ? rolesOf(account).includes('lan') : false;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <PageTitle>{t('administration.title')}</PageTitle>
        <Group gap="md">
          <PageLink to="/administration/accounts" search={{}}>
            {t('administration.findAccount')}
          </PageLink>
          {registers && <Button onClick={() => setOpen(true)}>{t('administration.register')}</Button>}
        </Group>
      </Group>
      <Filter filter={filter} hasKinds={registers} />
      <Answer of={found}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) return <Message title={t('administration.none')} />;
          return <Branch of={topOf(all)} all={all} label={t('administration.organisations')} />;
        }}
      </Answer>
      <More of={found} />
      {isOpen && <OrganisationDialog onClose={() => setOpen(false)} />}
    </Stack>
  );
}

function Filter({ filter, hasKinds }: { filter: OrganisationFilter; hasKinds: boolean }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: { kind?: string; q?: string }) =>
    void go({
      to: '/administration',
      search: organisationFilterOf({ ...filter, ...change }),
      replace: true,
    });
  return (
    <Group align="flex-end">
      <TextInput
        label={t('administration.search')}
        maxLength={100}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => narrow({ q: currentTarget.value })}
        w={{ base: '100%', xs: 260 }}
      />
      {hasKinds && (
        <NativeSelect
          label={t('administration.kind')}
          value={filter.kind ?? ''}
          onChange={({ currentTarget }) => narrow({ kind: currentTarget.value })}
          data={[
            { value: '', label: t('state.all') },
            ...KINDS.map((value) => ({ value, label: t(`administration.kinds.${value}`) })),
          ]}
        />
      )}
    </Group>
  );
}

/** Those whose parent isn't shown. */
function topOf(all: OrganisationLine[]): OrganisationLine[] {
  const shown = new Set(all.map(({ id }) => id));
  return all.filter(({ parentId }) => parentId === null || !shown.has(parentId));
}

function Branch({ of, all, label }: { of: OrganisationLine[]; all: OrganisationLine[]; label?: string }) {
  return (
    <ul className="organisations" aria-label={label}>
      {of.map((one) => {
        const units = all.filter(({ parentId }) => parentId === one.id);
        return (
          <li key={one.id}>
            <Line of={one} />
            {units.length > 0 && <Branch of={units} all={all} />}
          </li>
        );
      })}
    </ul>
  );
}

function Line({ of }: { of: OrganisationLine }) {
  const { t } = useTranslation();
  const { id, name, kind, code, accreditation, closed } = of;
  return (
    <Group gap="xs" justify="space-between" className="organisation">
      <div>
        <PageLink to="/administration/$id" params={{ id }} fw={600}>
          {name}
        </PageLink>
        <Text size="xs" c="gray.7">
          {t(`administration.kinds.${kind}`)} · {code}
          {closed && ` · ${t('administration.closed')}`}
        </Text>
      </div>
      {accreditation && <AccreditationBadge of={accreditation} />}
    </Group>
  );
}
