export * from './fault-script.js';
export * from './movable-clock.js';
export * from './permit/permit-office.js';
export * from './permit/permit.definition.js';
export * from './permit/permit.dues.js';
export { permitTaskEvents } from './permit/permit.events.js';
export * from './private-redis.js';
export * from './private-smtp.js';
export * from './template-database.js';
