/** Whether the browser has a network, by its own events. */
import { setOffline } from './liveConnection.ts';

/** Follows whether the browser has a network. */
export function watchNetwork(): void {
  const follow = () => setOffline(!navigator.onLine);
  window.addEventListener('offline', follow);
  window.addEventListener('online', follow);
  follow();
}

/** Resolves after the time, or as soon as the browser has a network again. */
export function waitOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}
