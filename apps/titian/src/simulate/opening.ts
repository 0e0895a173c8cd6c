import { addDays, subtractPeriod, type LocalDate } from '#libs/calendar';
import { Chance } from './chance.js';
import type { Desk } from './desk.js';
import { foreseeLeaving } from './actors/leaving.js';
import { cohortBody, type InventedCohort } from './invented/cohort.js';
import { InventedPerson, POST_OF, type Entry } from './invented/person.js';
import { profilesSheet, rosterSheet, type Enrolling } from './invented/sheets.js';
import type { OpenCohort, SimulatedJourney } from './journey-book.js';
import { groupedBy } from './side-by-side.js';

/** Opens cohorts on the day of their rosters, and later those for alumni. */
export class Opening {
  private serial = 0;

  constructor(
    private readonly desk: Desk,
    private readonly seed: number,
    private waiting: InventedCohort[],
  ) {}

  get isDone(): boolean {
    return this.waiting.length === 0 && this.desk.alumni.length === 0;
  }

  nextDay(): LocalDate | null {
    const days = [...this.waiting.map(({ rosterOn }) => rosterOn), ...this.desk.alumni.map(({ on }) => on)];
    return days.sort()[0] ?? null;
  }

  /** One after the other: who is enrolled first has the lower id, in every run. */
  async openDue(): Promise<number> {
    const { today } = this.desk;
    const due = this.waiting.filter(({ rosterOn }) => rosterOn <= today);
    this.waiting = this.waiting.filter(({ rosterOn }) => rosterOn > today);
    for (const invented of due) {
      const people = Array.from({ length: invented.people }, (_, index) => this.invent(invented, index));
      const cohort = await this.open(invented);
      const journeys = await this.enrol(cohort, people);
      if (invented.kind === 'training') await this.sendReports(cohort, journeys);
    }
    return due.length + (await this.openForAlumni());
  }

  private invent(invented: InventedCohort, index: number): Enrolling {
    const { assumptions } = this.desk;
    const key = `${invented.key} ${String(index + 1)}`;
    this.serial += 1;
    const { level } = POST_OF[invented.programme];
    const person = new InventedPerson(key, this.serial, this.seed, level, assumptions);
    const isSuccessor = person.chance.happens('successor', assumptions.intake.successorShare);
    const entry: Entry =
      invented.kind === 'assessment' ? 'assessmentOnly' : isSuccessor ? 'successor' : 'incumbent';
    return { person, entry };
  }

  private async open(invented: InventedCohort): Promise<OpenCohort> {
    const organiser = this.desk.staff.named(invented.institute.organiser);
    const opened = await organiser.post('/cohorts', cohortBody(invented), 201);
    const chance = new Chance(this.seed, invented.key);
    const id = opened['id'] as string;
    const cohort: OpenCohort = { id, invented, chance, coaches: [], classes: [], over: false };
    this.desk.cohorts.set(id, cohort);
    return cohort;
  }

  private async enrol(cohort: OpenCohort, people: readonly Enrolling[]): Promise<SimulatedJourney[]> {
    const organiser = this.desk.staff.named(cohort.invented.institute.organiser);
    const sheet = await rosterSheet(cohort.invented, people);
    const answer = await organiser.upload(`/cohorts/${cohort.id}/roster`, sheet);
    const rejected = answer['rejected'] as { code: string }[];
    for (const { code } of rejected) this.desk.refused('roster', code);
    const enrolled = answer['enrolled'] as { row: number; journeyId: string; participantId: string }[];
    return enrolled.map(({ row, journeyId, participantId }) => {
      // The heading is row 1.
      const who = people[row - 2];
      if (!who) throw new Error(`the roster's answer names row ${String(row)}`);
      const { person, entry } = who;
      const journey = this.desk.journeys.enter({ id: journeyId, participantId }, { person, entry, cohort });
      foreseeLeaving(this.desk, journey);
      return journey;
    });
  }

  /** What people bring along: reports on file, some of them too old. */
  private async sendReports(cohort: OpenCohort, journeys: readonly SimulatedJourney[]): Promise<void> {
    const { reportOnFileShare, reportTooOldShare } = this.desk.assumptions.intake;
    const bringing = journeys.filter(({ person }) => person.chance.happens('report', reportOnFileShare));
    if (bringing.length === 0) return;
    const sheet = profilesSheet(
      bringing.map(({ person }) => {
        const old = person.chance.happens('report too old', reportTooOldShare);
        const years = old ? 'P4Y' : person.chance.happens('report of last year', 0.5) ? 'P1Y' : 'P2Y';
        const assessedOn = subtractPeriod(this.desk.today, years);
        return { person, assessedOn, ratings: person.measured('on file') };
      }),
    );
    const organiser = this.desk.staff.named(cohort.invented.institute.organiser);
    const answer = await organiser.upload(`/cohorts/${cohort.id}/profiles`, sheet);
    for (const { code } of answer['rejected'] as { code: string }[]) this.desk.refused('report', code);
  }

  private async openForAlumni(): Promise<number> {
    const { desk } = this;
    const due = desk.alumni.filter(({ on }) => on <= desk.today);
    if (due.length === 0) return 0;
    desk.alumni.splice(0, desk.alumni.length, ...desk.alumni.filter(({ on }) => on > desk.today));
    const groups = groupedBy(due, ({ journey: { cohort } }) => {
      const { programme, institute } = cohort.invented;
      return `alumni-${programme}-${institute.code}-${desk.today}`;
    });
    for (const [key, group] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1)))
      await this.enrolAlumni(
        key,
        group.map(({ journey }) => journey),
      );
    return due.length;
  }

  private async enrolAlumni(key: string, journeys: readonly SimulatedJourney[]): Promise<void> {
    const [first] = journeys;
    if (!first) return;
    const { invented } = first.cohort;
    const alumni: Enrolling[] = [];
    for (const { id, person } of journeys) {
      const page = await this.desk.staff.named(invented.institute.organiser).get(`/journeys/${id}`);
      const certificates = page['certificates'] as { serial: string; kind: string }[];
      const certificate = certificates.find(({ kind }) => kind === 'participation')?.serial;
      if (certificate) alumni.push({ person, entry: 'alumnus', certificate });
    }
    if (alumni.length === 0) return;
    const cohort = await this.open(assessmentFor(key, invented, alumni.length, this.desk.today));
    await this.enrol(cohort, alumni);
  }
}

function assessmentFor(
  key: string,
  { programme, institute }: InventedCohort,
  people: number,
  today: LocalDate,
): InventedCohort {
  return {
    ...{ key, kind: 'assessment', pathway: 'assessment', programme, institute, people, stages: [] },
    ...{ assessmentOption: 'separate', rosterOn: today, startsOn: today, endsOn: addDays(today, 90) },
  };
}
