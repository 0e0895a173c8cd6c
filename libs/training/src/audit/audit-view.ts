import { withOffset, type Language, type Zone } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { ROLE_NAMES } from '../inbox/item-texts.js';
import { actionName, objectName } from './action-words.js';
import { changesIn, type ChangeLine } from './changes.js';
import type { AuditLine, AuditNames } from './audit-search.port.js';

export interface AuditLineView {
  id: string;
  at: string;
  source: AuditLine['source'];
  action: string;
  actionName: string;
  actor: {
    id: string | null;
    name: string;
    role: string | null;
    organisation: string | null;
    /** As deputy of whom. */
    actingFor: string | null;
  };
  object: { kind: string; kindName: string; id: string; name: string | null } | null;
  subject: { id: string; name: string | null } | null;
  organisation: string | null;
  reason: string | null;
  changes: ChangeLine[];
  requestId: string | null;
  address: string | null;
  /** Its personal data went with the retention of the person. */
  isErased: boolean;
}

const WORDS = {
  system: { id: 'Sistem', en: 'The system' },
  nobody: { id: 'Belum masuk', en: 'Not signed in' },
  erased: { id: 'Data dihapus', en: 'Data erased' },
  participant: { id: 'Seorang peserta', en: 'A participant' },
} as const;

/** An act as people read it. */
export function auditLineView(
  line: AuditLine,
  language: Language,
  zone: Zone,
  names: AuditNames = new Map(),
): AuditLineView {
  const { actor, data } = line;
  return {
    ...{ id: line.id, at: withOffset(line.at, zone), source: line.source, action: line.action },
    actionName: actionName(line.action)[language],
    actor: {
      id: actor.personId ?? actor.accountId,
      name: actorName(line, language),
      role: actor.role === null ? null : (ROLE_NAMES[actor.role]?.[language] ?? null),
      organisation: line.actorOrgName,
      actingFor: line.actingForName,
    },
    object:
      line.objectKind === null || line.objectId === null
        ? null
        : {
            ...{ kind: line.objectKind, id: line.objectId, name: line.objectName },
            kindName: objectName(line.objectKind)[language],
          },
    subject: line.subject === null ? null : { id: line.subject, name: line.subjectName },
    organisation: line.orgName,
    reason: data?.reason ?? null,
    changes: data === null ? [] : changesIn(data.before, data.after, { language, zone, names }),
    ...{ requestId: line.requestId, address: data?.address ?? null, isErased: data === null },
  };
}

function actorName(line: AuditLine, language: Language): string {
  const { actorName: name, username, actor } = line;
  if (name !== null) return name;
  if (username !== null) return username;
  if (line.isConcealed && actor.role !== 'system') return WORDS.participant[language];
  if (actor.role === 'system') return WORDS.system[language];
  return WORDS[actor.personId === null && actor.accountId === null ? 'nobody' : 'erased'][language];
}

const HEADINGS = {
  id: [
    'Waktu',
    'Siapa',
    'Peran',
    'Organisasi',
    'Sebagai wakil',
    'Perbuatan',
    'Terhadap',
    'Tentang',
    'Alasan',
    'Perubahan',
    'Alamat',
  ],
  en: [
    'When',
    'Who',
    'Role',
    'Organisation',
    'As deputy of',
    'Act',
    'On',
    'About',
    'Reason',
    'Changes',
    'Address',
  ],
} as const;
const WIDTHS = [26, 30, 20, 30, 24, 36, 30, 30, 40, 60, 18];

/** Acts for Excel, one a row. */
export function auditSheet(lines: readonly AuditLineView[], language: Language): SheetToWrite {
  return {
    name: language === 'id' ? 'Jejak audit' : 'Audit',
    columns: HEADINGS[language].map((heading, index) => ({ heading, width: WIDTHS[index] ?? 20 })),
    rows: lines.map(({ at, actor, actionName: act, object, subject, reason, changes, address }) => [
      ...[at, actor.name, actor.role ?? '', actor.organisation ?? '', actor.actingFor ?? '', act],
      ...[object ? [object.kindName, object.name].filter(Boolean).join(' ') : '', subject?.name ?? ''],
      ...[reason ?? '', changes.map(inOneLine).join('; '), address ?? ''],
    ]),
  };
}

function inOneLine({ field, before, after }: ChangeLine): string {
  return before === null ? `${field}: ${after ?? '—'}` : `${field}: ${before} → ${after ?? '—'}`;
}
