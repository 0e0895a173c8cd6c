export { remind, type RemindDeps, type RemindRequest } from './remind.js';
export type { ReminderStore, ReminderToWrite, TaskToRemind } from './reminder-store.port.js';
