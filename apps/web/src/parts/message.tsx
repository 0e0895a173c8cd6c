import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTabTitle } from './tab-title.js';

/** A page, or a part of one, that has nothing to show: why, and what one can do. */
export function Message(props: { title: string; about?: string; children?: ReactNode }) {
  useTabTitle([props.title], 'message');
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <Title order={2} size="h3">
        {props.title}
      </Title>
      {props.about !== undefined && (
        <Text c="gray.7" maw={460}>
          {props.about}
        </Text>
      )}
      {props.children}
    </Stack>
  );
}
