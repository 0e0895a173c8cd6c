import type { Instant, LocalDate } from '#libs/calendar';

export const CORRECTABLE = [
  'name',
  'nip',
  'birthDate',
  'sex',
  'email',
  'phone',
  'unit',
  'post',
  'rank',
] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

export type RequestStatus = 'open' | 'accepted' | 'refused' | 'ended';

/** What a person asked about his data. */
export interface DataRequest {
  id: string;
  personId: string;
  personName: string | null;
  kind: 'correction' | 'restriction';
  field: CorrectableField | null;
  /** As it ought to be. */
  value: string | null;
  /** As it stands now. */
  current: string | null;
  reason: string;
  status: RequestStatus;
  askedAt: Instant;
  /** 3×24 hours later (UU 27/2022 Ps 30, 32, 40, 41). */
  dueAt: Instant;
  answer: string | null;
  answeredAt: Instant | null;
  /** An organisation that keeps his data. */
  orgId: string | null;
}

export type NewRequest = Pick<
  DataRequest,
  'id' | 'personId' | 'kind' | 'field' | 'value' | 'reason' | 'askedAt' | 'dueAt'
>;

export interface RequestAnswer {
  status: Exclude<RequestStatus, 'open'>;
  answer: string | null;
  by: string;
  at: Instant;
  today: LocalDate;
}

export interface DataRequests {
  /** False when the same is asked already. */
  ask(request: NewRequest): Promise<boolean>;
  ofPerson(personId: string): Promise<DataRequest[]>;
  /** Of people whose data these organisations keep; null for all. What is due first comes first. */
  list(
    filter: { orgs: string[] | null; status?: RequestStatus },
    page: { limit: number; after: { due: Instant; id: string } | null },
  ): Promise<DataRequest[]>;
  byId(id: string, orgs: string[] | null): Promise<DataRequest | null>;
  /** Which of these whoever asks answers, as the record knows him. */
  shown(ids: readonly string[]): Promise<Set<string>>;
  /** In one unit with what it changes. `taken`: the NIP is somebody else's. `gone`: it was answered meanwhile. */
  answer(id: string, answer: RequestAnswer): Promise<'done' | 'gone' | 'taken'>;
  isRestricted(personId: string): Promise<boolean>;
}
