import type { Bilingual } from '#libs/calendar';
import { missingOf, type Knowledge, type Versions } from '#libs/knowledge';
import type { GroupingStanding } from '../grouping/group-book.port.js';

type AtHand = Pick<Knowledge, 'catalogues' | 'policies' | 'calendars' | 'programmes'>;

const KINDS: Record<keyof Versions, Bilingual> = {
  policy: { id: 'kebijakan', en: 'policy' },
  catalogue: { id: 'katalog kompetensi', en: 'catalogue of competencies' },
  calendar: { id: 'kalender kerja', en: 'working calendar' },
  programmes: { id: 'mata pelatihan', en: 'courses' },
};

export interface Readability<One> {
  readable: One[];
  /** Journeys that go by settings which no file of this installation has, by id, each with what is missing. */
  unreadable: Map<string, Bilingual>;
}

/** A cohort's people apart from those of whom nothing can be worked out here, so that these hide nobody else. */
export function byReadability<One extends GroupingStanding>(
  standings: readonly One[],
  knowledge: AtHand,
): Readability<One> {
  const unreadable = new Map(
    standings.flatMap(({ journeyId, context }): [string, Bilingual][] => {
      const reason = whyUnreadable(context.versions, knowledge);
      return reason ? [[journeyId, reason]] : [];
    }),
  );
  return { readable: standings.filter(({ journeyId }) => !unreadable.has(journeyId)), unreadable };
}

function whyUnreadable(versions: Versions, knowledge: AtHand): Bilingual | null {
  const missing = missingOf(knowledge, versions);
  if (missing.length === 0) return null;
  const said = (language: keyof Bilingual, version: string) =>
    missing.map((kind) => `${KINDS[kind][language]} ${version} ${versions[kind]}`).join(', ');
  return {
    id: `Perjalanan ini memakai pengaturan yang tidak dikenal sistem ini: ${said('id', 'versi')}. Minta pengelola sistem memasang kembali berkas pengaturannya; sampai saat itu tidak ada yang dapat dihitung atau diputuskan di sini.`,
    en: `This journey goes by settings that this system does not know: ${said('en', 'version')}. Ask the operator to put the settings' files back; until then nothing can be worked out or decided here.`,
  };
}
