import { AuditChainCheck, type AuditFault } from '#libs/access';
import type { Bilingual } from '#libs/calendar';
import type { Fault } from '#libs/engine';
import { auditStore } from '#libs/persistence';
import type { OpenRecord } from './open-record.js';

/** Every kind of fault that the audit's chain can have, in words. */
export const AUDIT_FAULTS: Record<`audit.${AuditFault['fault']}`, Bilingual> = {
  'audit.gap': {
    id: 'Nomor jejak audit berlubang: ada entri yang hilang',
    en: 'The audit has a hole: an entry is missing',
  },
  'audit.link': {
    id: 'Entri jejak audit tidak menyambung pada entri sebelumnya',
    en: 'An entry of the audit does not follow the one before it',
  },
  'audit.hash': { id: 'Entri jejak audit diubah', en: 'An entry of the audit was changed' },
  'audit.digest': {
    id: 'Isi entri jejak audit diubah',
    en: 'What an entry of the audit says was changed',
  },
  'audit.blankedWithoutEntry': {
    id: 'Entri jejak audit dikosongkan tanpa catatan',
    en: 'An entry of the audit was blanked and no entry says so',
  },
  'audit.head': {
    id: 'Jejak audit tidak berakhir di tempat yang semestinya',
    en: 'The audit does not end where it should',
  },
};

const AT_ONCE = 2_000;

export const NO_AUDIT = { entries: 0, faults: 0 };

/** Walks the audit's chain up to where it ends now. */
export async function verifyAudit(
  { dataSource }: Pick<OpenRecord, 'dataSource'>,
  found: (fault: Fault) => void,
): Promise<typeof NO_AUDIT> {
  const store = auditStore(dataSource.manager);
  const head = await store.head();
  const check = new AuditChainCheck();
  let faults = 0;
  const tell = (all: AuditFault[]) => {
    for (const { n, fault } of all) {
      faults += 1;
      found({ kind: `audit.${fault}`, instanceId: null, subject: `entry ${n}` });
    }
  };
  while (check.entries < head.n) {
    const page = await store.after(check.entries, Math.min(AT_ONCE, head.n - check.entries));
    if (page.length === 0) break;
    tell(check.take(page));
  }
  tell(check.end(head));
  return { entries: check.entries, faults };
}
