import type { ReactNode } from 'react';
import './wide.css';

/** What may be wider than a phone scrolls by itself, with the keyboard too; the page does not. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wide" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
