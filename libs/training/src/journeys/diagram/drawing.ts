import type { DiagramEdge } from '#libs/statechart';

export interface Point {
  x: number;
  y: number;
}

/** In pixels at a scale of one, from the picture's upper left corner. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface LaidNode extends Box {
  id: string;
  /** Its words, broken into lines that fit. */
  lines: string[];
}

/** One line of the drawing: all ways between the same two boxes lie on it. */
export interface LaidLine {
  edges: string[];
  points: Point[];
  /** Ways back lie on it too: it has a head at either end. */
  isMutual: boolean;
  isQuiet: boolean;
  label: LaidLabel | null;
}

export interface LaidLabel extends Box {
  lines: string[];
  /** Written along a lane: a date goes on in the same line, elsewhere it stands below. */
  isLane: boolean;
}

export interface LaidBand extends Box {
  title: string;
}

export interface Drawing {
  width: number;
  height: number;
  bands: LaidBand[];
  nodes: LaidNode[];
  lines: LaidLine[];
}

/** The words of the drawing, in one language. */
export interface Words {
  node: (id: string) => string;
  edge: (edge: DiagramEdge) => string;
  band: (index: number) => string;
}

/** A line before it is laid. */
export interface Line {
  id: string;
  /** The box within whose borders it runs; null at the top. */
  within: string | null;
  /** Boxes next to each other. */
  from: string;
  to: string;
  edges: DiagramEdge[];
  isMutual: boolean;
  isQuiet: boolean;
  text: string[];
  /** Rows and characters a row that its words take at most. */
  room: { rows: number; chars: number };
}

export function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 10) / 10;
}
