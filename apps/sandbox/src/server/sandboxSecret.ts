/**
 * Which secrets the emulated clouds take: those that begin with `sandbox-`, so that a real one that
 * strays in here is refused and goes nowhere. One that begins with `sandbox-wrong` is refused as a
 * cloud refuses a wrong secret, for trying that out.
 */
export const isSandboxSecret = (secret: string): boolean =>
  secret.startsWith('sandbox-') && !secret.startsWith('sandbox-wrong');
