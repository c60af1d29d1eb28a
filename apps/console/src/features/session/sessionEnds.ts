/** When to announce that the session ends, and why. */

export interface SessionLimits {
  /** Seconds without a request after which it ends. */
  idleSeconds: number;
  /** The instant at which it ends in any case. */
  endsAt: string;
}

/** `idle`: any use makes it longer; `end`: only signing in again does. */
export interface SessionWarning {
  reason: 'idle' | 'end';
  /** In milliseconds since 1970. */
  endsAt: number;
}

const MINUTE = 60_000;
const IDLE_LEAD = 2 * MINUTE;
const END_LEAD = 10 * MINUTE;

/**
 * The server moves the end at most once a minute, and for short sessions once in a tenth of their
 * idle time: so much earlier it may end.
 */
const idleEnd = (idleSeconds: number, usedAt: number) =>
  usedAt + idleSeconds * 1000 - Math.min(MINUTE, idleSeconds * 100);

/** @returns what to announce now, and else how many milliseconds later to ask again */
export function findWarning(
  { idleSeconds, endsAt }: SessionLimits,
  usedAt: number,
  now: number,
): SessionWarning | { waitMilliseconds: number } {
  const end = Date.parse(endsAt);
  const idle = idleEnd(idleSeconds, usedAt);
  const idleLead = Math.min(IDLE_LEAD, idleSeconds * 400);
  // Once it would last to its end anyway, being idle no longer matters.
  const untilIdle = idle < end ? idle - idleLead - now : Number.POSITIVE_INFINITY;
  const untilEnd = end - END_LEAD - now;
  if (untilIdle <= 0) return { reason: 'idle', endsAt: idle };
  if (untilEnd <= 0) return { reason: 'end', endsAt: end };
  return { waitMilliseconds: Math.min(untilEnd, untilIdle) };
}

/** How much of the idle time passes before typing or pointing counts as a use. */
export const isWorthUse = (idleSeconds: number, usedAt: number, now: number): boolean =>
  now - usedAt > idleSeconds * 250;
