/** That the server answers that no one is signed in, and why, for the router and the pages. */
import { useSyncExternalStore } from 'react';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** `removed`: an owner took the access away; `ended`: it expired, or was ended somewhere else. */
export type SessionEnd = 'ended' | 'removed';

type Listener = () => void;
const listeners = new Set<Listener>();
const subscribers = new Set<Listener>();
let wasSignedIn = false;
let isSigningOut = false;
let sessionEnd: SessionEnd | null = null;
let isHeld = false;

export function onUnauthenticated(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function subscribe(subscriber: Listener): () => void {
  subscribers.add(subscriber);
  return () => void subscribers.delete(subscriber);
}

/** Why the session of this page ended; null while it lasts, and where there was none. */
export const currentSessionEnd = (): SessionEnd | null => sessionEnd;

export const useSessionEnd = (): SessionEnd | null =>
  useSyncExternalStore(subscribe, currentSessionEnd);

/** Whether the page waits, hidden, for the person to sign in again, because of what they typed. */
export const useIsHeld = (): boolean => useSyncExternalStore(subscribe, () => isHeld);

/** Keeps the page of a session that ended. Who lost the access keeps nothing. */
export function holdPage(): boolean {
  if (sessionEnd === 'ended') setHeld(true);
  return isHeld;
}

/** The page is left after all. */
export const releasePage = (): void => setHeld(false);

function setHeld(next: boolean): void {
  if (next === isHeld) return;
  isHeld = next;
  for (const subscriber of subscribers) subscriber();
}

function setSessionEnd(next: SessionEnd | null): void {
  if (next === sessionEnd) return;
  sessionEnd = next;
  if (next !== 'ended') isHeld = false;
  for (const subscriber of subscribers) subscriber();
}

/** A request says only that nobody is signed in; the socket can say why, before or after it. */
export function reportUnauthenticated(why: SessionEnd = 'ended'): void {
  if (isSigningOut) return;
  if (wasSignedIn && sessionEnd !== 'removed') setSessionEnd(why);
  for (const listener of listeners) listener();
}

export function reportSignedIn(): void {
  wasSignedIn = true;
  setSessionEnd(null);
}

/** The person ends the session, and the page leads on to where that goes. */
export function reportSigningOut(): void {
  isSigningOut = true;
}

/** Whether the server answered that no one is signed in (GraphQL code or HTTP 401). */
export function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error))
    return error.errors.some((one) => one.extensions?.code === 'UNAUTHENTICATED');
  return ServerError.is(error) && error.statusCode === 401;
}
