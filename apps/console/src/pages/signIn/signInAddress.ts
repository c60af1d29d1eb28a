/**
 * Where the sign-in button leads. Only paths of this site may be returned to, so that the page
 * cannot be used to send people elsewhere.
 */

/** A path of this site, or undefined. `//host` and `/\host` are other sites to a browser. */
export function safeReturnTo(returnTo: string | undefined): string | undefined {
  return returnTo && /^\/(?![/\\])/.test(returnTo) ? returnTo : undefined;
}

export function signInAddress(url: string, returnTo: string | undefined): string {
  const path = safeReturnTo(returnTo);
  return path ? `${url}${url.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(path)}` : url;
}
