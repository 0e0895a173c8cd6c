export { cohortDiagram } from './cohort-diagram.js';
export { deadlineLabel } from './deadline-labels.js';
export type { Drawing } from './drawing.js';
export { edgeLabel } from './edge-labels.js';
export { hintsFor } from './drawing-hints.js';
export { journeyDiagram, type DiagramQuestion } from './journey-diagram.js';
export { layOut } from './lay-out.js';
export { pictureView } from './picture-view.js';
export { Pictures, type Picture } from './pictures.js';
