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
export { readTable } from './tabular/read-table.js';
export { readCsv } from './tabular/read-csv.js';
export { writeCsv } from './tabular/write-csv.js';
export { writeXlsx, type SheetToWrite } from './tabular/write-xlsx.js';
