import { accompanying } from './accompanying.js';
import type { Actor, Performer, Planner } from './actor.js';
import { assessing } from './assessing.js';
import { deciding } from './deciding.js';
import { evaluating } from './evaluating.js';
import { learning } from './learning.js';
import { leaving } from './leaving.js';
import { placing } from './placing.js';

const ACTORS: readonly Actor[] = [leaving, placing, accompanying, learning, evaluating, assessing, deciding];

/** What is planned for each kind of task. */
export const PLANNERS = new Map<string, Planner>(ACTORS.flatMap(({ lists }) => Object.entries(lists)));

/** Acts by name, in the order in which a day takes them: what a journey does within a day never depends on chance. */
export const PERFORMERS = new Map<string, Performer>(ACTORS.flatMap(({ acts }) => Object.entries(acts)));
