import type { Language } from '#libs/calendar';
import type { JourneyContext } from '#libs/journeys';
import type { KnowledgeLookup } from '#libs/knowledge';
import { deadlineLabel } from './diagram/deadline-labels.js';
import type { Told } from './story.js';

/** Courses and competencies of a journey by what they are called; throws `UnknownVersion` as the lookup does. */
export function storyNames(
  { versions, programme }: Pick<JourneyContext, 'versions' | 'programme'>,
  lookup: KnowledgeLookup,
  language: Language,
): Map<string, string> {
  const courses = programme ? lookup.programme(versions.programmes, programme).courses : [];
  const named = [...lookup.catalogue(versions.catalogue).competencies, ...courses];
  return new Map(named.map(({ code, name }) => [code, name[language]]));
}

const CODED = ['course', 'competency'] as const;

/** Entries with names for codes: a story is for people. The log keeps what was sent. */
export function inNames<One extends Told>(
  entries: readonly One[],
  names: ReadonlyMap<string, string>,
  language: Language,
): One[] {
  return entries.map((entry) => {
    if (entry.data === null) return entry;
    const data = { ...entry.data };
    for (const key of CODED) {
      const code = data[key];
      if (typeof code === 'string') data[key] = names.get(code) ?? code;
    }
    if (typeof data['deadline'] === 'string')
      data['deadline'] = `“${deadlineLabel(data['deadline'])[language]}”`;
    return { ...entry, data };
  });
}
