/** What a session's end needs on every page, loaded after the page. */
import { lazyPart } from '../../ui/lazyPart.tsx';

export const sessionPart = lazyPart(
  async () => (await import('./SessionNotice.tsx')).SessionNotice,
);
