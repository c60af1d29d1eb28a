/**
 * When organizations are observed. Each has its place in the interval, so that observations stay
 * evenly spread after an outage, an upgrade, or five hundred starts at once.
 */
import { CONFIRMING_SECONDS } from '@keyway/core';

/** Scaled by KEYWAY_POLL_SCALE. */
export const OBSERVATION_INTERVAL_SECONDS = 15 * 60;

/** After an outage everything is due at once, and observations catch up so much faster. */
const CATCH_UP = 2;
/** So few a second are no storm, however few are watched. */
const LEAST_A_SECOND = 5;

/** How many observations that nobody asked for may begin in a second, by all workers together. */
export const observationsASecond = (watched: number, timeScale: number): number =>
  Math.max(LEAST_A_SECOND, (CATCH_UP * watched) / (OBSERVATION_INTERVAL_SECONDS * timeScale));

/** Shares of the interval. */
const LEAST_WAIT = 0.2;
export const JITTER = 0.02;

const intervalMilliseconds = (timeScale: number): number =>
  OBSERVATION_INTERVAL_SECONDS * 1000 * timeScale;

/** From 0 to 1: the first digits of a random UUID. */
const placeOf = (organizationId: string): number =>
  Number.parseInt(organizationId.slice(0, 8), 16) / 0x1_0000_0000;

/** The organization's next place in the interval that is at least `least` of it away. */
function nextPlace(organizationId: string, now: Date, timeScale: number, least: number): Date {
  const interval = intervalMilliseconds(timeScale);
  const place = placeOf(organizationId) * interval;
  const earliest = now.getTime() + least * interval;
  const next = Math.ceil((earliest - place) / interval) * interval + place;
  return new Date(next + Math.random() * JITTER * interval);
}

/** Of many organizations that begin to be watched together. */
export const firstObservationAt = (organizationId: string, now: Date, timeScale: number): Date =>
  nextPlace(organizationId, now, timeScale, 0);

/** After an observation; `isSoon`: what it saw has to be confirmed. */
export const nextObservationAt = (
  organizationId: string,
  now: Date,
  { timeScale, isSoon }: { timeScale: number; isSoon: boolean },
): Date =>
  isSoon
    ? new Date(now.getTime() + CONFIRMING_SECONDS * 1000 * timeScale * (1 + Math.random() * JITTER))
    : nextPlace(organizationId, now, timeScale, LEAST_WAIT);
