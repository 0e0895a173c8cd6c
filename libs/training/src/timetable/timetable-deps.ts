import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import type { TimetableStore } from './timetable-store.port.js';

/** What the use cases of the timetable work with. */
export interface TimetableDeps {
  timetable: TimetableStore;
  lookup: KnowledgeLookup;
  knowledge: Pick<Knowledge, 'workingTimes'>;
  newId: () => string;
}
