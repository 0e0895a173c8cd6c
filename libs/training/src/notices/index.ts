export type { NoticeBook, NoticeReader, NoticeRow } from './notice-book.port.js';
export { noticeSentence } from './notice-sentences.js';
export { noticeReaderOf } from './notice-reader.js';
