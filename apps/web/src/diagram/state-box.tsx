import type { NodeLook, PictureNode, Tone } from './picture.js';

interface Dress {
  fill: string;
  stroke: string;
  width: number;
  dash?: string;
  ink: string;
  soft: string;
}

const BOX: Record<Tone, Dress> = {
  walked: { fill: '#e3f1f8', stroke: '#0b5d86', width: 1.8, ink: '#06344d', soft: '#0a4f72' },
  here: { fill: '#0b5d86', stroke: '#05364f', width: 2.5, ink: '#ffffff', soft: '#e8f4f9' },
  next: { fill: '#fff7ec', stroke: '#a34f00', width: 2, dash: '6 4', ink: '#4d2400', soft: '#7c3a00' },
  ahead: { fill: '#ffffff', stroke: '#7d8a95', width: 1.3, ink: '#26313a', soft: '#4f5b66' },
  other: { fill: '#ffffff', stroke: '#c3ccd3', width: 1.1, ink: '#4f5b66', soft: '#66737e' },
};

const GROUP: Record<Tone, Dress> = {
  walked: { ...BOX.walked, fill: '#f2f8fb', stroke: '#4796bc', width: 1.5 },
  here: { ...BOX.walked, fill: '#eef6fa', stroke: '#0b5d86', width: 2.8 },
  next: { ...BOX.next, fill: '#fffbf5', width: 1.6 },
  ahead: { ...BOX.ahead, fill: '#f7f9fb', stroke: '#a9b4bd' },
  other: { ...BOX.other, fill: '#f9fbfc', stroke: '#d3dae0' },
};

/** What is walked has a tick, and where it stands a full dot: the picture can be read without its colours. */
const MARKS: Partial<Record<Tone, string>> = { walked: '✓', here: '●' };

export function StateBox(props: {
  node: PictureNode;
  look: NodeLook;
  isGroup: boolean;
  stop: string | undefined;
  picked: string | null;
  onPick: (id: string) => void;
  onOpen: ((id: string) => void) | undefined;
}) {
  const { node, look, isGroup } = props;
  const act = props.onOpen ?? props.onPick;
  const { id, x, y, width, height, kind } = node;
  const dress = (isGroup ? GROUP : BOX)[look.tone];
  const isHere = look.tone === 'here' && !isGroup;
  return (
    <g className={props.picked === id ? 'picked' : undefined}>
      <g aria-hidden>
        {isHere && (
          <rect
            className="pulse"
            x={x - 6}
            y={y - 6}
            width={width + 12}
            height={height + 12}
            rx={15}
            fill="none"
            stroke="#0b5d86"
            strokeOpacity={0.3}
            strokeWidth={6}
          />
        )}
        <rect
          className="box"
          {...{ x, y, width, height }}
          rx={kind === 'end' ? height / 2 : isGroup ? 12 : 9}
          fill={look.fill ?? dress.fill}
          stroke={dress.stroke}
          strokeWidth={dress.width}
          strokeDasharray={dress.dash}
        />
        {isGroup ? (
          <GroupTitle node={node} look={look} dress={dress} />
        ) : (
          <Words {...{ node, look, dress }} />
        )}
        <Counts node={node} look={look} />
      </g>
      <rect
        className="hit"
        {...{ x, y, width, height }}
        rx={kind === 'end' ? height / 2 : 10}
        fill="transparent"
        role={props.onOpen ? 'link' : 'button'}
        tabIndex={props.stop === id ? 0 : -1}
        aria-label={look.spoken}
        aria-pressed={props.onOpen ? undefined : props.picked === id}
        data-id={id}
        onClick={() => act(id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act(id);
        }}
      />
    </g>
  );
}

function GroupTitle({ node, look, dress }: { node: PictureNode; look: NodeLook; dress: Dress }) {
  const fits = node.label.length * 7.6 + (look.note?.length ?? 0) * 6.2 + 40 < node.width;
  return (
    <>
      <text x={node.x + 14} y={node.y + 22} fontSize={13.5} fontWeight={650} fill={look.ink ?? dress.ink}>
        {`${node.label} `}
      </text>
      {look.note !== null && fits && (
        <text x={node.x + node.width - 14} y={node.y + 22} textAnchor="end" fontSize={11.5} fill={dress.soft}>
          {look.note}
        </text>
      )}
    </>
  );
}

const LINE = 17;

/** The name, broken into lines, and the note below it, both in the middle of the box. */
function Words({ node, look, dress }: { node: PictureNode; look: NodeLook; dress: Dress }) {
  const { x, y, width, height, lines } = node;
  const middle = x + width / 2;
  const rows = lines.length + (look.note === null ? 0 : 0.95);
  const top = y + height / 2 - (rows * LINE) / 2 + 12.5;
  const ink = look.ink ?? dress.ink;
  const mark = look.mark ?? MARKS[look.tone];
  return (
    <>
      <text textAnchor="middle" fontSize={13} fontWeight={620} fill={ink}>
        {lines.map((line, index) => (
          <tspan key={line} x={middle} y={top + index * LINE}>
            {/* The space keeps the words of two lines apart for whoever hears them. */}
            {`${line} `}
          </tspan>
        ))}
      </text>
      {look.note !== null && (
        <text
          x={middle}
          y={top + lines.length * LINE}
          textAnchor="middle"
          fontSize={11.5}
          fill={look.ink ?? dress.soft}
        >
          {look.note}
        </text>
      )}
      {mark !== undefined && <Mark x={x + width - 3} y={y + 3} mark={mark} stroke={dress.stroke} />}
    </>
  );
}

/** A button on the corner of a box. */
function Mark({ x, y, mark, stroke }: { x: number; y: number; mark: string; stroke: string }) {
  return (
    <g aria-hidden>
      <circle cx={x} cy={y} r={8.5} fill="#ffffff" stroke={stroke} strokeWidth={1.6} />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={700} fill={stroke}>
        {mark}
      </text>
    </g>
  );
}

/** How many are here, and how many of them are late, on the upper edge of the box. */
function Counts({ node, look }: { node: PictureNode; look: NodeLook }) {
  const { badge, alarm } = look;
  if (badge === undefined) return null;
  const wide = (text: string) => text.length * 8 + 14;
  const right = node.x + node.width - 4;
  return (
    <g aria-hidden>
      <Pill x={right - wide(badge)} y={node.y - 10} width={wide(badge)} text={badge} fill="#05364f" />
      {alarm !== undefined && (
        <Pill
          x={right - wide(badge) - wide(`! ${alarm}`) - 3}
          y={node.y - 10}
          width={wide(`! ${alarm}`)}
          text={`! ${alarm}`}
          fill="#a31d1d"
        />
      )}
    </g>
  );
}

function Pill({
  x,
  y,
  width,
  text,
  fill,
}: {
  x: number;
  y: number;
  width: number;
  text: string;
  fill: string;
}) {
  return (
    <>
      <rect x={x} y={y} width={width} height={20} rx={10} fill={fill} stroke="#ffffff" strokeWidth={1.5} />
      <text
        x={x + width / 2}
        y={y + 14.5}
        textAnchor="middle"
        fontSize={12.5}
        fontWeight={700}
        fill="#ffffff"
      >
        {text}
      </text>
    </>
  );
}
