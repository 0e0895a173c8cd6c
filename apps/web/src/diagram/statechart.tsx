import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { LineLook, NodeLook, Picture, PictureLine } from './picture.js';
import './statechart.css';
import { StateBox } from './state-box.js';
import { StateLine, TONE_OF_LINE } from './state-line.js';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The picture of a statechart, already laid out: boxes within boxes and the arrows between them. One stop for the tab key;
 * arrow keys go from box to box in the order of the way.
 */
export function Statechart(props: {
  picture: Picture;
  scale: number;
  label: string;
  look: (id: string) => NodeLook;
  lineLook: (line: PictureLine) => LineLook;
  picked: string | null;
  onPick: (id: string) => void;
  /** Where a box leads to; without it, it is only picked. */
  onOpen?: (id: string) => void;
}) {
  const { picture, scale, look, lineLook, picked, onPick, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();
  const drawn = picture.nodes.filter(({ isDrawn }) => isDrawn);
  const order = drawn.map((node) => node.id);
  const stop = picked ?? order.find((one) => look(one).tone === 'here') ?? order[0];
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current || picked === null) return;
    moved.current = false;
    svg.current?.querySelector<SVGRectElement>(`[data-id="${picked}"]`)?.focus();
  }, [picked]);
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = order.indexOf(stop ?? '');
    const to = order[Math.min(Math.max(from + by, 0), order.length - 1)];
    moved.current = true;
    if (to !== undefined) onPick(to);
  };
  const lines = [...picture.lines].map((line) => ({ line, seen: lineLook(line) }));
  const loud = ['other', 'ahead', 'next', 'walked'];
  lines.sort((one, other) => loud.indexOf(one.seen.tone) - loud.indexOf(other.seen.tone));
  return (
    <svg
      ref={svg}
      className="statechart"
      role="group"
      aria-label={props.label}
      width={picture.width * scale}
      height={picture.height * scale}
      viewBox={`0 0 ${String(picture.width)} ${String(picture.height)}`}
      onKeyDown={step}
    >
      <defs>
        {Object.entries(TONE_OF_LINE).map(([tone, { stroke }]) => (
          <marker
            key={tone}
            id={`${id}-${tone}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 0.5 L8 4 L0 7.5 z" fill={stroke} />
          </marker>
        ))}
      </defs>
      {picture.bands.map(({ x, y, width, height, title }) => (
        <g key={title}>
          <rect {...{ x, y, width, height }} rx={14} fill="#fbfdfe" stroke="#e1e8ed" />
          <text x={x + width - 14} y={y + 21} textAnchor="end" fontSize={13} fill="#5b6975">
            {title}
          </text>
        </g>
      ))}
      {drawn
        .filter(({ kind }) => kind === 'group' || kind === 'parallel')
        .map((node) => (
          <StateBox
            key={node.id}
            node={node}
            look={look(node.id)}
            isGroup
            {...{ stop, picked, onPick, onOpen }}
          />
        ))}
      {lines.map(({ line, seen }) => (
        <StateLine key={line.edges.join()} line={line} look={seen} markers={id} />
      ))}
      {drawn
        .filter(({ kind }) => kind === 'single' || kind === 'end')
        .map((node) => (
          <StateBox
            key={node.id}
            node={node}
            look={look(node.id)}
            isGroup={false}
            {...{ stop, picked, onPick, onOpen }}
          />
        ))}
    </svg>
  );
}
