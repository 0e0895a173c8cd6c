/** How a cohort's board is looked at: as cards, or on the map of the way. In the address, so that it can be sent. */
export interface BoardSearch {
  view?: 'map';
}

export function boardSearchOf({ view }: Record<string, unknown>): BoardSearch {
  return view === 'map' ? { view } : {};
}
