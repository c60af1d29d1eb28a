/** Whether live updates arrive. Pages work without them and refetch when they are back. */
import { useSyncExternalStore } from 'react';
import { reportSignedIn } from './unauthenticated.ts';

export type LiveConnection = 'idle' | 'live' | 'reconnecting';
/** `offline`: the browser has no network; `silent`: the server does not answer, and may yet. */
export type Unreachable = 'offline' | 'silent';

let allow: () => void = () => undefined;
/**
 * Resolves when someone is signed in. A page can subscribe earlier, but the server would refuse the
 * connection.
 */
export const signedIn = new Promise<void>((resolve) => (allow = resolve));

export function allowLiveConnection(): void {
  reportSignedIn();
  allow();
}

/**
 * What a page read at its start is older than its live updates by this much at most. Changes within
 * it are sent to who asks for recent ones (`withRecent`), as every list does: the api sends those
 * of ten seconds, which leaves six for the requests.
 */
export const LATE_MILLISECONDS = 4_000;

let state: LiveConnection = 'idle';
let isSilent = false;
let isOffline = false;
/** Since when pages read what they show, while nothing is live. */
let connectingSince = Number.POSITIVE_INFINITY;
const listeners = new Set<() => void>();
const reconnected = new Set<() => void>();

/** Changes are missed from now on, until the connection is live. */
export function beginLiveConnection(): void {
  connectingSince = Math.min(connectingSince, performance.now());
}

export function setLiveConnection(next: LiveConnection): void {
  if (next === state) return;
  const wasPaused =
    state === 'reconnecting' || performance.now() - connectingSince > LATE_MILLISECONDS;
  state = next;
  // A server that did not answer is not there either while its socket is replaced.
  if (next !== 'reconnecting') isSilent = false;
  connectingSince = Number.POSITIVE_INFINITY;
  notify();
  if (wasPaused && next === 'live') reportMissed();
}

/**
 * Whether the server leaves a ping unanswered. Nothing is lost while the socket is open, so pages
 * don't read again what they show when it answers late.
 */
export function setSilent(next: boolean): void {
  if (next === isSilent) return;
  isSilent = next;
  notify();
}

/** Whether the browser has no network at all. */
export function setOffline(next: boolean): void {
  if (next === isOffline) return;
  isOffline = next;
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

function unreachable(): Unreachable | null {
  if (isOffline) return 'offline';
  return isSilent ? 'silent' : null;
}

/** What is known of the way to the server beside the socket's state; null while it answers. */
export function useUnreachable(): Unreachable | null {
  return useSyncExternalStore(subscribe, unreachable);
}

let missed = 0;

/** How often changes may have been missed; counted before anybody reads again because of it. */
export const countMissed = (): number => missed;

/** What pages show may be out of date. */
export function reportMissed(): void {
  missed += 1;
  for (const listener of reconnected) listener();
}

/**
 * Calls back when live updates resume, or begin late: changes may have been missed since a page
 * read what it shows.
 */
export function onReconnected(listener: () => void): () => void {
  reconnected.add(listener);
  return () => reconnected.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveConnection(): LiveConnection {
  return useSyncExternalStore(subscribe, () => state);
}
