import type { OrganisationStore } from '#libs/access';
import type { LocalDate } from '#libs/calendar';
import { z } from 'zod';
import { fault, type Fault } from '../refusal.js';
import { readNip } from '../roster/nip.js';

type Payload = Record<string, unknown>;
type Organisations = Pick<OrganisationStore, 'organisationsByCode' | 'organisationsById'>;
type Check = (organisations: Organisations, payload: Payload, today: LocalDate) => Promise<Fault[]>;

const centre: Check = (organisations, payload) => kindOf(organisations, payload, 'centre', CENTRE);

/** Where events name organisations, and people by their number. */
const NAMING: Record<string, Check> = {
  assignmentChanged: async (organisations, payload, today) => [
    ...(await kindOf(organisations, payload, 'agencyCode', AGENCY)),
    ...superiorFaults(payload, today),
  ],
  postAssessmentScheduled: centre,
  retestScheduled: centre,
};

/** What an event names that is not there. */
export async function unknownNames(
  organisations: Organisations,
  { type, payload }: { type: string; payload: Payload },
  today: LocalDate,
): Promise<Fault[]> {
  const check = Object.hasOwn(NAMING, type) ? NAMING[type] : undefined;
  return check ? check(organisations, payload, today) : [];
}

interface Wanted {
  kind: 'agency' | 'centre';
  id: string;
  en: string;
}

const AGENCY: Wanted = { kind: 'agency', id: 'instansi pengirim', en: 'sending agency' };
const CENTRE: Wanted = { kind: 'centre', id: 'lembaga asesmen', en: 'assessment centre' };

async function kindOf(
  organisations: Organisations,
  payload: Payload,
  field: string,
  { kind, id, en }: Wanted,
): Promise<Fault[]> {
  const named = payload[field];
  if (typeof named !== 'string' || named === '') return [];
  const byId = kind === 'centre' && z.uuid().safeParse(named).success;
  const found = byId
    ? await organisations.organisationsById([named])
    : await organisations.organisationsByCode([named]);
  if (found.some((one) => one.kind === kind)) return [];
  const where = `/api/v1/organisations?kind=${kind}`;
  return [
    fault(
      `payload.${field}`,
      `${kind}.unknown`,
      `Tidak ada ${id} ${named}; daftarnya di ${where}.`,
      `There is no ${en} ${named}; the list is at ${where}.`,
    ),
  ];
}

function superiorFaults({ superiorNip }: Payload, today: LocalDate): Fault[] {
  if (typeof superiorNip !== 'string') return [];
  const reading = readNip(superiorNip, today);
  if (reading.ok) return [];
  return [fault('payload.superiorNip', reading.code, reading.message.id, reading.message.en)];
}
