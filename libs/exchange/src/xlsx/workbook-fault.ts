import type { FileFaultCode } from '../tabular/table.js';

/** Leaves the depths of a workbook that can't be read; `readXlsx` turns it into an answer. */
export class WorkbookFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'WorkbookFault';
  }
}
