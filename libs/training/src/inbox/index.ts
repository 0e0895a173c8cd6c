export {
  deputyInput,
  endDeputy,
  nameDeputy,
  suitableDeputies,
  type Deputy,
  type DeputyDeps,
  type DeputyStore,
  type NamedSeat,
  type SeatOf,
  type SuitablePeople,
} from './deputies.js';
export { InboxDesk, type InboxDeskParts } from './inbox-desk.js';
export {
  INBOX_KINDS,
  type InboxCounts,
  type InboxItem,
  type InboxKind,
  type InboxStore,
  type InboxSubject,
  type Recipient,
} from './inbox-store.port.js';
export { itemWords, type ItemWords } from './item-words.js';
export { MailRoom, type MailRoomParts } from './mail-room.js';
export {
  MAIL_STATUSES,
  type LeasedMail,
  type MailLine,
  type MailStatus,
  type MailStore,
  type UndecidedItem,
} from './mail-store.port.js';
export {
  changePreferences,
  preferencesInput,
  preferencesOf,
  type PreferenceDeps,
  type Preferences,
} from './preferences.js';
export type { OwnPreferences, PreferenceStore, StoredPreferences } from './preferences.port.js';
