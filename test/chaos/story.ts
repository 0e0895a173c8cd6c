import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from './crowd.js';
import { forEach } from './crowd.js';
import type { Installation } from './installation.js';

export interface StorySize {
  cohorts: number;
  /** In each cohort. */
  people: number;
}

/** How far ahead of the machine the record's clock stands in each chapter, in days. */
const CHAPTERS = { enrolment: 0, training: 31, evaluation: 92, window: 185, after: 250 } as const;
const PATIENCE_MS = 180_000;
const STARTS_IN = 30;
const ENDS_IN = 90;

export const STAFF = ['lan', 'lembaga-1', 'pimpinan-1', 'asesor', 'penguji', 'instansi-1'] as const;

/** How many days the record's clock stands ahead when the sixty days begin. */
export const REMEDIATION_BEGINS = CHAPTERS.window;

/** Whole cohorts from enrolment to their certificates, whatever happens to the machines meanwhile. */
export class Story {
  private readonly journeys: string[] = [];
  private readonly cohorts: string[] = [];

  constructor(
    private readonly crowd: Crowd,
    private readonly installation: Installation,
    private readonly size: StorySize,
    private readonly say: (line: string) => void,
  ) {}

  async tell(): Promise<string[]> {
    await this.enrolment();
    await this.training();
    await this.evaluation();
    await this.window();
    await this.chapter('after', 'completed');
    return this.journeys;
  }

  /** Until everybody's sixty days at work have begun, for nobody met the standard after training. */
  async tellUntilRemediation(): Promise<string[]> {
    await this.enrolment();
    await this.training();
    await this.evaluation();
    await this.window(2);
    const receivedOn = day(CHAPTERS.window);
    await forEach(this.journeys, (journey) =>
      this.crowd.send('instansi-1', journey, 'feedbackReceived', { receivedOn }),
    );
    return this.journeys;
  }

  /** Chapter by chapter, for whoever hurts the machines in between. */
  async tellEnrolment(): Promise<string[]> {
    await this.enrolment();
    return this.journeys;
  }

  tellTraining(): Promise<void> {
    return this.training();
  }

  tellEvaluation(): Promise<void> {
    return this.evaluation();
  }

  private async enrolment(): Promise<void> {
    for (let index = 0; index < this.size.cohorts; index += 1) await this.open(index);
    const assessedOn = day(-1);
    await forEach(this.journeys, (journey, index) =>
      this.assessed(journey, 'profileRecorded', assessedOn, index % 3 === 0 ? 3 : 2),
    );
    await forEach(this.journeys, (journey) =>
      this.crowd.send('lembaga-1', journey, 'placementConfirmed', {}),
    );
  }

  private async training(): Promise<void> {
    await this.chapter('training', 'training.learning');
  }

  private async evaluation(): Promise<void> {
    await this.chapter('evaluation', 'evaluation.scoring');
    const components = ['academic', 'fieldLearning', 'actualisation', 'attitude'];
    await forEach(this.journeys, async (journey) => {
      for (const component of components)
        await this.crowd.send('penguji', journey, 'componentScored', { component, score: 85 });
      await this.crowd.send('lembaga-1', journey, 'graduationDecided', { decision: 'passed', note: 'lulus' });
    });
  }

  /** @param level attained in the one competency that had a gap; the standard is 3. */
  private async window(level = 3): Promise<void> {
    await this.chapter('window', 'assessmentWindow.open');
    const assessedOn = day(CHAPTERS.window - 1);
    await forEach(this.journeys, async (journey) => {
      await this.assessed(journey, 'postProfileRecorded', assessedOn, level);
      await this.crowd.send('asesor', journey, 'recommendationWritten', { items: ['Penugasan lintas unit'] });
      await this.crowd.send('pimpinan-1', journey, 'verdictConfirmed', {});
    });
  }

  /** Moves the clock and waits until deadlines alone have brought everybody there. */
  private async chapter(name: keyof typeof CHAPTERS, state: string): Promise<void> {
    this.say(`${name}: the clock stands ${CHAPTERS[name]} days ahead`);
    await this.installation.standAhead(CHAPTERS[name]);
    const waiting = new Set(this.journeys);
    const end = Date.now() + PATIENCE_MS;
    while (waiting.size > 0) {
      if (Date.now() > end) throw new Error(`${waiting.size} journeys did not come to ${state}`);
      await forEach([...waiting], async (journey) => {
        const { state: at } = await this.crowd.get<{ state: string[] }>('lembaga-1', `/journeys/${journey}`);
        if (at.some((one) => one.startsWith(state))) waiting.delete(journey);
      });
      if (waiting.size > 0) await pause(1000);
    }
  }

  private async open(index: number): Promise<void> {
    const { id } = await this.crowd.post<{ id: string }>('lembaga-1', '/cohorts', cohortOf(index), 201);
    this.cohorts.push(id);
    const answer = await this.crowd.upload<{ enrolled: { journeyId: string }[]; rejected: unknown[] }>(
      'lembaga-1',
      `/cohorts/${id}/roster`,
      rosterOf(index, this.size.people),
    );
    if (answer.enrolled.length !== this.size.people)
      throw new Error(JSON.stringify(answer.rejected.slice(0, 3)));
    this.journeys.push(...answer.enrolled.map(({ journeyId }) => journeyId));
  }

  private assessed(journey: string, type: string, assessedOn: string, level: number): Promise<void> {
    const ratings = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
      competency: `M${n}`,
      level: n === 2 ? level : 3,
    }));
    const how = {
      method: 'assessmentCentre',
      centre: 'PAC-01',
      accredited: true,
      standardLevel: 3,
      purpose: 'mapping',
    };
    return this.crowd.send('asesor', journey, type, { profile: { ratings, assessedOn, ...how } });
  }
}

/** So many days from today, in Jakarta. */
function day(ahead: number): string {
  return new Date(Date.now() + (ahead * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
}

function cohortOf(index: number) {
  const [third, rest] = [Math.floor((ENDS_IN - STARTS_IN) / 3), 2];
  const stage = (name: string, nth: number) => ({
    stage: name,
    from: day(STARTS_IN + nth * third),
    to: day(STARTS_IN + (nth + 1) * third - rest),
  });
  return {
    ...{ programme: 'PKA', pathway: 'flexible', assessmentOption: 'separate', zone: 'Asia/Jakarta' },
    ...{ name: `PKA contoh ${index + 1}`, startsOn: day(STARTS_IN), endsOn: day(ENDS_IN) },
    stages: [stage('selfLearning', 0), stage('eLearning', 1), stage('classical', 2)],
  };
}

const HEADINGS = 'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry';

function rosterOf(cohort: number, people: number): string {
  const rows = Array.from({ length: people }, (_, index) => {
    const serial = String(cohort * people + index + 1).padStart(3, '0');
    // Beyond 999 the year of entry tells them apart, so that each number keeps its eighteen digits.
    const nip = `19850101${2010 + Math.floor((cohort * people + index) / 1000)}011${serial.slice(-3)}`;
    return `${nip},Contoh Gaduh ${serial},1985-01-01,L,g${serial}@ins-01.example,INS-01,Biro,Kepala Bagian,administrator,III/d,incumbent`;
  });
  return [HEADINGS, ...rows].join('\n');
}
