/**
 * Ends the session at the server, then loads the sign-in page. The load clears all data of the
 * person.
 */
export async function signOut(): Promise<void> {
  await fetch('/auth/logout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
  }).catch(() => undefined);
  location.assign('/sign-in');
}
