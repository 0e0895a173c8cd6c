import { Badge, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { board, cohort } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { RefusedList } from '../parts/refused-list.js';
import { TONES } from '../parts/tones.js';
import { UnreadableNote } from '../parts/unreadable-note.js';
import { number } from '../words/dates.js';
import { Objections } from './objections.js';
import { PlacementLine } from './placement-line.js';
import { placements, type Placement } from './placements.js';
import './placements.css';
import { Proposed, type NotConfirmed } from './proposed.js';
import { STANDINGS, standingIn, type Standing } from './standings.js';
import './words.js';

/** Placements as proposed, objected to and confirmed; each with what it rests on. */
export function PlacementsPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { standing = 'proposed' } = standingIn(useSearch({ strict: false }));
  const { t } = useTranslation();
  const go = useNavigate();
  const [refused, refuse] = useState<NotConfirmed[]>([]);
  const list = useQuery(placements(id, standing));
  const counts = useQuery(board(id)).data?.states;
  const countOf = (one: Standing) =>
    counts?.find(({ state }) => state === `placement.${one}`)?.count ?? (counts ? 0 : null);
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('placements.standing.title')}
        value={standing}
        onChange={(chosen) => {
          refuse([]);
          void go({
            to: '/cohorts/$id/placements',
            params: { id },
            search: standingIn({ standing: chosen }),
          });
        }}
        data={STANDINGS.map((one) => {
          const count = countOf(one);
          return {
            value: one,
            label: t(`placements.standing.${one}`) + (count === null ? '' : ` · ${number(count)}`),
          };
        })}
        className="standings"
        style={{ alignSelf: 'flex-start' }}
        maw="100%"
      />
      <Text c="gray.7">{t(`placements.about.${standing}`)}</Text>
      <RefusedList
        title={t('placements.refused', { count: refused.length })}
        refused={refused}
        nameOf={(journeyId) => refused.find((one) => one.journeyId === journeyId)?.name ?? ''}
      />
      <Answer of={list}>
        {({ items, unreadable }) => (
          <>
            <UnreadableNote people={unreadable} />
            {items.length > 0 ? (
              <Standing of={standing} cohort={id} items={items} onRefused={refuse} />
            ) : (
              unreadable.length === 0 && (
                <Message
                  title={t(`placements.empty.${standing}`)}
                  about={t(`placements.emptyAbout.${standing}`)}
                />
              )
            )}
          </>
        )}
      </Answer>
    </Stack>
  );
}

function Standing(props: {
  of: Standing;
  cohort: string;
  items: Placement[];
  onRefused: (refused: NotConfirmed[]) => void;
}) {
  const { of, cohort: id, items } = props;
  const about = useQuery(cohort(id)).data;
  if (of === 'proposed') return <Proposed cohort={id} items={items} onRefused={props.onRefused} />;
  if (of === 'objected') return <Objections items={items} clusterBy={about?.clusterBy ?? null} />;
  return <Confirmed items={items} cohort={id} />;
}

function Confirmed({ items, cohort: id }: { items: Placement[]; cohort: string }) {
  const { t } = useTranslation();
  return (
    <>
      {items.some(({ lacks }) => lacks.length > 0) && (
        <PageLink to="/cohorts/$id/groups" params={{ id }}>
          {t('placements.toGroups')}
        </PageLink>
      )}
      <ul className="placements">
        {items.map((one) => (
          <li key={one.journeyId}>
            <PlacementLine of={one} />
            {one.lacks.length > 0 && (
              <Group gap={6} mt={6}>
                <Text size="sm">{t('placements.lacks.title')}:</Text>
                {one.lacks.map((lack) => (
                  <Badge key={lack} color={TONES.warn}>
                    {t(`placements.lacks.${lack}`)}
                  </Badge>
                ))}
              </Group>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
