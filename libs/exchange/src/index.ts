export type {
  Delimiter,
  FileFault,
  FileFaultCode,
  Table,
  TableFormat,
  TableReading,
  TableRow,
  TextEncodingName,
} from './tabular/table.js';
export { decodeText } from './tabular/decode-text.js';
export { FILE_FAULTS } from './tabular/file-faults.js';
export type { KnowsHeading } from './tabular/heading-row.js';
export { readTable } from './tabular/read-table.js';
export { writeCsv } from './tabular/write-csv.js';
export { writeXlsx, type ColumnToWrite, type SheetToWrite } from './tabular/write-xlsx.js';
export * from './mail/index.js';
