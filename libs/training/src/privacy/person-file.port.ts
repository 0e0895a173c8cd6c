/** One kind of rows that are held on a person. */
export interface HeldRows {
  section: string;
  rows: Record<string, unknown>[];
}

/** Everything about one person that stands in tables of its own; the journeys' pages and logs come beside. */
export interface PersonFile {
  held: HeldRows[];
  /** The journeys that are his. */
  journeyIds: string[];
}

/** Others who are named in what is held on somebody. */
export interface OtherPeople {
  /** Which of these ids are people or accounts. */
  ids: string[];
  /** Names, numbers and addresses of those who have a part in it. */
  words: string[];
}

export interface PersonFiles {
  of(personId: string): Promise<PersonFile>;
  journeysOf(personId: string): Promise<string[]>;
  /** How many rows of each section there are. */
  counts(personId: string): Promise<{ section: string; count: number }[]>;
  others(personId: string, ids: readonly string[]): Promise<OtherPeople>;
}
