/** The four ways of joining assessment and training (seed 002, body, Alternatives I to IV in this order). */
export const PATHWAYS = ['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const;

export type Pathway = (typeof PATHWAYS)[number];

/** What classes of the cluster pathway are formed by (seed 002, Alternative II b). */
export const CLUSTER_BASES = ['family', 'category'] as const;

export type ClusterBasis = (typeof CLUSTER_BASES)[number];
