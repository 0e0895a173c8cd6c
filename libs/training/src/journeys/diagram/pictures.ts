import type { Language } from '#libs/calendar';
import { diagramOf, type AnyDefinition, type Diagram } from '#libs/statechart';
import { stateLabel } from '../state-labels.js';
import type { Drawing } from './drawing.js';
import { hintsFor } from './drawing-hints.js';
import { edgeLabel } from './edge-labels.js';
import { layOut } from './lay-out.js';

/** A definition's statechart and how it is drawn in one language. */
export interface Picture {
  diagram: Diagram;
  drawing: Drawing;
}

/** Definitions never change once released: each is laid out once a language and process. */
export class Pictures {
  private readonly known = new Map<string, Promise<Picture>>();

  of(definition: AnyDefinition, language: Language): Promise<Picture> {
    const key = `${definition.key} v${String(definition.version)} ${language}`;
    let picture = this.known.get(key);
    if (!picture) {
      picture = draw(definition, language);
      this.known.set(key, picture);
      picture.catch(() => this.known.delete(key));
    }
    return picture;
  }
}

async function draw(definition: AnyDefinition, language: Language): Promise<Picture> {
  const diagram = diagramOf(definition);
  const hints = hintsFor(definition.key);
  const drawing = await layOut(diagram, hints, {
    node: (id) => stateLabel(id)[language],
    edge: (edge) => edgeLabel(edge)[language],
    band: (index) => hints.bands[index]?.title[language] ?? '',
  });
  return { diagram, drawing };
}
