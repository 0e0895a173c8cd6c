import type { CompetencyCatalogue, PostLevel } from '#libs/competency';
import type { Programme } from '#libs/curriculum';
import type { Bilingual } from '#libs/calendar';
import type { Cohort } from '../cohorts/cohort.js';
import type { RosterRow } from './roster-row.js';

export interface Misfit {
  column: string;
  code: string;
  message: Bilingual;
}

/**
 * The post whose standard the person is measured by: the one held, or the one projected for a successor, also for one who
 * comes back as an alumnus before he holds it (seed 002, Alternative I a).
 */
export function targetPostOf(row: Pick<RosterRow, 'entry' | 'postLevel' | 'targetPostLevel'>): PostLevel {
  const isProjected = row.entry === 'successor' || row.entry === 'alumnus';
  return isProjected ? (row.targetPostLevel ?? row.postLevel) : row.postLevel;
}

/** Says why a person can't enter this cohort by this way, or null: kind of cohort, entry, and programme against post (seed 002, table 4). */
export function misfitOf(
  row: RosterRow,
  cohort: Cohort,
  programme: Programme | null,
  catalogue: CompetencyCatalogue,
): Misfit | null {
  const target = targetPostOf(row);
  if (!catalogue.posts.some((post) => post.postLevel === target)) return noStandard(row, target);
  const wrongWay = entryMisfit(row, cohort);
  if (wrongWay) return wrongWay;
  if (!programme || row.entry === 'assessmentOnly') return null;
  return programme.postLevels.includes(target) ? null : wrongProgramme(row, programme, target);
}

function entryMisfit(row: RosterRow, cohort: Cohort): Misfit | null {
  const straight = row.entry === 'assessmentOnly' || row.entry === 'alumnus';
  if (cohort.kind === 'assessment' && !straight) {
    return {
      column: 'entry',
      code: 'entry.not_for_cohort',
      message: {
        id: 'Angkatan asesmen hanya menerima alumnus dan asesmen saja.',
        en: 'An assessment cohort takes alumni and assessment-only people.',
      },
    };
  }
  if (cohort.kind === 'training' && row.entry === 'assessmentOnly') {
    return {
      column: 'entry',
      code: 'entry.not_for_cohort',
      message: {
        id: 'Asesmen saja memerlukan angkatan berjenis asesmen.',
        en: 'Assessment-only people need a cohort of kind assessment.',
      },
    };
  }
  if (row.entry === 'alumnus' && cohort.programme === null) {
    return {
      column: 'entry',
      code: 'entry.not_for_cohort',
      message: {
        id: 'Alumnus memerlukan angkatan dengan program yang sama.',
        en: 'An alumnus needs a cohort of the same programme.',
      },
    };
  }
  return null;
}

function noStandard(row: RosterRow, target: PostLevel): Misfit {
  return {
    column: row.entry === 'successor' ? 'targetPostLevel' : 'postLevel',
    code: 'post.no_standard',
    message: {
      id: `Jenjang ${target} belum punya standar kompetensi.`,
      en: `Post level ${target} has no competency standard.`,
    },
  };
}

function wrongProgramme(row: RosterRow, programme: Programme, target: PostLevel): Misfit {
  const wanted = programme.postLevels.join(', ');
  return {
    column: row.entry === 'successor' ? 'targetPostLevel' : 'postLevel',
    code: 'programme.does_not_fit',
    message: {
      id: `Program ${programme.code} untuk jenjang ${wanted}, bukan ${target}.`,
      en: `Programme ${programme.code} is for post level ${wanted}, not ${target}.`,
    },
  };
}
