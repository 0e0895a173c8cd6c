import { Card, Group, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import './folding-part.css';
import { Part } from './part.js';

/** Whether this is a phone: what is secondary waits there until it is asked for. */
export const useNarrow = () => useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });

interface Props {
  title: string;
  /** In few words what is in it, for whoever decides whether to open it. */
  about?: string;
  aside?: ReactNode;
  /** Under which it is remembered that it was opened, for whoever comes back to the page. */
  name?: string;
  children: ReactNode;
}

/** What was opened stays open until the page is loaded anew. */
const opened = new Set<string>();

/** A part of a page that a phone shows folded, and fetches only when it is opened; elsewhere it is open like any other. */
export function FoldingPart(props: Props) {
  return useNarrow() ? <Folded {...props} /> : <Part {...props} />;
}

function Folded({ title, about, aside, name, children }: Props) {
  const [isOpen, setOpen] = useState(name !== undefined && opened.has(name));
  const toggled = (open: boolean) => {
    setOpen(open);
    if (name === undefined) return;
    if (open) opened.add(name);
    else opened.delete(name);
  };
  return (
    <Card withBorder component="section" aria-label={title} padding={0}>
      <details
        className="folding"
        open={isOpen}
        onToggle={({ currentTarget }) => toggled(currentTarget.open)}
      >
        <summary>
          <Title order={2} size="h5" c="gray.8">
            {title}
          </Title>
          {about !== undefined && <span className="folding-about">{about}</span>}
        </summary>
        {isOpen && (
          <div className="folding-content">
            {aside !== undefined && <Group mb="xs">{aside}</Group>}
            {children}
          </div>
        )}
      </details>
    </Card>
  );
}
