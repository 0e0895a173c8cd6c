import type { Language } from '#libs/calendar';
import { happenedLabel } from '../event-labels.js';
import { stateLabel } from '../state-labels.js';
import { brokenLabel } from './lines.js';
import { edgeLabel } from './edge-labels.js';
import type { Picture } from './pictures.js';

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** The picture itself, the same for everyone: boxes, arrows, and where they lie. Lengths are pixels at a scale of one. */
export function pictureView({ diagram, drawing }: Picture, language: Language) {
  const boxes = new Map(drawing.nodes.map((node) => [node.id, node]));
  const lines = new Map(drawing.lines.flatMap((line) => line.edges.map((id) => [id, line] as const)));
  return {
    width: drawing.width,
    height: drawing.height,
    bands: drawing.bands,
    nodes: diagram.nodes.map(({ id, parent, kind, isInitial, isPassing }) => {
      const { x, y, width, height } = boxes.get(id) ?? NOWHERE;
      const label = stateLabel(id)[language];
      /** Left out of the picture: nobody is ever seen there, or everybody may go there from anywhere. */
      const isDrawn = boxes.has(id);
      const text = boxes.get(id)?.lines ?? [label];
      return { id, parent, label, kind, isInitial, isPassing, isDrawn, x, y, width, height, lines: text };
    }),
    edges: diagram.edges.map((edge) => ({
      ...edge,
      label: edgeLabel(edge)[language],
      lines: brokenLabel(edgeLabel(edge)[language]),
      points: lines.get(edge.id)?.points ?? [],
    })),
    lines: drawing.lines,
    /** How any live journey may end. */
    anywhere: diagram.anywhere.map(({ to, by }) => ({
      to,
      label: by.kind === 'event' ? happenedLabel(by.name ?? '')[language] : stateLabel(to)[language],
    })),
  };
}
