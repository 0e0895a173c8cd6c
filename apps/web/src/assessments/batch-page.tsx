import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohort as cohortQuery } from '../api/queries.js';
import { CheckedRows } from '../enrolment/checked-rows.js';
import { oneImport } from '../enrolment/imports.js';
import { Upload } from '../enrolment/upload.js';
import { Answer, Waiting } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { PageTitle } from '../parts/page-title.js';
import { tasksKey } from '../tasks/task-queries.js';
import '../enrolment/words.js';
import './words.js';

/** Many results of one cohort from a sheet: chosen, checked row by row, confirmed. */
export function BatchPage() {
  const { cohort } = useParams({ strict: false }) as { cohort: string };
  const { t } = useTranslation();
  const about = useQuery(cohortQuery(cohort));
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <Answer of={about}>
      {({ name }) => (
        <>
          <BackLink to="/assessments">{t('assessments.back')}</BackLink>
          <PageTitle of={name} mt={4}>
            {t('assessments.importTitle')}
          </PageTitle>
          <Text fw={600}>{name}</Text>
          <Text c="gray.7" mb="md">
            {t('assessments.importAbout')}
          </Text>
          <Card withBorder>
            {saved === null ? (
              <Upload cohort={cohort} kind="profiles" onSaved={setSaved} />
            ) : (
              <Saved upload={saved} again={() => setSaved(null)} />
            )}
          </Card>
        </>
      )}
    </Answer>
  );
}

const AGAIN_MS = 1_000;

/** What became of each row, as soon as all are through. */
function Saved({ upload, again }: { upload: string; again: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const detail = useQuery({
    ...oneImport(upload, undefined),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? AGAIN_MS : false),
  });
  const isOver = detail.data !== undefined && detail.data.status !== 'running';
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: tasksKey({ role: 'centre' }) });
  }, [isOver, queries]);
  return (
    <Answer of={detail}>
      {(of) =>
        of.status === 'running' ? (
          <Waiting />
        ) : (
          <>
            <Title order={2} size="h4" mb="sm" role="status">
              {t('enrolment.stored', { count: of.accepted })}
            </Title>
            <CheckedRows of={of} />
            <Group mt="md">
              <Button variant="default" onClick={again}>
                {t('assessments.another')}
              </Button>
            </Group>
          </>
        )
      }
    </Answer>
  );
}
