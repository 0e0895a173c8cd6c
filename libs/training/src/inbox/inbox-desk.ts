import type { Instant } from '#libs/calendar';
import { remind, type RemindDeps, type RemindRequest } from '../reminders/remind.js';
import type { InboxStore } from './inbox-store.port.js';
import type { MailRoom } from './mail-room.js';

export interface InboxDeskParts extends RemindDeps {
  inbox: Pick<InboxStore, 'distribute'>;
  mailRoom: MailRoom;
}

const AT_ONCE = 500;

/** One pass: what is owed is told, what was told elsewhere is brought to the inboxes, and letters are made of it. */
export class InboxDesk {
  constructor(private readonly parts: InboxDeskParts) {}

  /** May run in any number of processes at once, and again at any time. Answers how many steps were told. */
  async remind(request: RemindRequest): Promise<number> {
    const { inbox, mailRoom } = this.parts;
    const told = await remind(this.parts, request);
    while ((await inbox.distribute(AT_ONCE)) === AT_ONCE);
    await mailRoom.prepare(request.upTo, request);
    return told;
  }

  /** Up to just before an instant, each step at its own moment: for a clock that is being moved. */
  async remindBefore(instant: Instant): Promise<void> {
    await this.remind({ upTo: new Date(Date.parse(instant) - 1).toISOString(), catchUp: false });
  }
}
