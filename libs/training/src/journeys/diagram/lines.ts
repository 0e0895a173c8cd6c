import type { DiagramEdge } from '#libs/statechart';
import type { Line, Words } from './drawing.js';
import { isQuiet, type DrawingHints } from './drawing-hints.js';
import { brokenInto } from './text-size.js';

const LABEL_CHARS = 13;
const NO_ROOM = { rows: 0, chars: 0 };

/** The lines of the drawing: ways between the same two boxes lie on one, there and back. */
export function linesOf(
  edges: readonly DiagramEdge[],
  shown: ReadonlySet<string>,
  hints: DrawingHints,
  words: Pick<Words, 'edge'>,
): Line[] {
  const lines = new Map<string, Line>();
  for (const edge of edges) {
    const joined = shown.has(edge.from) && shown.has(edge.to) ? siblings(edge.from, edge.to) : null;
    if (!joined) continue;
    const quiet = isQuiet(hints, edge.id);
    const back = lines.get(`${joined.to}>${joined.from}`);
    const id = `${joined.from}>${joined.to}`;
    const line = back ?? lines.get(id);
    if (line) {
      line.edges.push(edge);
      line.isMutual ||= line === back;
      line.isQuiet &&= quiet;
    } else
      lines.set(id, {
        id,
        ...joined,
        edges: [edge],
        isMutual: false,
        isQuiet: quiet,
        text: [],
        room: NO_ROOM,
      });
  }
  const order = [...shown];
  return [...lines.values()].map((line) => ({
    ...forward(line, order),
    text: textOf(line, words),
    room: roomOf(line, words),
  }));
}

/** There and back begins at the box that stands first. */
function forward(line: Line, order: readonly string[]): Line {
  const { from, to } = line;
  return line.isMutual && order.indexOf(from) > order.indexOf(to) ? { ...line, from: to, to: from } : line;
}

/** The words of an arrow, as they are drawn. */
export function brokenLabel(text: string): string[] {
  return brokenInto(text, LABEL_CHARS);
}

/** The words of the first way: where several lie on one line, or the way is a rare one, the details name them. */
function textOf({ edges, isMutual, isQuiet: quiet }: Line, words: Pick<Words, 'edge'>): string[] {
  const [first] = edges;
  return first && !isMutual && !quiet ? brokenLabel(words.edge(first)) : [];
}

/** Room for the words of any way that lies on the line. */
function roomOf({ edges }: Line, words: Pick<Words, 'edge'>): Line['room'] {
  const texts = edges.map((edge) => brokenLabel(words.edge(edge)));
  return {
    rows: Math.max(...texts.map((text) => text.length)),
    chars: Math.max(...texts.flat().map((text) => text.length)),
  };
}

/** Which boxes next to each other an arrow joins: groups stand for what they hold. Null from a group to what it holds. */
function siblings(from: string, to: string): Pick<Line, 'from' | 'to' | 'within'> | null {
  const [start, end] = [from.split('.'), to.split('.')];
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared += 1;
  if (shared >= start.length || shared >= end.length) return null;
  return {
    from: start.slice(0, shared + 1).join('.'),
    to: end.slice(0, shared + 1).join('.'),
    within: shared === 0 ? null : start.slice(0, shared).join('.'),
  };
}
