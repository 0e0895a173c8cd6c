import { Title, type TitleProps } from '@mantine/core';
import { useTabTitle } from './tab-title.js';

interface Props extends Omit<TitleProps, 'order' | 'size' | 'children'> {
  children: string;
  /** What else tells this page from others with the same heading; the tab alone says it. */
  of?: string | null | undefined;
}

/** The heading of a page, which its tab bears too. */
export function PageTitle({ children, of, ...more }: Props) {
  useTabTitle([children, of]);
  return (
    <Title order={1} size="h2" {...more}>
      {children}
    </Title>
  );
}
