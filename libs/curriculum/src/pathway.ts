/** The four ways of joining assessment and training (seed 002, body, Alternatives I to IV in this order). */
export const PATHWAYS = ['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const;

export type Pathway = (typeof PATHWAYS)[number];

/** The pathways that treat gaps by coaching (seed 002, Alternatives III b and IV b). */
export const COACHED_PATHWAYS = ['a-la-carte', 'generic-plus'] as const satisfies readonly Pathway[];

export type CoachedPathway = (typeof COACHED_PATHWAYS)[number];

/** Whether a pathway treats gaps by coaching. */
export function isCoached(pathway: Pathway | null): pathway is CoachedPathway {
  return COACHED_PATHWAYS.some((one) => one === pathway);
}

/** What classes of the cluster pathway are formed by (seed 002, Alternative II b). */
export const CLUSTER_BASES = ['family', 'category'] as const;

export type ClusterBasis = (typeof CLUSTER_BASES)[number];
