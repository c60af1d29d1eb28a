/**
 * The addresses of the sign-in page. It returns only to paths of this site, so that a link to the
 * page cannot send people elsewhere.
 */
import { withoutBase } from '../routing/basePath.ts';

/** A path of this site, or undefined. For a browser, `//host` and `/\host` are other sites. */
export function validateReturnTo(returnTo: string | null | undefined): string | undefined {
  return returnTo && /^\/(?![/\\])/.test(returnTo) ? returnTo : undefined;
}

type Address = Pick<Location, 'pathname' | 'search' | 'hash'>;

/**
 * The path of the page to open after signing in: the one at whose address the sign-in page was
 * sent.
 */
export function wantedPage({ pathname, search, hash }: Address): string | undefined {
  const path = withoutBase(pathname);
  if (path !== '/sign-in') return validateReturnTo(`${path}${search}${hash}`);
  const returnTo = validateReturnTo(new URLSearchParams(search).get('returnTo'));
  return returnTo && `${returnTo}${hash}`;
}

/** The address of a provider's button. */
export function signInAddress(url: string, returnTo: string | undefined): string {
  const path = validateReturnTo(returnTo);
  return path ? `${url}${url.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(path)}` : url;
}
