import type { Engine } from '#libs/engine';
import type { JourneyKnowledge } from '#libs/journeys';
import type { CompanionDirectory } from '../companions/companion-directory.port.js';
import type { GroupBook, GroupingStandings } from './group-book.port.js';

export interface GroupingDeps {
  standings: GroupingStandings;
  book: GroupBook;
  companions: CompanionDirectory;
  engine: Pick<Engine, 'apply'>;
  knowledge: JourneyKnowledge;
}
