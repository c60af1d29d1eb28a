/** What it means when the server closes the socket because of who is signed in. */
import { reportMissed } from './liveConnection.ts';
import { reportUnauthenticated } from './unauthenticated.ts';

/** "Forbidden". The reason says more (docs/reference/api.md, Live updates). */
const FORBIDDEN = 4403;

export function handleClose({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): void {
  if (code !== FORBIDDEN) return;
  if (reason === 'Access removed') reportUnauthenticated('removed');
  // What is shown may not be seen any more: it is read again before the socket is back.
  else if (reason === 'Access changed') reportMissed();
  // Signing in again in another tab ends the session and begins one that this tab has too.
  else refused?.();
}

let refused: (() => void) | undefined;

/** Calls back when the socket's session is over: a request finds out whether there is another. */
export function onRefused(listener: () => void): () => void {
  refused = listener;
  return () => {
    if (refused === listener) refused = undefined;
  };
}
