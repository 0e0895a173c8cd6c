import { addDays, type LocalDate } from '#libs/calendar';
import { codeOf } from '../api-client.js';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import type { OpenCohort, SimulatedJourney } from '../journey-book.js';
import { sideBySide } from '../side-by-side.js';
import { sending, type Actor } from './actor.js';

/** What happens to people while they are on their way; the organiser records it. */
export const leaving: Actor = {
  lists: {},
  acts: {
    suspend: (desk, acts) => verb(desk, acts, 'suspend', { reason: 'Cuti di luar tanggungan' }),
    resume: (desk, acts) => verb(desk, acts, 'resume', { reason: 'Kembali bertugas' }),
    transfer,
    moveOn: sending('assignmentChanged', (_, { today }) => ({ unit: 'Dinas Umpama', effectiveOn: today })),
    withdraw: async (desk, acts) => {
      const payload = { reason: 'Mengundurkan diri' };
      const { accepted } = await desk.send(acts.map((act) => ({ act, type: 'withdrawn', payload })));
      for (const { act } of accepted) act.journey.ended = true;
    },
  },
};

/** Decides on the day of enrolment what will happen to somebody, whatever he is doing then. */
export function foreseeLeaving(desk: Desk, journey: SimulatedJourney): void {
  const { withdrawsShare, restsShare, movesPostShare, transfersShare } = desk.assumptions.participants;
  const { person, cohort, entry } = journey;
  const { chance } = person;
  const by = desk.staff.named(cohort.invented.institute.organiser);
  const after = (question: string, from: number, to: number): LocalDate =>
    addDays(desk.today, chance.between(question, [from, to]));
  if (chance.happens('withdraws', withdrawsShare))
    desk.planOnWorkday({ name: 'withdraw', on: after('withdraws on', 5, 300), journey, by });
  if (chance.happens('moves post', movesPostShare))
    desk.planOnWorkday({ name: 'moveOn', on: after('moves on', 10, 250), journey, by });
  if (chance.happens('rests', restsShare)) {
    const on = after('rests on', 20, 220);
    desk.planOnWorkday({ name: 'suspend', on, journey, by });
    desk.planOnWorkday({
      name: 'resume',
      on: addDays(on, chance.between('rests for', [20, 45])),
      journey,
      by,
    });
  }
  if (entry === 'assessmentOnly' || entry === 'alumnus' || cohort.invented.kind === 'assessment') return;
  if (chance.happens('transfers', transfersShare))
    desk.planOnWorkday({ name: 'transfer', on: after('transfers on', 15, 60), journey, by });
}

async function verb(
  desk: Desk,
  acts: readonly Act[],
  name: 'suspend' | 'resume',
  body: object,
): Promise<void> {
  await sideBySide(acts, 8, async (act) => {
    const answer = await act.by.send('POST', `/journeys/${act.journey.id}/${name}`, body);
    if (answer.status !== 200) desk.refuse(act, name, codeOf(answer.body));
  });
}

/** To the next cohort of the same programme that has not begun; one in none stays. */
async function transfer(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.flatMap((act): Message[] => {
    const target = laterCohort(desk, act.cohort);
    const reason = 'Jadwal kerja tidak memungkinkan';
    return target ? [{ act, type: 'transferred', payload: { toCohort: target.id, reason } }] : [];
  });
  // One after the other: who comes first to a cohort has the lower id there, in every run.
  for (const message of messages) {
    const { accepted } = await desk.send([message]);
    for (const { act } of accepted) act.journey.ended = true;
  }
}

function laterCohort({ cohorts, today }: Desk, { invented }: OpenCohort): OpenCohort | undefined {
  return [...cohorts.values()]
    .filter((one) => one.invented.kind === 'training' && one.invented.programme === invented.programme)
    .filter((one) => one.invented.key !== invented.key && one.invented.startsOn > addDays(today, 3))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))[0];
}

const keyOf = ({ invented }: OpenCohort) => `${invented.startsOn} ${invented.key}`;
