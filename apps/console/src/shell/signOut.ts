/**
 * Ends the session at the server, then loads the page where the provider ends its own, or else the
 * sign-in page. The load clears all data of the person.
 */
export async function signOut(): Promise<void> {
  const endSessionUrl = await endSession().catch(() => undefined);
  location.assign(endSessionUrl ?? '/sign-in');
}

/** The provider's page; undefined where it has none. */
async function endSession(): Promise<string | undefined> {
  const response = await fetch('/auth/logout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
  });
  if (response.status !== 200) return undefined;
  const { endSessionUrl } = (await response.json()) as { endSessionUrl?: unknown };
  return typeof endSessionUrl === 'string' && /^https?:\/\//.test(endSessionUrl)
    ? endSessionUrl
    : undefined;
}
