export type * from './definition.js';
export { delaysOf } from './deadlines.js';
export { begin, fire, inspect, step } from './step.js';
export { lint } from './lint.js';
export { statePaths } from './state-paths.js';
