import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNarrow } from '../parts/folding-part.js';

interface Parts {
  actions: ReactNode;
  deadlines: ReactNode;
  tasks: ReactNode;
  way: ReactNode;
  day: ReactNode;
  reasons: ReactNode;
  story: ReactNode;
  records: ReactNode;
}

/** The parts of a journey's page: beside each other where there is room; on a phone what is due before how it came about. */
export function JourneyParts({ actions, deadlines, tasks, way, day, reasons, story, records }: Parts) {
  if (useNarrow())
    return (
      <Stack gap="sm">
        {actions}
        {tasks}
        {deadlines}
        {way}
        {reasons}
        {story}
        {records}
        {day}
      </Stack>
    );
  return (
    <Stack>
      {actions}
      {way}
      {day}
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack>{reasons}</Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack>
            {story}
            {deadlines}
            {tasks}
            {records}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
