/**
 * Ends the session at the server, then loads the page where the provider ends its own, or else the
 * sign-in page. The load clears all data of the person.
 */
import { reportSigningOut } from '../apollo/unauthenticated.ts';
import { leaveWithoutQuestion } from '../routing/useUnloadQuestion.ts';
import { fromBase } from '../routing/basePath.ts';

export async function signOut(): Promise<void> {
  reportSigningOut();
  const response = await fetch(fromBase('/auth/logout'), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
  }).catch(() => undefined);
  // 204: the provider has no such page.
  const next = response?.status === 200 ? ((await response.json()) as Next) : {};
  leaveWithoutQuestion();
  location.assign(next.endSessionUrl ?? fromBase('/sign-in'));
}

interface Next {
  endSessionUrl?: string;
}
