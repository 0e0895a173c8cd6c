import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something that one should know before going on. */
export function Note({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <Alert color="yellow" variant="light" title={title} styles={{ title: { color: '#24303a' } }}>
      {children !== undefined && (
        <Text size="sm" c="dark" component="div">
          {children}
        </Text>
      )}
    </Alert>
  );
}
