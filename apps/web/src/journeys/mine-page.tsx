import { Card, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { mine } from './queries.js';
import './words.js';

/** Nearly everybody has one journey and comes right to it; who has several chooses. */
export function MinePage() {
  const { t } = useTranslation();
  const journeys = useQuery(mine());
  return (
    <Answer of={journeys}>
      {({ items }) => {
        const [only, ...more] = items;
        if (!only) return <Message title={t('way.noneOfMine')} about={t('way.noneOfMineAbout')} />;
        if (more.length === 0) return <Navigate to="/journeys/$id" params={{ id: only.id }} replace />;
        return (
          <>
            <PageTitle mb="md">{t('way.mine')}</PageTitle>
            <Stack>
              {items.map(({ id, cohort, where }) => (
                <Card key={id} withBorder>
                  <PageLink to="/journeys/$id" params={{ id }} fw={600}>
                    {cohort.name}
                  </PageLink>
                  <Text size="sm">{where}</Text>
                </Card>
              ))}
            </Stack>
          </>
        );
      }}
    </Answer>
  );
}
