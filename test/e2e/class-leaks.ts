/** Fields that name a class, its basis, or what only a class has. */
const FIELDS = new Set([
  ...['cluster', 'clusterBy', 'clusterName', 'clusters', 'class', 'classes', 'followed'],
  ...['emphasised', 'emphasisReason', 'emphasis', 'hoursBefore', 'family', 'category'],
  // What the category and the family are reckoned from.
  ...['jobPersonMatch', 'scale', 'shares', 'tieOrder'],
]);

/** Values that are a class or the events that set one. */
const VALUES = new Set(['self', 'others', 'organisation', 'A', 'B', 'C', 'classAssigned', 'setClass']);

/** An assessment centre's accreditation has a category too, and a reminder may go to the whole organisation. */
const UNRELATED = new Set(['accreditation', 'stage']);

/** The names of classes (the pathway's own is no secret) and of their bases in sentences, in both languages. */
const WORDS =
  /(Kelas|Class) (Mengelola|Managing|[ABC]\b|\d)|Mengelola (Diri|Orang Lain|Organisasi)\b(?! dan)|Managing (Oneself|Others|the Organisation)|rumpun|famil(y|ies)\b|(?<!Jalur )klaster|clustered by|(less|fairly)Optimal|"optimal"|(Kurang|Cukup) Optimal/;

/**
 * Where an answer tells the class of a cluster participant, its basis, emphasis or shifted hours: paths with what was found.
 * A course's hours count: the shift shows in them.
 */
export function classLeaks(answer: unknown, path = ''): string[] {
  if (typeof answer === 'string') return WORDS.test(answer) ? [`${path}: ${answer}`] : [];
  if (Array.isArray(answer))
    return answer.flatMap((one, index) => classLeaks(one, `${path}[${String(index)}]`));
  if (typeof answer !== 'object' || answer === null) return [];
  const isCourse = 'course' in answer && 'decision' in answer;
  return Object.entries(answer).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}.${key}`;
    if (value === null || value === undefined || UNRELATED.has(key)) return [];
    if (FIELDS.has(key) || (isCourse && key === 'hours')) return [`${at}: ${JSON.stringify(value)}`];
    if (typeof value === 'string' && VALUES.has(value)) return [`${at}: ${value}`];
    return classLeaks(value, at);
  });
}
