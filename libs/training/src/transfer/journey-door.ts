import type { OrganisationStore } from '#libs/access';
import type { Engine, Message, Outcome, PresentView, Refusal } from '#libs/engine';
import { localDateOf, type Instant } from '#libs/calendar';
import type { Profile } from '#libs/competency';
import type { JourneyContext } from '#libs/journeys';
import type { CompanionDirectory } from '../companions/companion-directory.port.js';
import { underOneName, type JourneyCompanions } from '../companions/one-name.js';
import type { StandIns } from '../tasks/stand-ins.port.js';
import { unknownNames } from '../journeys/named-organisations.js';
import { asItCounts, lapsedThen, type Accreditations } from '../profiles/accredited-then.js';
import { isOpenTo } from '../journeys/open-to.js';
import type { Fault } from '../refusal.js';
import { transferFault, type TransferChecks } from './check-transfer.js';

export interface JourneyDoorParts {
  engine: Pick<Engine, 'apply' | 'applyMany' | 'view'>;
  companions: CompanionDirectory;
  organisations: Pick<OrganisationStore, 'organisationsByCode' | 'organisationsById'> & Accreditations;
  checks: TransferChecks;
  standIns: StandIns;
  /** Begins the journeys that transfers owe. */
  settle: () => Promise<unknown>;
  now: () => Instant | Promise<Instant>;
}

/**
 * The way by which people's events reach journeys. One journey's statechart knows nothing of other cohorts, of people's
 * names and of organisations: what an event means beyond its journey is seen to here, on whatever way it came.
 */
export class JourneyDoor {
  constructor(private readonly parts: JourneyDoorParts) {}

  async apply(message: Message): Promise<Outcome> {
    const { engine, settle } = this.parts;
    const [acting] = await this.counted(await this.acting([message]));
    const checked = await this.checked(acting ?? message);
    if ('ok' in checked) return checked;
    const outcome = await engine.apply(checked);
    if (outcome.ok && message.type === 'transferred') await settle();
    return outcome;
  }

  /** Each as `apply` would answer it, in the order given; transfers one by one, for each may take another's place. */
  async applyMany(messages: readonly Message[]): Promise<Outcome[]> {
    if (messages.some(({ type }) => type === 'transferred')) return this.oneByOne(messages);
    const checked: (Message | Outcome)[] = [];
    const companions = askedOnce(this.parts.companions);
    for (const message of await this.counted(await this.acting(messages)))
      checked.push(await this.checked(message, companions));
    const outcomes = await this.parts.engine.applyMany(
      checked.filter((one): one is Message => !('ok' in one)),
    );
    const next = outcomes.values();
    return checked.map((one) => ('ok' in one ? one : (next.next().value as Outcome)));
  }

  private async oneByOne(messages: readonly Message[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const message of messages) outcomes.push(await this.apply(message));
    return outcomes;
  }

  /**
   * Whoever has a task in hands as somebody's deputy does in that one's name what completes it, on whatever way he sends it:
   * he may not for him what that one may not, and both are on record.
   */
  private async acting(messages: readonly Message[]): Promise<Message[]> {
    const sent = messages.map(({ instanceId, type, actor }) => ({
      journeyId: instanceId,
      type,
      actor: actor.id,
    }));
    const principals = await this.parts.standIns.principalsOf(sent);
    return messages.map((message, index) => {
      const actingFor = principals[index];
      return actingFor ? { ...message, actor: { ...message.actor, actingFor } } : message;
    });
  }

  /** A centre is accredited from one day to another: what is said of a profile counts only within them. */
  private async counted(messages: readonly Message[]): Promise<readonly Message[]> {
    const centres = messages.flatMap(({ payload }) => assessmentIn(payload)?.centre ?? []);
    if (centres.length === 0) return messages;
    const isLapsed = await lapsedThen(this.parts.organisations, centres);
    return messages.map((message) => {
      const profile = assessmentIn(message.payload);
      return profile
        ? { ...message, payload: { ...message.payload, profile: asItCounts(profile, isLapsed) } }
        : message;
    });
  }

  /** The message as the journey is to get it, or the no that it would not know of. */
  private async checked(message: Message, companions = this.parts.companions): Promise<Message | Outcome> {
    if (message.type === 'transferred') {
      const refusal = await this.refusalOf(message);
      return refusal ? no(message, refusal) : message;
    }
    const { payload, faults } = await this.named(message, companions);
    const refusal = faults.length > 0 && (await this.wouldTake(message)) ? misnamed(faults) : null;
    return refusal ? no(message, refusal) : { ...message, payload };
  }

  private async named(
    message: Message,
    companions: CompanionDirectory,
  ): Promise<{ payload: Message['payload']; faults: Fault[] }> {
    const { organisations, now } = this.parts;
    const { instanceId, type } = message;
    const named = await underOneName(companions, type, message.payload, () => this.companionsOf(instanceId));
    // The day in the westernmost zone: a NIP's dates are not read closer than that.
    const today = localDateOf(await now(), 'Asia/Jakarta');
    return { ...named, faults: [...named.faults, ...(await unknownNames(organisations, message, today))] };
  }

  private async companionsOf(instanceId: string): Promise<JourneyCompanions> {
    const { engine, checks } = this.parts;
    const [view, enrolment] = await Promise.all([
      engine.view(instanceId),
      checks.enrolments.byJourney(instanceId),
    ]);
    const context = view?.instance.snapshot.machine.context as JourneyContext | undefined;
    const present = (role: 'coach' | 'mentor') =>
      [context?.[role], context?.workplace?.[role]].filter((one) => typeof one === 'string');
    return {
      superiorNip: enrolment?.superiorNip ?? null,
      present: { coach: present('coach'), mentor: present('mentor') },
    };
  }

  /** Only where the journey would take the event from this sender; every other no is the journey's own. */
  private async wouldTake({ instanceId, type, actor }: Message): Promise<boolean> {
    const view = await this.parts.engine.view(instanceId);
    return view !== null && isOpenTo(type, [actor.role]) && takes(view, type);
  }

  private async refusalOf(message: Message): Promise<Refusal | null> {
    if (!(await this.wouldTake(message))) return null;
    const { instanceId, payload } = message;
    return transferFault(this.parts.checks, instanceId, payload['toCohort'], await this.parts.now());
  }
}

type Assessment = Pick<Profile, 'accredited' | 'centre' | 'assessedOn'>;

/** The profile that an event brings, as far as it says what a centre's accreditation is asked for. */
function assessmentIn({ profile }: Message['payload']): Assessment | null {
  if (typeof profile !== 'object' || profile === null) return null;
  const { accredited, centre, assessedOn } = profile as Record<string, unknown>;
  const isAsked = accredited === true && typeof centre === 'string' && typeof assessedOn === 'string';
  return isAsked ? (profile as Assessment) : null;
}

/** Many messages of one moment name the same few people. */
function askedOnce(companions: CompanionDirectory): CompanionDirectory {
  const answers = new Map<string, Promise<string | null>>();
  const once = (question: readonly unknown[], ask: () => Promise<string | null>) => {
    const key = JSON.stringify(question);
    const known = answers.get(key) ?? ask();
    answers.set(key, known);
    return known;
  };
  return {
    personNamed: (named) => once([named], () => companions.personNamed(named)),
    withRole: (named, role, org) => once([named, role, org], () => companions.withRole(named, role, org)),
  };
}

/** A suspended journey offers leaving alone, and yet takes news of the post. */
function takes({ instance, allowedEvents }: PresentView, type: string): boolean {
  return allowedEvents.includes(type) || (instance.status === 'suspended' && type === 'assignmentChanged');
}

function misnamed(faults: Fault[]): Refusal {
  const [{ code, message: detail }] = faults as [Fault];
  return { code, kind: 'invalid', detail, errors: faults };
}

function no({ instanceId }: Message, refusal: Refusal): Outcome {
  return { ok: false, instanceId, refusal, replayed: false };
}
