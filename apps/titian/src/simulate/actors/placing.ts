import { addDays } from '#libs/calendar';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import { profilesSheet, type Assessed } from '../invented/sheets.js';
import type { SimulatedJourney } from '../journey-book.js';
import { groupedBy, sideBySide } from '../side-by-side.js';
import { inDueCourse, type Actor } from './actor.js';

/** From the assessment before training to a confirmed placement, with what the participant has to say to it. */
export const placing: Actor = {
  lists: {
    assessProfile: (desk, task, journey, by) => {
      const { chance } = journey.person;
      const absent = chance.happens('absent before', desk.assumptions.participants.absentShare);
      const on = desk.within(journey, 'centre', 'assessBefore');
      desk.planOnWorkday({
        name: 'assessBefore',
        on: addDays(on, absent ? 35 : 0),
        journey,
        by,
        task: task.id,
      });
    },
    confirmPlacement: inDueCourse('confirmPlacement', 'institute'),
    admitOrTransfer: inDueCourse('admit', 'institute'),
    reviewObjection: inDueCourse('reviewObjection', 'institute'),
  },
  acts: {
    assessBefore: (desk, acts) =>
      uploadResults(desk, acts, ({ person }) => person.measured('before training')),
    confirmPlacement,
    admit,
    object,
    reviewObjection,
    addCourse,
  },
};

/** The centre sends what it found, one sheet a cohort. */
export async function uploadResults(
  desk: Desk,
  acts: readonly Act[],
  ratingsOf: (journey: SimulatedJourney) => Assessed['ratings'],
): Promise<void> {
  const sheets = [...groupedBy(acts, ({ cohort }) => cohort.id).values()];
  await sideBySide(sheets, 4, async (ofCohort) => {
    const [first] = ofCohort;
    if (!first) return;
    const assessed = ofCohort.map(({ journey }) => ({
      ...{ person: journey.person, assessedOn: desk.today, ratings: ratingsOf(journey) },
    }));
    const answer = await first.by.upload(`/cohorts/${first.cohort.id}/profiles`, profilesSheet(assessed));
    for (const { row, code } of answer['rejected'] as { row: number; code: string }[]) {
      // The heading is row 1.
      const act = ofCohort[row - 2];
      if (act) desk.refuse(act, act.name, code);
    }
  });
}

/** Whoever missed the start is let in all the same. */
async function admit(desk: Desk, acts: readonly Act[]): Promise<void> {
  const payload = { note: 'Diterima' };
  const { accepted } = await desk.send(
    notPlaced(acts).map((act) => ({ act, type: 'placementConfirmed', payload })),
  );
  for (const { act } of accepted) act.journey.placed = true;
}

/** Two tasks may ask for one confirmation. */
const notPlaced = (acts: readonly Act[]) => acts.filter(({ journey }) => !journey.placed);

async function object(desk: Desk, acts: readonly Act[]): Promise<void> {
  const payload = { reason: 'Sudah mengikuti sebagian mata pelatihan ini' };
  const { accepted } = await desk.send(acts.map((act) => ({ act, type: 'placementObjected', payload })));
  for (const { act } of accepted) act.journey.placed = false;
}

/** The organiser reads the page, sends whoever has no gap straight to the assessment, and confirms the rest. */
async function confirmPlacement(desk: Desk, all: readonly Act[]): Promise<void> {
  const acts = notPlaced(all);
  await sideBySide(acts, 8, async ({ journey, by }) => void (await desk.read(journey, by)));
  const { directShare } = desk.assumptions.intake;
  const messages = acts.map((act): Message => {
    const { page, person } = act.journey;
    const direct = page?.withoutGaps === true && person.chance.happens('direct', directShare);
    return { act, type: 'placementConfirmed', payload: direct ? { directAssessment: true } : {} };
  });
  const { accepted } = await desk.send(messages);
  for (const { act, payload } of accepted) {
    act.journey.placed = true;
    if (!('directAssessment' in payload)) await thinkItOver(desk, act.journey);
  }
}

/** Some object, some add a course of their choice. */
async function thinkItOver(desk: Desk, journey: SimulatedJourney): Promise<void> {
  const { objectsShare, addsCourseShare } = desk.assumptions.participants;
  const { chance } = journey.person;
  if (journey.decided) return;
  journey.decided = true;
  const objects = chance.happens('objects', objectsShare);
  const optional = optionalCourses(journey);
  const adds = optional.length > 0 && chance.happens('adds a course', addsCourseShare);
  if (!objects && !adds) return;
  const by = await desk.staff.participant(journey);
  const on = desk.in(chance.between('thinks it over', [1, 4]));
  if (objects) desk.planOnWorkday({ name: 'object', on, journey, by });
  if (adds) desk.planOnWorkday({ name: 'addCourse', on, journey, by });
}

const optionalCourses = ({ page }: SimulatedJourney) =>
  (page?.courses ?? []).filter(({ decision }) => decision === 'optional');

async function addCourse(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.map((act): Message => {
    const { stage, course } = act.journey.person.chance.pick('which course', optionalCourses(act.journey));
    return { act, type: 'courseAdded', payload: { stage, course } };
  });
  const { accepted } = await desk.send(messages);
  for (const { act, payload } of accepted) {
    const { stage, course } = payload as { stage: string; course: string };
    act.journey.added.push(`${stage} ${course}`);
  }
}

/** The organiser grants a course where the plan leaves one to choice, and explains the rest. */
async function reviewObjection(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.map((act): Message => {
    const choices = optionalCourses(act.journey).filter(({ stage }) => stage !== 'selfLearning');
    const { chance } = act.journey.person;
    const granted = choices.length > 0 && chance.happens('objection granted', 0.5);
    const { stage, course } = granted ? chance.pick('granted course', choices) : { stage: '', course: '' };
    const changes = granted ? [{ op: 'add', stage, course }] : [];
    return { act, type: 'placementRevised', payload: { changes, reason: 'Ditinjau bersama peserta' } };
  });
  const { accepted } = await desk.send(messages);
  for (const { act } of accepted) act.journey.page = null;
}
