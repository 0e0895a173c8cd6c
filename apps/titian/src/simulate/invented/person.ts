import { MANAGERIAL, type CompetencyCode, type ManagerialCode, type PostLevel } from '#libs/competency';
import type { ProgrammeCode } from '#libs/curriculum';
import type { Assumptions } from '../assumptions.js';
import { Chance } from '../chance.js';
import { AGENCIES, type Agency } from './world.js';

export type Entry = 'incumbent' | 'successor' | 'alumnus' | 'assessmentOnly';

/** An invented civil servant, with what nobody but the simulation knows of him: how able he is. */
export class InventedPerson {
  readonly chance: Chance;
  readonly agency: Agency;
  readonly nip: string;
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly birthDate: string;
  private readonly ability: Record<ManagerialCode, number>;

  constructor(
    readonly key: string,
    serial: number,
    seed: number,
    /** Of the post's standard, 1 to 5. */
    readonly level: number,
    private readonly assumptions: Assumptions,
  ) {
    const chance = new Chance(seed, key);
    this.chance = chance;
    this.agency = chance.pick('agency', AGENCIES);
    this.sex = chance.pick('sex', ['L', 'P'] as const);
    const born = dayAt(serial);
    this.birthDate = born;
    this.nip = `${born.replace(/-/g, '')}200501${this.sex === 'L' ? '1' : '2'}${String(501 + Math.floor(serial / DAYS))}`;
    this.name = `Umpama ${numberInWords(serial)}`;
    const { mean, ofPeople, ofCompetencies } = assumptions.intake.aboveStandard;
    const talent = mean + ofPeople * chance.normal('talent');
    this.ability = Object.fromEntries(
      MANAGERIAL.map((code) => [code, level + talent + ofCompetencies * chance.normal(`ability ${code}`)]),
    ) as Record<ManagerialCode, number>;
  }

  improves(competency: CompetencyCode, byLevels: number): void {
    if (competency in this.ability) this.ability[competency as ManagerialCode] += byLevels;
  }

  /** What an assessment finds: the ability with its error, in whole levels. */
  measured(occasion: string, only: readonly CompetencyCode[] = MANAGERIAL) {
    const { measurementError } = this.assumptions.learning;
    return MANAGERIAL.filter((code) => only.includes(code)).map((competency) => {
      const error = measurementError * this.chance.normal(`measured ${occasion} ${competency}`);
      const level = Math.min(5, Math.max(0, Math.round(this.ability[competency] + error)));
      return { competency, level };
    });
  }

  /** Levels above the standard on average, below 0 for who has gaps. */
  get aboveStandard(): number {
    const sum = MANAGERIAL.reduce((total, code) => total + this.ability[code], 0);
    return sum / MANAGERIAL.length - this.level;
  }
}

const DAYS = 4000;

/** A birthday for each serial: NIPs must differ, and the days count up so that they look invented. */
function dayAt(serial: number): string {
  return new Date(Date.UTC(1972, 0, 1 + (serial % DAYS))).toISOString().slice(0, 10);
}

const DIGITS = ['Nol', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan'];

function numberInWords(serial: number): string {
  return [...String(serial)].map((digit) => DIGITS[Number(digit)]).join(' ');
}

interface Post {
  postLevel: PostLevel;
  title: string;
  rank: string;
  /** Of the standard. */
  level: number;
  /** The post below, from which successors come. */
  below: PostLevel;
}

/** The post that each programme is for (seed 002, Table 4). */
export const POST_OF: Record<ProgrammeCode, Post> = {
  PKP: { postLevel: 'supervisor', title: 'Kepala Subbagian', rank: 'III/c', level: 2, below: 'staff' },
  PKA: { postLevel: 'administrator', title: 'Kepala Bagian', rank: 'III/d', level: 3, below: 'supervisor' },
  PKN2: { postLevel: 'jptPratama', title: 'Kepala Biro', rank: 'IV/b', level: 4, below: 'administrator' },
  PKN1: { postLevel: 'jptMadya', title: 'Deputi', rank: 'IV/d', level: 5, below: 'jptPratama' },
};
