/**
 * The path that Keyway is served under, such as `/keyway`; empty where it has a host of its own.
 * The api writes it into its pages, as `data-base-path` of the root.
 */
export const BASE_PATH: string =
  // Tests of what is not drawn have no document.
  globalThis.document?.documentElement.dataset['basePath'] ?? '';

/** The address of a path of Keyway, as the browser needs it. Other addresses are as they were. */
export const fromBase = (path: string): string =>
  /^\/(?![/\\])/.test(path) ? `${BASE_PATH}${path}` : path;

/** The path of Keyway in the browser's address. */
export const withoutBase = (pathname: string): string =>
  pathname === BASE_PATH || pathname.startsWith(`${BASE_PATH}/`)
    ? pathname.slice(BASE_PATH.length) || '/'
    : pathname;
