import { hasRole, type Caller } from '#libs/access';
import { institutesOf, scopeOf } from '../journeys/scope.js';
import type { NoticeReader } from './notice-book.port.js';

export function noticeReaderOf(caller: Caller): NoticeReader {
  const { person, agencies, centres } = scopeOf(caller);
  return { person, agencies, centres, institutes: institutesOf(caller), lan: hasRole(caller, 'lan') };
}
