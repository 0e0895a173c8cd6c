import { hasRole, type Caller } from '#libs/access';
import { chosenRoles } from '../journeys/chosen-role.js';
import { institutesOf, scopeOf } from '../journeys/scope.js';
import type { NoticeReader } from './notice-book.port.js';

export function noticeReaderOf(caller: Caller): NoticeReader {
  const { agencies, centres } = scopeOf(caller);
  return {
    person: caller.personId,
    chosen: chosenRoles(caller),
    agencies,
    centres,
    institutes: institutesOf(caller),
    lan: hasRole(caller, 'lan'),
  };
}
