import { join } from 'node:path';
import { certificateV1, participantJourneyV1 } from '#libs/journeys';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import type { AnyDefinition } from '#libs/statechart';
import type { Box, Drawing } from './drawing.js';
import { hintsFor } from './drawing-hints.js';
import { Pictures } from './pictures.js';

const config = join(import.meta.dirname, '..', '..', '..', '..', '..', 'config');
const lookup = lookupIn(loadKnowledge(config));
const journey = participantJourneyV1(lookup) as AnyDefinition;
const pictures = new Pictures();

const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: string, inner: string) => inner.startsWith(`${outer}.`);

function collisions({ nodes }: Drawing): string[] {
  return nodes.flatMap((one, index) =>
    nodes
      .slice(index + 1)
      .filter((other) => !holds(one.id, other.id) && !holds(other.id, one.id) && overlap(one, other))
      .map((other) => `${one.id} ${other.id}`),
  );
}

describe.each(['id', 'en'] as const)('the drawn journey in %s', (language) => {
  it('has each box within the one that holds it, and none over another', async () => {
    const { drawing } = await pictures.of(journey, language);
    const whole = { x: 0, y: 0, width: drawing.width, height: drawing.height };
    const box = new Map(drawing.nodes.map((node) => [node.id, node]));
    for (const node of drawing.nodes) {
      const holder = box.get(node.id.split('.').slice(0, -1).join('.')) ?? whole;
      expect([node.id, inside(node, holder)]).toEqual([node.id, true]);
    }
    expect(collisions(drawing)).toEqual([]);
  });

  it('draws every way between boxes that are drawn, with right angles, from border to border', async () => {
    const { diagram, drawing } = await pictures.of(journey, language);
    const drawn = new Set(drawing.nodes.map(({ id }) => id));
    const wanted = diagram.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
    expect(new Set(drawing.lines.flatMap(({ edges }) => edges))).toEqual(new Set(wanted.map(({ id }) => id)));
    for (const { points } of drawing.lines) {
      expect(points.length).toBeGreaterThan(1);
      for (const [index, point] of points.entries()) {
        const before = points[index - 1];
        if (before)
          expect(Math.min(Math.abs(before.x - point.x), Math.abs(before.y - point.y))).toBeLessThan(0.2);
      }
    }
  });

  it('writes no words over a box that has nothing in it, nor over other words', async () => {
    const { drawing } = await pictures.of(journey, language);
    const labels = drawing.lines.flatMap(({ label }) => label ?? []);
    expect(labels.length).toBeGreaterThan(15);
    const single = drawing.nodes.filter(({ id }) => !drawing.nodes.some((other) => holds(id, other.id)));
    for (const [index, label] of labels.entries()) {
      expect(single.filter((node) => overlap(node, label)).map(({ id }) => id)).toEqual([]);
      expect(labels.slice(index + 1).filter((other) => overlap(other, label))).toEqual([]);
    }
  });
});

describe('pictures', () => {
  it('are laid out once', () => {
    expect(pictures.of(journey, 'id')).toBe(pictures.of(journey, 'id'));
  });

  it('have in their hints only what the journey has', async () => {
    const { diagram } = await pictures.of(journey, 'id');
    const hints = hintsFor('participantJourney');
    const ids = diagram.nodes.map(({ id }) => id);
    const named = [
      ...hints.bands.flatMap(({ nodes }) => nodes),
      ...[...hints.hidden, ...hints.sideways, ...hints.last, ...Object.keys(hints.widths)],
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    const ways = diagram.edges.map(({ id }) => id);
    expect(hints.quiet.filter((way) => !ways.some((id) => id.startsWith(`${way}:`)))).toEqual([]);
  });

  it('can be drawn of a statechart that nobody gave hints for', async () => {
    const { diagram, drawing } = await pictures.of(certificateV1(lookup) as AnyDefinition, 'id');
    expect(drawing.nodes.length).toBeGreaterThan(2);
    expect(drawing.nodes.length).toBeLessThanOrEqual(diagram.nodes.length);
    expect(collisions(drawing)).toEqual([]);
  });
});
