const KEY = 'titian.signedIn';

/** The cookie itself is out of a page's reach. Without this note every visit to the door would ask in vain who one is. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(KEY) === 'true';
}

export function noteSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(KEY, 'true');
  else localStorage.removeItem(KEY);
}
