/**
 * The emulated clouds accept only secrets that begin with `sandbox-`, so that a real one is
 * refused. They refuse `sandbox-wrong…` as a cloud refuses a wrong secret.
 */
export const isSandboxSecret = (secret: string): boolean =>
  secret.startsWith('sandbox-') && !secret.startsWith('sandbox-wrong');
