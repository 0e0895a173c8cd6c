import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled part of a page; `aside` stands at the end of its heading. */
export function Part(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={props.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" c="gray.8">
          {props.title}
        </Title>
        {props.aside}
      </Group>
      {props.children}
    </Card>
  );
}
