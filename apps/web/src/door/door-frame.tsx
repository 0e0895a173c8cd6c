import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTabTitle } from '../parts/tab-title.js';
import { LanguageSwitch } from '../shell/account-link.js';

interface Props {
  title: string;
  about?: string;
  /** What the tab says where the heading is the product's name. */
  tab?: string;
  children: ReactNode;
}

/** A page before the house: its name, the choice of language, and little else. */
export function DoorFrame({ title, about, tab = title, children }: Props) {
  useTabTitle([tab]);
  return (
    <Container size={520} py={72} component="main">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} c="river.8">
              {title}
            </Title>
            {about !== undefined && <Text c="gray.7">{about}</Text>}
          </div>
          <LanguageSwitch />
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
