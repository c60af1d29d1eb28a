/** When this browser last used the session, in any of its tabs. */

const CHANNEL = 'keyway.session';
/** Other tabs need not know each request. */
const REPORT_EVERY_MILLISECONDS = 5_000;

type Message = 'used' | 'signedIn';
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
const signedIn = new Set<() => void>();
let usedAt = Date.now();
let saidAt = 0;

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  usedAt = Date.now();
  if (data === 'signedIn') for (const listener of signedIn) listener();
});

export const lastUse = (): number => usedAt;

/** The server answered a request of this session, which lasts longer by it. */
export function noteUse(): void {
  usedAt = Date.now();
  if (usedAt - saidAt < REPORT_EVERY_MILLISECONDS) return;
  saidAt = usedAt;
  channel?.postMessage('used' satisfies Message);
}

/** Lets the other tabs continue in the session that began in this one. */
export function reportSignedInHere(): void {
  channel?.postMessage('signedIn' satisfies Message);
}

/** Calls back where somebody signed in in another tab. */
export function onSignedInElsewhere(listener: () => void): () => void {
  signedIn.add(listener);
  return () => void signedIn.delete(listener);
}
