import type { Language, Zone } from '#libs/calendar';
import type { MailMode, QuietHours } from '#libs/knowledge';

/** What a person has set; what is absent follows the defaults in force. */
export interface OwnPreferences {
  language?: Language;
  mail?: MailMode;
  digestAt?: string;
  /** Null: no quiet hours. */
  quietHours?: QuietHours | null;
  zone?: Zone;
}

export interface StoredPreferences {
  own: OwnPreferences;
  /** Of the organisation that he works for or comes from. */
  homeZone: Zone;
  /** Whether there is a mail address to reach him by. */
  reachable: boolean;
}

export interface PreferenceStore {
  of(recipient: string): Promise<StoredPreferences>;
  /** Replaces what he has set; mail that waits is decided upon anew. */
  save(recipient: string, own: OwnPreferences): Promise<void>;
  /** Turns mail off for whoever bears the token of a letter; false for a token that nobody bears. */
  unsubscribe(token: string): Promise<boolean>;
}
