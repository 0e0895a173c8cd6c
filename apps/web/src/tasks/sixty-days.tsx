import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journey, journeysKey, journeysPage } from '../api/queries.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { RemediationCountdown } from './remediation-countdown.js';
import './words.js';

const AT_ONCE = 20;

/** Everybody in the sixty days, with what there is to show for each competency; `logs`: whoever coaches them logs it here. */
export function SixtyDays({ logs }: { logs: boolean }) {
  const { t } = useTranslation();
  const filter = { state: 'remediation' };
  const list = useQuery({
    queryKey: [...journeysKey(filter), AT_ONCE],
    queryFn: () => journeysPage(filter, undefined, AT_ONCE),
  });
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Part title={t('tasks.sixty')}>
      <Stack gap="lg">
        {items.map(({ id, participant }) => (
          <div key={id}>
            <Group justify="space-between" mb={6}>
              <PageLink to="/journeys/$id" params={{ id }} fw={650}>
                {participant.name}
              </PageLink>
              {logs && <LogSession id={id} person={participant.name ?? ''} />}
            </Group>
            <Countdown id={id} />
          </div>
        ))}
      </Stack>
    </Part>
  );
}

function LogSession({ id, person }: { id: string; person: string }) {
  const { t } = useTranslation();
  const known = useQuery(journey(id)).data;
  if (!known?.allowedEvents.includes('sessionLogged')) return null;
  return (
    <Button
      variant="light"
      renderRoot={(props) => <Link to="/sessions/$id" params={{ id }} {...props} />}
      aria-label={`${t('tasks.log')}: ${person}`}
    >
      {t('tasks.log')}
    </Button>
  );
}

function Countdown({ id }: { id: string }) {
  const known = useQuery(journey(id)).data;
  return known ? <RemediationCountdown journey={known} bare /> : null;
}
