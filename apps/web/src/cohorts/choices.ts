export const PROGRAMMES = ['PKP', 'PKA', 'PKN2', 'PKN1'] as const;
export const PATHWAYS = ['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const;
