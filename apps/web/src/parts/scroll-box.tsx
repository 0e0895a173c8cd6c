import type { ReactNode } from 'react';

/** A table that may be wider than its place scrolls by itself, with the keyboard too; it is at least so many pixels wide. */
export function ScrollBox(props: { label: string; width: number; children: ReactNode }) {
  return (
    <div role="group" aria-label={props.label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <div style={{ minWidth: props.width }}>{props.children}</div>
    </div>
  );
}
