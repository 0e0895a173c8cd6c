import type { paths } from '../api/schema.js';

/** The drawn statechart of one journey, as the API answers it. */
export type JourneyDiagram =
  paths['/api/v1/journeys/{id}/diagram']['get']['responses']['200']['content']['application/json'];

/** The same picture for a cohort. */
export type CohortDiagram =
  paths['/api/v1/cohorts/{id}/diagram']['get']['responses']['200']['content']['application/json'];

/** What every drawn statechart has, whoever is on it. */
export type Picture = Pick<JourneyDiagram, 'width' | 'height' | 'bands' | 'lines' | 'anywhere'> & {
  nodes: PictureNode[];
};

export type PictureNode = JourneyDiagram['nodes'][number];
export type PictureLine = JourneyDiagram['lines'][number];

export type Tone = 'walked' | 'here' | 'next' | 'ahead' | 'other';

/** How a box looks, and what stands in it below its name. */
export interface NodeLook {
  tone: Tone;
  note: string | null;
  /** The whole of it in words, for whoever hears the picture. */
  spoken: string;
  /** Overrides the tone's fill: a heat. */
  fill?: string;
  ink?: string;
  mark?: string;
  /** On the upper edge: a number, and beside it another one that alarms. */
  badge?: string;
  alarm?: string;
}

export interface LineLook {
  tone: Tone;
  /** Of the way that was walked, or may be next; otherwise those that the picture has. */
  lines: string[] | null;
  date: string | null;
}

export const holdersOf = (path: string): string[] =>
  path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
