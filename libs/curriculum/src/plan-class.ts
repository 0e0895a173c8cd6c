import type { Bilingual } from '#libs/calendar';
import { FAMILIES, isManagerial, type Cluster, type Family } from '#libs/competency';
import type { PlanNote } from './learning-plan.js';
import type { ClusterBasis } from './pathway.js';
import type { PlanQuestion } from './plan-question.js';

const CLUSTERS: readonly Cluster[] = ['A', 'B', 'C'];

const FAMILY_NAMES: Record<Family, Bilingual> = {
  self: { id: 'Mengelola Diri', en: 'Managing Oneself' },
  others: { id: 'Mengelola Orang Lain', en: 'Managing Others' },
  organisation: { id: 'Mengelola Organisasi', en: 'Managing the Organisation' },
};

/** The class of a cluster participant and how it came about. */
export interface PlanClass {
  basis: ClusterBasis;
  value: Family | Cluster | null;
  /** The family whose courses get more hours; only in classes by family. */
  emphasis: Family | null;
  notes: PlanNote[];
}

/**
 * Proposes the class by the basis of the cohort: the family with the largest share of gap, or A, B or C by category (seed
 * 002, Alternative II b). What the institute set goes before. Without any gap there is no family to propose; without any
 * rating every competency counts as a gap, so the class by category is C. Null outside the cluster pathway.
 */
export function planClassOf(question: PlanQuestion): PlanClass | null {
  if (question.pathway !== 'cluster') return null;
  const basis = question.clusterBy ?? 'family';
  const { analysis } = question;
  const proposed = basis === 'family' ? analysis.family : (analysis.cluster ?? 'C');
  const set = classOf(basis, question.class ?? null);
  const value = set ?? proposed;
  const unknown = question.class && set === null ? [unknownClass(question.class, basis)] : [];
  const notes = [...unknown, set === null ? proposal(question, basis, proposed) : setByInstitute(set)];
  return { basis, value, emphasis: FAMILIES.find((family) => family === value) ?? null, notes };
}

/** The name of a class, which ranks nobody. */
export function classNameOf(value: Family | Cluster): Bilingual {
  const { id, en } = clusterNameOf(value);
  return { id: `Kelas ${id}`, en: `Class ${en}` };
}

/** The name of a cluster; whatever else was sent as a class is told as it was sent. */
export function clusterNameOf(value: string): Bilingual {
  const family = FAMILIES.find((one) => one === value);
  return family === undefined ? { id: value, en: value } : FAMILY_NAMES[family];
}

function classOf(basis: ClusterBasis, text: string | null): Family | Cluster | null {
  const classes: readonly (Family | Cluster)[] = basis === 'family' ? FAMILIES : CLUSTERS;
  return classes.find((one) => one === text) ?? null;
}

function proposal(question: PlanQuestion, basis: ClusterBasis, value: Family | Cluster | null): PlanNote {
  if (value === null) {
    return {
      code: 'noClass',
      audience: 'organiser',
      id: 'Tidak ada kesenjangan, sehingga tidak ada rumpun yang diusulkan; lembaga pelatihan memilih kelas.',
      en: 'There is no gap, so no family is proposed; the institute chooses a class.',
    };
  }
  const why = basis === 'family' ? familyReason(question, value) : categoryReason(question);
  const name = classNameOf(value);
  return {
    code: 'classProposed',
    audience: 'organiser',
    id: `${name.id} diusulkan: ${why.id}.`,
    en: `${name.en} is proposed: ${why.en}.`,
  };
}

function familyReason({ analysis, catalogue }: PlanQuestion, family: Family | Cluster): Bilingual {
  const members = new Set(
    catalogue.competencies.filter((one) => one.family === family).map(({ code }) => code),
  );
  const gaps = analysis.competencies.filter(
    ({ competency }) => isManagerial(competency) && members.has(competency),
  );
  const missing = gaps.reduce((total, { gap }) => total + gap, 0);
  const asked = gaps.reduce((total, { standard }) => total + standard, 0);
  return {
    id: `bagian kesenjangannya terbesar, ${missing} dari ${asked} level standar`,
    en: `its share of gap is the largest, ${missing} of ${asked} standard levels`,
  };
}

function categoryReason({ analysis }: PlanQuestion): Bilingual {
  const { percent } = analysis.jobPersonMatch;
  if (analysis.category === null) {
    return {
      id: 'belum ada hasil penilaian, semua kompetensi dianggap kesenjangan',
      en: 'there is no assessment, every competency is taken as a gap',
    };
  }
  return {
    id: `kategori ${analysis.category}, kesesuaian ${String(percent).replace('.', ',')} %`,
    en: `category ${analysis.category}, match ${percent} %`,
  };
}

function setByInstitute(value: Family | Cluster): PlanNote {
  const name = classNameOf(value);
  return {
    code: 'classSet',
    audience: 'organiser',
    id: `${name.id} ditetapkan oleh lembaga pelatihan.`,
    en: `${name.en} was set by the institute.`,
  };
}

function unknownClass(text: string, basis: ClusterBasis): PlanNote {
  const known = (basis === 'family' ? FAMILIES : CLUSTERS).join(', ');
  return {
    code: 'classUnknown',
    audience: 'organiser',
    id: `Kelas "${text}" tidak dikenal; pilihannya: ${known}.`,
    en: `There is no class "${text}"; choose among: ${known}.`,
  };
}
