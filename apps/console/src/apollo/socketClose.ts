/** What it means when the server closes the socket because of who is signed in. */
import { reportMissed } from './liveConnection.ts';
import { reportUnauthenticated } from './unauthenticated.ts';

/** "Forbidden". The reason says more (docs/reference/api.md, Live updates). */
const FORBIDDEN = 4403;

export function handleClose({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): void {
  if (code !== FORBIDDEN) return;
  if (reason === 'Access removed') reportUnauthenticated('removed');
  // Who is signed in, and with which rights, is read before the socket is back: signing in again in
  // another tab ends the session and begins one that this tab has too.
  else reportMissed();
}
