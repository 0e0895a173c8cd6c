import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cohort, me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { programmeName } from '../parts/programme-name.js';
import { useTabTitle } from '../parts/tab-title.js';
import { shortDay } from '../words/dates.js';
import './cohort-frame.css';
import './words.js';
import { SECTIONS } from './sections.js';

/** As clocks in Indonesia are named (Keppres 41/1987). */
const ZONES = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const;

/** What one cohort is, and the ways to its parts. */
export function CohortFrame() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const about = useQuery(cohort(id));
  const { data: account } = useQuery(me());
  const { pathname } = useLocation();
  const section = SECTIONS.find(({ to }) => to.replace('$id', id) === pathname.replace(/\/$/, ''));
  useTabTitle([section && t(section.words), about.data?.name], 'frame');
  return (
    <Answer of={about}>
      {(known) => (
        <>
          <Title order={1} size="h2">
            {known.name}
          </Title>
          <Group gap="xs" mt={4} mb="sm">
            {known.programme && <Badge variant="light">{programmeName(known.programme)}</Badge>}
            {known.pathway && <Badge variant="light">{t(`pathway.${known.pathway}`)}</Badge>}
            <Text size="sm" c="gray.7">
              {known.institute.name}
              {known.startsOn &&
                known.endsOn &&
                ` · ${shortDay(known.startsOn)} – ${shortDay(known.endsOn)}`}{' '}
              · {ZONES[known.zone]}
            </Text>
          </Group>
          <nav aria-label={t('cohort.sections.title')} className="sections">
            {SECTIONS.filter(
              ({ isThere }) => isThere === undefined || (account && isThere(known, account)),
            ).map(({ to, words }) => (
              <Link
                key={to}
                to={to}
                params={{ id }}
                activeOptions={{ exact: to === '/cohorts/$id', includeSearch: false }}
              >
                {t(words)}
              </Link>
            ))}
          </nav>
          <Outlet />
        </>
      )}
    </Answer>
  );
}
