/**
 * The address of a sign-in button. It returns only to paths of this site, so that a link to the
 * page cannot send people elsewhere.
 */

/** A path of this site, or undefined. For a browser, `//host` and `/\host` are other sites. */
export function validateReturnTo(returnTo: string | undefined): string | undefined {
  return returnTo && /^\/(?![/\\])/.test(returnTo) ? returnTo : undefined;
}

export function signInAddress(url: string, returnTo: string | undefined): string {
  const path = validateReturnTo(returnTo);
  return path ? `${url}${url.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(path)}` : url;
}
