/** A storm of the clouds: every way in which they fail, all at once. */
const ARM = 'management.azure.com';
const refused = (code: string) => ({ error: { code, message: 'As in a storm.' } });

/** For the sandbox: together they spoil a third of all calls, and most lists of roles. */
export const STORM: readonly object[] = [
  { chance: 0.05, status: 429, headers: { 'retry-after': '1' } },
  { chance: 0.04, status: 429 },
  { chance: 0.05, status: 500, body: 'oops' },
  { chance: 0.05, status: 503, body: refused('ServerBusy') },
  { chance: 0.04, reset: true },
  { chance: 0.03, delayMs: 1_000, status: 504 },
  {
    chance: 0.04,
    status: 200,
    body: '<html>Sign in</html>',
    headers: { 'content-type': 'text/html' },
  },
  { chance: 0.03, truncate: true },
  { chance: 0.01, status: 401, body: refused('InvalidAuthenticationToken') },
  { chance: 0.01, status: 403, body: refused('AuthorizationFailed') },
  { chance: 0.5, host: ARM, path: '*/roleAssignments', status: 200, body: { value: [] } },
  { chance: 0.5, host: ARM, path: '*/denyAssignments', status: 200, body: { value: [] } },
];
