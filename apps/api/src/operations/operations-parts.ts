import type { BulkDesk, BulkStore, IncidentBook, IncidentRoom } from '#libs/training';

/** What the routes of operators work with. The composition root builds it once. */
export interface OperationsParts {
  bulk: BulkDesk;
  bulkStore: Pick<BulkStore, 'list' | 'items'>;
  incidents: IncidentRoom;
  incidentBook: IncidentBook;
}

export const OPERATIONS = Symbol('operations');
