/** Leaves the console for the sign-in page, which is a page of its own. */
import type { SessionEnd } from '../apollo/unauthenticated.ts';
import { leaveWithoutQuestion } from './useUnloadQuestion.ts';
import { fromBase } from './basePath.ts';

/**
 * @param returnTo the page to open after signing in; the portfolio if not given
 * @param end why the session ended; null where there was none
 */
export function openSignIn(returnTo: string, end: SessionEnd | null): void {
  const search = new URLSearchParams();
  if (returnTo !== '/') search.set('returnTo', returnTo);
  if (end) search.set('end', end);
  const query = search.size > 0 ? `?${search}` : '';
  leaveWithoutQuestion();
  location.assign(fromBase(`/sign-in${query}`));
}
