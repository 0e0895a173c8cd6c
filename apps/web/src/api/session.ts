const KEY = 'titian.signedIn';

/** The cookie itself is out of a page's reach. Without this note every visit to the door would ask in vain who one is. */
export function mayBeSignedIn(): boolean {
  // Back from signing in elsewhere, with the cookie.
  if (location.hash === '#signed-in') {
    history.replaceState(history.state, '', location.pathname);
    noteSignedIn(true);
  }
  return localStorage.getItem(KEY) === 'true';
}

export function noteSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(KEY, 'true');
  else localStorage.removeItem(KEY);
}
