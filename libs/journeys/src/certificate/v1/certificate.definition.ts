import { assign, setup } from 'xstate';
import {
  addDays,
  bilingual,
  dateInWords,
  opensAt,
  subtractPeriod,
  type Bilingual,
  type Due,
  type Instant,
  type LocalDate,
  type Zone,
} from '#libs/calendar';
import { delaysOf, type BaseContext, type Definition, type NextAction } from '#libs/statechart';
import {
  participantJourneyEffects,
  type ParamsOf,
} from '../../participant-journey/v1/participant-journey.effects.js';
import type { JourneyKnowledge } from '../../participant-journey/v1/journey-knowledge.js';
import { certificateEvents, certificateInput, type CertificateInput } from './certificate.events.js';

export interface CertificateContext extends BaseContext {
  serial: string;
  kind: CertificateInput['kind'];
  zone: Zone;
  validUntil: LocalDate | null;
  versions: { policy: string };
  /** Why it was revoked, or what took its place. */
  endedBy: string | null;
}

type Dues = Record<'expiringSoon' | 'expires', (context: CertificateContext) => Due | null>;

const due = (on: LocalDate, zone: Zone, why: Bilingual): Due => ({ at: opensAt(on, zone), on, why });

function duesWith(knowledge: Pick<JourneyKnowledge, 'policy'>): Dues {
  return {
    expiringSoon: ({ validUntil, zone, versions }) => {
      if (!validUntil) return null;
      const period = knowledge.policy(versions.policy).journey.certificateExpiringSoon;
      return due(subtractPeriod(validUntil, period), zone, lastDay(validUntil));
    },
    // The last valid day is valid to its end: it expires with the day after it.
    expires: ({ validUntil, zone }) =>
      validUntil ? due(addDays(validUntil, 1), zone, lastDay(validUntil)) : null,
  };
}

function lastDay(validUntil: LocalDate): Bilingual {
  return bilingual(
    `sertifikat berlaku sampai dengan ${dateInWords(validUntil, 'id')}`,
    `the certificate is valid through ${dateInWords(validUntil, 'en')}`,
  );
}

type CertificateEvent =
  { type: 'revoked'; payload: { reason: string } } | { type: 'reissued'; payload: { by: string } };

const reminder = (message: string) =>
  ({
    type: 'notify',
    params: ({ context }: { context: CertificateContext }): ParamsOf<'notify'>[] =>
      (['participant', 'agency'] as const).map((to) => ({
        to,
        message,
        params: { serial: context.serial, validUntil: context.validUntil },
      })),
  }) as const;

function machineWith(dues: Dues) {
  return setup({
    types: {} as {
      context: CertificateContext;
      events: CertificateEvent;
      input: CertificateInput & { now: Instant };
    },
    delays: delaysOf(dues),
    actions: {
      notify: (_, _params: ParamsOf<'notify'> | ParamsOf<'notify'>[]): void => {
        throw new Error('effects are performed by the engine, never by the machine');
      },
      end: assign({
        endedBy: ({ event }) => (event.type === 'revoked' ? event.payload.reason : event.payload.by),
      }),
    },
  }).createMachine({
    id: 'certificate',
    options: { maxIterations: 100 },
    context: ({ input }) => ({
      now: input?.now ?? '1970-01-01T00:00:00.000Z',
      serial: input?.serial ?? '',
      kind: input?.kind ?? 'participation',
      zone: input?.zone ?? 'Asia/Jakarta',
      validUntil: input?.validUntil ?? null,
      versions: { policy: input?.versions.policy ?? '' },
      endedBy: null,
    }),
    initial: 'valid',
    on: {
      revoked: { target: '.revoked', actions: 'end' },
      reissued: { target: '.reissued', actions: 'end' },
    },
    states: {
      valid: { after: { expiringSoon: { target: 'expiringSoon' } } },
      expiringSoon: {
        entry: reminder('certificateExpiringSoon'),
        after: { expires: { target: 'expired', actions: reminder('certificateExpired') } },
      },
      expired: { type: 'final' },
      revoked: { type: 'final' },
      reissued: { type: 'final' },
    },
  });
}

/** A certificate's life: the holder and the agency are reminded before it ends. */
export function certificateV1(knowledge: Pick<JourneyKnowledge, 'policy'>): Definition<CertificateContext> {
  const dues = duesWith(knowledge);
  return {
    key: 'certificate',
    version: 1,
    machine: machineWith(dues),
    dues,
    input: certificateInput,
    events: certificateEvents,
    effects: { notify: participantJourneyEffects.notify },
    refusalOf: () => null,
    isSuspended: () => false,
    // Completion and participation are facts of the past: those certificates have no last day and wait for nothing.
    mayRest: ({ validUntil }, state) => validUntil === null && state.includes('valid'),
    whileSuspended: { offered: [], folded: [] },
    nextOf,
  };
}

/** A certificate that never expires asks nothing of anybody. */
function nextOf(
  _context: CertificateContext,
  state: string[],
  [first]: { name: string; due: Instant }[],
): NextAction {
  const isLive = state.includes('valid') || state.includes('expiringSoon');
  if (!isLive || !first) return { action: 'none', owner: 'none', deadline: null, due: null };
  const action = state.includes('valid') ? 'awaitExpiry' : 'renew';
  return { action, owner: 'participant', deadline: first.name, due: first.due };
}
