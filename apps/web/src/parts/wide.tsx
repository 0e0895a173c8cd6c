import type { CSSProperties, ReactNode } from 'react';
import './wide.css';

/** What may be wider than a phone scrolls by itself, with the keyboard too; the page does not. */
export function Wide(props: {
  label: string;
  /** The least width of the table in it, in pixels. */
  width?: number;
  children: ReactNode;
}) {
  const style = { '--least': `${String(props.width ?? 720)}px` } as CSSProperties;
  return (
    <div className="wide" role="group" aria-label={props.label} tabIndex={0} style={style}>
      {props.children}
    </div>
  );
}
