import type { EntityManager } from 'typeorm';
import type { PreferenceStore, StoredPreferences } from '#libs/training';

/** What is known of a reader by a column that names him, as JSON. The zone is that of where he works or comes from. */
export const preferencesOf = (recipient: string): string => `jsonb_build_object(
  'own', coalesce((select own from inbox_preference where inbox_preference.recipient = ${recipient}), '{}'),
  'homeZone', coalesce(
    (select organisation.zone from membership
       join organisation on organisation.id = membership.organisation_id
       left join account on account.id = membership.account_id
     where ${recipient} in (membership.person_id, account.person_id, account.id)
     order by organisation.code limit 1),
    (select organisation.zone from enrolment join organisation on organisation.id = enrolment.agency_org_id
     where enrolment.person_id = ${recipient} order by enrolment.created_at desc limit 1),
    'Asia/Jakarta'),
  'reachable', exists (select 1 from person_data where person_data.person_id = ${recipient} and email is not null))`;

export function preferenceStore(manager: EntityManager): PreferenceStore {
  const save = (recipient: string, own: object) =>
    manager.transaction(async (unit) => {
      await unit.query(
        `insert into inbox_preference (recipient, own) values ($1, $2)
         on conflict (recipient) do update set own = excluded.own`,
        [recipient, JSON.stringify(own)],
      );
      await decideAnew(unit, recipient);
    });
  return {
    async of(recipient) {
      const [row] = await manager.query<{ stored: StoredPreferences }[]>(
        `select ${preferencesOf('$1::uuid')} as stored`,
        [recipient],
      );
      return row!.stored;
    },
    save,
    unsubscribe: (token) =>
      manager.transaction(async (unit) => {
        const [rows] = await unit.query<[{ recipient: string }[], number]>(
          `update inbox_preference set own = own || '{"mail": "none"}' where token = $1 returning recipient`,
          [token],
        );
        for (const { recipient } of rows) await decideAnew(unit, recipient);
        return rows.length > 0;
      }),
  };
}

async function decideAnew(unit: EntityManager, recipient: string): Promise<void> {
  await unit.query(
    `update inbox_item set mail = 'undecided', mail_at = null where recipient = $1 and mail = 'waiting'`,
    [recipient],
  );
}
