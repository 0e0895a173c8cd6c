import { Anchor, Card, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cohort as cohortQuery } from '../api/queries.js';
import { Upload } from '../enrolment/upload.js';
import { Answer } from '../parts/answer.js';
import '../enrolment/words.js';
import './words.js';

/** Many results of one cohort from a sheet: chosen, checked row by row, confirmed. */
export function BatchPage() {
  const { cohort } = useParams({ strict: false }) as { cohort: string };
  const { t } = useTranslation();
  const about = useQuery(cohortQuery(cohort));
  return (
    <Answer of={about}>
      {({ name }) => (
        <>
          <Anchor
            component={Link}
            to="/assessments"
            size="sm"
            display="inline-flex"
            style={{ alignItems: 'center', gap: 4 }}
          >
            <IconArrowLeft size={16} aria-hidden /> {t('assessments.back')}
          </Anchor>
          <Title order={1} size="h2" mt={4}>
            {t('assessments.importTitle')}
          </Title>
          <Text fw={600}>{name}</Text>
          <Text c="gray.7" mb="md">
            {t('assessments.importAbout')}
          </Text>
          <Card withBorder>
            <Upload cohort={cohort} kind="profiles" />
          </Card>
        </>
      )}
    </Answer>
  );
}
