import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, Forbidden } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { dayInWords } from '../words/dates.js';
import { AccreditationPart } from './accreditation.js';
import { organisation, unitsOf, type Organisation } from './administration.js';
import { FactorRulePart } from '../accounts/factor-rule-part.js';
import { MembersPart } from './members-part.js';
import { OrganisationDialog } from './organisation-dialog.js';
import { UnitActs } from './unit-acts.js';
import './words.js';

/** One organisation: what it is, its units, how it is accredited, and who is what in it. */
export function OrganisationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery(organisation(id));
  return (
    <Answer of={found}>
      {(known) => (known.mayAdminister || known.mayPlace ? <Known of={known} /> : <Forbidden />)}
    </Answer>
  );
}

function Known({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="md">
      <BackLink to="/administration" search={{}}>
        {t('administration.title')}
      </BackLink>
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle of={t('administration.title')}>{of.name}</PageTitle>
          <Text c="gray.7" size="sm">
            {t(`administration.kinds.${of.kind}`)} · {of.code} ·{' '}
            {t(`administration.zones.${of.zone.slice(5)}`)}
          </Text>
          {of.parentId !== null && <Parent id={of.parentId} />}
        </div>
        <Group gap="xs">
          {of.mayPlace && <UnitActs of={of} />}
          {of.mayAdminister && (
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('administration.change')}
            </Button>
          )}
        </Group>
      </Group>
      {of.closed && <Closed of={of.closed} />}
      {of.kind === 'centre' && <AccreditationPart of={of} />}
      {of.kind === 'agency' && <Units of={of} />}
      {of.mayAdminister && <MembersPart of={of} />}
      {of.mayAdminister && !of.closed && <FactorRulePart of={of} />}
      {isOpen && <OrganisationDialog organisation={of} onClose={() => setOpen(false)} />}
    </Stack>
  );
}

/** The agency or unit that it stands below. */
function Parent({ id }: { id: string }) {
  const { t } = useTranslation();
  const above = useQuery(organisation(id)).data;
  if (!above) return null;
  const text = t('administration.below', { name: above.name });
  // Whoever keeps the unit alone is not let in above it.
  if (!above.mayAdminister) return <Text size="sm">{text}</Text>;
  return (
    <PageLink to="/administration/$id" params={{ id }} search={{}} size="sm">
      {text}
    </PageLink>
  );
}

function Closed({ of: { at, by, reason } }: { of: NonNullable<Organisation['closed']> }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" variant="light" title={t('administration.closedOn', { day: dayInWords(at) })}>
      <Text size="sm" c="dark">
        {by === null
          ? t('administration.closedWhy', { reason })
          : t('administration.closedBy', { name: by, reason })}
      </Text>
    </Alert>
  );
}

function Units({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const units = useQuery(unitsOf(of.id));
  const [isOpen, setOpen] = useState(false);
  return (
    <Part
      title={t('administration.units')}
      aside={
        of.mayAdminister &&
        !of.closed && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('administration.addUnit')}
          </Button>
        )
      }
    >
      <Answer of={units}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('administration.noUnits')}</Text>
          ) : (
            <List listStyleType="none" spacing={4}>
              {items.map(({ id, name, code, closed }) => (
                <List.Item key={id}>
                  <PageLink to="/administration/$id" params={{ id }} search={{}}>
                    {name}
                  </PageLink>
                  <Text span size="xs" c="gray.7" ml="xs">
                    {code}
                    {closed && ` · ${t('administration.closed')}`}
                  </Text>
                </List.Item>
              ))}
            </List>
          )
        }
      </Answer>
      {isOpen && <OrganisationDialog parent={of} onClose={() => setOpen(false)} />}
    </Part>
  );
}
