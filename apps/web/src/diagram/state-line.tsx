import type { LineLook, PictureLine, Tone } from './picture.js';

/** Colour, weight and dash tell the same: a walked way is thick and whole, what can come next is dashed. */
export const TONE_OF_LINE: Record<Exclude<Tone, 'here'>, { stroke: string; width: number; dash?: string }> = {
  walked: { stroke: '#0b5d86', width: 3 },
  next: { stroke: '#a34f00', width: 2.2, dash: '7 5' },
  ahead: { stroke: '#6b7884', width: 1.4 },
  other: { stroke: '#ccd5dc', width: 1.2 },
};

export function StateLine(props: { line: PictureLine; look: LineLook; markers: string }) {
  const { points, isMutual, label } = props.line;
  const tone = props.look.tone === 'here' ? 'walked' : props.look.tone;
  const { stroke, width, dash } = TONE_OF_LINE[tone];
  const head = `url(#${props.markers}-${tone})`;
  return (
    <g>
      <path
        d={rounded(points)}
        fill="none"
        stroke={stroke}
        strokeWidth={width}
        strokeDasharray={dash}
        markerEnd={head}
        markerStart={isMutual ? head : undefined}
      />
      {label && <LineLabel label={label} look={props.look} tone={tone} />}
    </g>
  );
}

const INK = { walked: '#084360', next: '#7c3a00', ahead: '#43505b', other: '#66737e' };

function LineLabel(props: {
  label: NonNullable<PictureLine['label']>;
  look: LineLook;
  tone: keyof typeof INK;
}) {
  const { x, y, width, isLane } = props.label;
  const { date } = props.look;
  const lines = props.look.lines ?? props.label.lines;
  const middle = x + width / 2;
  const text = {
    textAnchor: 'middle',
    fontSize: 12,
    fill: INK[props.tone],
    className: 'line-label',
  } as const;
  if (isLane)
    return (
      <text x={middle} y={y + 12} {...text}>
        {lines.join(' ')}
        {date !== null && <tspan fontWeight={650}> · {date}</tspan>}
      </text>
    );
  return (
    <text {...text}>
      {lines.map((line, index) => (
        <tspan key={line} x={middle} y={y + 12 + index * 15}>
          {line}
        </tspan>
      ))}
      {date !== null && (
        <tspan x={middle} y={y + 12 + lines.length * 15} fontWeight={650}>
          {date}
        </tspan>
      )}
    </text>
  );
}

const CORNER = 8;

/** Right angles with soft corners. */
function rounded(points: readonly { x: number; y: number }[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${at(point)}`;
      if (!after) return `L${at(point)}`;
      const [start, end] = [towards(point, before), towards(point, after)];
      return `L${at(start)} Q${at(point)} ${at(end)}`;
    })
    .join(' ');
}

const at = ({ x, y }: { x: number; y: number }) => `${String(x)} ${String(y)}`;

function towards(from: { x: number; y: number }, to: { x: number; y: number }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
