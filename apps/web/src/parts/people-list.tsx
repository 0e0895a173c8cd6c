import { List } from '@mantine/core';
import type { ReactNode } from 'react';

/** Whom something is about to be done to, one `List.Item` each; a long one is scrolled, by the keyboard too. */
export function PeopleList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <List size="sm" mah={200} style={{ overflowY: 'auto' }} tabIndex={0} aria-label={label}>
      {children}
    </List>
  );
}
