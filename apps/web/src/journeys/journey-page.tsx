import { Badge, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journey } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { DeadlineTable } from './deadline-table.js';
import { GapTable } from './gap-table.js';
import { NextStep } from './next-step.js';
import { PlanTable } from './plan-table.js';
import { Story } from './story.js';

const COLOURS = {
  live: TONES.good,
  suspended: TONES.warn,
  incident: TONES.alarm,
  final: TONES.quiet,
};

/** Where it stands, what comes next and by when, whose turn it is; then how it came here, and why. */
export function JourneyPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const page = useQuery(journey(id));
  return (
    <Answer of={page}>
      {({ participant, cohort, status, where, next, deadlines, gaps, gapsAfter, plan }) => (
        <>
          <Group justify="space-between" align="flex-start" mb="md">
            <div>
              <Title order={1} size="h2">
                {participant.name}
              </Title>
              <Text c="gray.7">
                {participant.post}
                {participant.agency && ` · ${participant.agency.name}`}
              </Text>
              <Link to="/cohorts/$id" params={{ id: cohort.id }}>
                {cohort.name}
              </Link>
            </div>
            <Badge size="lg" color={COLOURS[status]}>
              {t(`journey.status.${status}`)}
            </Badge>
          </Group>
          <Grid>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Part title={t('journey.where')}>
                <Text fw={600}>{where}</Text>
              </Part>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Part title={t('journey.next')}>
                <NextStep next={next} />
                {next?.why != null && (
                  <Text size="sm" mt={4}>
                    {next.why}
                  </Text>
                )}
              </Part>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Stack>
                {gaps && <GapTable gaps={gaps} after={gapsAfter} />}
                {plan && <PlanTable plan={plan} />}
                <DeadlineTable deadlines={deadlines} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Story id={id} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </Answer>
  );
}
