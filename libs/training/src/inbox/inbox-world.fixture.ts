import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Instant, Zone } from '#libs/calendar';
import type { Mailer } from '#libs/exchange';
import { loadKnowledge } from '#libs/knowledge';
import {
  createDataSource,
  deputyStore,
  inboxStore,
  mailStore,
  migrate,
  preferenceStore,
  reminderStore,
} from '#libs/persistence';
import { cloneTemplateDatabase, MovableClock } from '#libs/testing';
import { itemWords } from './item-words.js';
import { InboxDesk } from './inbox-desk.js';
import { MailRoom, type MailRoomParts } from './mail-room.js';

const knowledge = loadKnowledge(join(import.meta.dirname, '../../../../config'));
const BYTES = randomBytes(32);

export interface TaskToOpen {
  kind?: string;
  role?: string;
  zone?: Zone;
  due: Instant;
  openedAt: Instant;
  assignee?: string | null;
  /** Whose members have it where nobody is assigned; the institute otherwise. */
  office?: string;
}

/** Rows as the engine leaves them, on a database of one's own, and the desk that reads them. */
export class InboxWorld {
  readonly clock = new MovableClock('2026-09-01T00:00:00.000Z');
  readonly wall = new MovableClock('2026-09-01T00:00:00.000Z');
  readonly inbox;
  readonly mails;
  readonly preferences;
  readonly deputies;
  readonly reminders;
  institute = '';
  agency = '';

  private constructor(
    readonly database: DataSource,
    private readonly drop: () => Promise<void>,
  ) {
    const { manager } = database;
    this.inbox = inboxStore(manager);
    this.mails = mailStore(manager);
    this.preferences = preferenceStore(manager);
    this.deputies = deputyStore(manager);
    this.reminders = reminderStore(manager);
  }

  static async open(): Promise<InboxWorld> {
    const test = await cloneTemplateDatabase({ migrate });
    const database = await createDataSource({
      connectionString: test.connectionString,
      poolSize: 6,
    }).initialize();
    const world = new InboxWorld(database, () => test.drop());
    world.institute = await world.organisation('LP-01', 'institute', 'Asia/Jakarta');
    world.agency = await world.organisation('INS-01', 'agency', 'Asia/Jakarta');
    return world;
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.drop();
  }

  room(mailer: Mailer | null, more: Partial<MailRoomParts> = {}): MailRoom {
    return new MailRoom({
      ...{
        mails: this.mails,
        mailer,
        knowledge,
        publicUrl: 'https://titian.example',
        wall: () => this.wall.now(),
      },
      ...more,
    });
  }

  desk(mailer: Mailer | null = null, mailRoom = this.room(mailer)): InboxDesk {
    const { reminders, inbox } = this;
    return new InboxDesk({ reminders, inbox, mailRoom, knowledge });
  }

  async organisation(code: string, kind: string, zone: Zone): Promise<string> {
    const id = randomUUID();
    await this.sql(`insert into organisation (id, code, kind, name, zone) values ($1, $2, $3, $2, $4)`, [
      ...[id, code, kind, zone],
    ]);
    return id;
  }

  async person(name: string, email: string | null, seat?: { org: string; role: string }): Promise<string> {
    const id = randomUUID();
    await this.sql(`insert into person (id) values ($1)`, [id]);
    await this.sql(`insert into person_data (person_id, name, email) values ($1, $2, $3)`, [id, name, email]);
    if (seat)
      await this.sql(
        `insert into membership (id, organisation_id, role, person_id) values (gen_random_uuid(), $1, $2, $3)`,
        [seat.org, seat.role, id],
      );
    return id;
  }

  /** A participant in a cohort of his own with one open task that follows a deadline. */
  async task(task: TaskToOpen): Promise<{ task: string; journey: string; participant: string }> {
    const { kind = 'coachSession', role = 'coach', zone = 'Asia/Jakarta', due, openedAt } = task;
    const [id, journey, cohort] = [randomUUID(), randomUUID(), randomUUID()];
    const participant = await this.person('Contoh Peserta', null);
    await this.sql(
      `insert into cohort (org_id, id, kind, assessment_option, name, zone, versions, created_at)
       values ($1, $2, 'assessment', 'separate', 'Angkatan Contoh', $3, '{}', $4)`,
      [this.institute, cohort, zone, openedAt],
    );
    await this.sql(
      `insert into enrolment (org_id, journey_id, cohort_id, person_id, agency_org_id, entry, post_level, unit, post, rank,
         entered_on, created_at) values ($1, $2, $3, $4, $5, 'incumbent', 'administrator', '', '', '', ($6::timestamptz)::date, $6)`,
      [this.institute, journey, cohort, participant, this.agency, openedAt],
    );
    await this.sql(
      `insert into instance (org_id, id, definition_key, definition_version, snapshot, state, status, revision, head,
         next_action, next_owner, person_id, cohort_id, created_at, updated_at)
       values ($1, $2, 'participantJourney', 1, '{}', '{training}', 'live', 1, $3, 'x', 'x', $4, $5, $6, $6)`,
      [this.institute, journey, BYTES, participant, cohort, openedAt],
    );
    await this.event(journey, 1, 'started', openedAt);
    await this.deadline(journey, 1, due);
    await this.sql(
      `insert into task (org_id, id, instance_id, kind, key, role, candidate_role, candidate_org, assignee, due_deadline,
         due_at, status, opened_at, opened_by_seq)
       values ($1, $2, $3, $4, $4, $5, $5, $6, $7, 'workDue', $8, 'open', $9, 1)`,
      [this.institute, id, journey, kind, role, task.office ?? null, task.assignee ?? null, due, openedAt],
    );
    return { task: id, journey, participant };
  }

  async event(journey: string, seq: number, type: string, at: Instant): Promise<void> {
    await this.sql(
      `insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
         message_id, definition_version) values ($1, $2, $3, $4, '{}', $5, $5, $5, $5, 'x', 'system', $6, $7, 1)`,
      [this.institute, journey, seq, type, BYTES, at, String(seq)],
    );
  }

  async deadline(journey: string, seq: number, due: Instant): Promise<void> {
    await this.sql(
      `insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
       values ($1, gen_random_uuid(), $2, 'workDue', $3, ($3::timestamptz)::date, '{}', 'armed', $4)`,
      [this.institute, journey, due, seq],
    );
  }

  /** As the engine does it: the armed row moves, and its tasks follow. */
  async move(journey: string, seq: number, due: Instant, at: Instant): Promise<void> {
    await this.event(journey, seq, 'cohortRescheduled', at);
    await this.sql(
      `update deadline set due_at = $2, set_by_seq = $3 where instance_id = $1 and status = 'armed'`,
      [journey, due, seq],
    );
    await this.sql(`update task set due_at = $2 where instance_id = $1`, [journey, due]);
  }

  /** As the engine does it: fired, armed again for later by the same entry, and its tasks follow. */
  async escalate(journey: string, seq: number, next: Instant, at: Instant): Promise<void> {
    await this.event(journey, seq, 'deadlineFired', at);
    await this.sql(
      `update deadline set status = 'fired', fired_at = $3, closed_by_seq = $2 where instance_id = $1 and status = 'armed'`,
      [journey, seq, at],
    );
    await this.deadline(journey, seq, next);
    await this.sql(`update task set due_at = $2 where instance_id = $1`, [journey, next]);
  }

  /** From where the clock stands to an instant, looking every six hours as a process that never sleeps does. */
  async live(until: Instant, desk = this.desk()): Promise<void> {
    if ((await this.reminders.upTo()) === null) await desk.remind({ upTo: this.clock.now(), catchUp: true });
    while (this.clock.now() < until) {
      this.clock.advanceSeconds(6 * 3600);
      if (this.clock.now() > until) this.clock.set(until);
      await desk.remind({ upTo: this.clock.now(), catchUp: true });
    }
  }

  /** What stands in an inbox, the oldest first: when (UTC) and under which title. */
  async told(recipient: string, language: 'id' | 'en' = 'en'): Promise<string[]> {
    const items = await this.inbox.list({ id: recipient, chosen: null }, {}, { limit: 100, after: null });
    return items.reverse().map((item) => `${item.at.slice(0, 16)} ${itemWords(item, language).title}`);
  }

  sql(statement: string, values: unknown[] = []): Promise<unknown> {
    return this.database.query(statement, values);
  }
}
