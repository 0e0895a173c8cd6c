export type * from './definition.js';
export { delaysOf } from './deadlines.js';
export { begin, fire, inspect, step } from './step.js';
export { lint } from './lint.js';
export { statePaths } from './state-paths.js';
export {
  diagramOf,
  type Diagram,
  type DiagramEdge,
  type DiagramNode,
  type DiagramNodeKind,
  type Trigger,
} from './diagram.js';
export { walkOf, type EdgeVisit, type NodeVisit, type Walk, type WalkedStep } from './diagram-walk.js';
