/**
 * When alerts that Adobe sent are open. Of a kind with a known meaning one is, on which later
 * events are counted; each other event is kept, up to a bound (AL-12).
 */
import type { AdobeAlertKind } from './adobeEvent.ts';
import type { AlertKind } from './alertsOf.ts';
import type { Health } from './health.ts';

/** Before the kind, in the name of an alert. */
export const ADOBE_ALERT_PREFIX = 'ADOBE ';

/** Open notifications of an organization; further ones are counted on the newest of them. */
export const MAX_OPEN_NOTIFICATIONS = 20;

/** Unique among the open alerts of an organization. What a notification means, only it says. */
export const adobeAlertName = (kind: AdobeAlertKind, eventId: string): string =>
  ADOBE_ALERT_PREFIX + (kind === 'ALERT_NOTIFICATION' ? `${kind} ${eventId}` : kind);

/** Whether Adobe sent alerts of this kind, rather than that Keyway found them. */
export const isOfAdobe = (kind: AlertKind): kind is AdobeAlertKind =>
  kind === 'KEY_ACCESS_DISABLED' || kind === 'KEY_ACCESS_FAILURE' || kind === 'ALERT_NOTIFICATION';

/** Adobe may purge all data (AL-03). */
export const isPurgeClass = (kind: AdobeAlertKind): boolean => kind === 'KEY_ACCESS_DISABLED';

/**
 * Whether a new event needs people again where somebody has acknowledged the alert that it is
 * counted on: a later notice of a purge, and a text that nobody has read.
 */
export const needsAttentionAgain = (kind: AdobeAlertKind): boolean =>
  isPurgeClass(kind) || kind === 'ALERT_NOTIFICATION';

/** What is known when it is decided whether an alert of Adobe ends. */
export interface AdobeAlertState {
  isAcknowledged: boolean;
  /**
   * Of an observation that began after the alert's last event; null where there was none since.
   * `NOT_WATCHED`: there can't be any.
   */
  health: Health | null;
}

/**
 * Adobe sends no end of an alert. It ends when a person has acknowledged it and an observation that
 * began after its last event found the organization in good health; where nothing is observed, when
 * a person has acknowledged it.
 */
export const adobeAlertEnds = ({ isAcknowledged, health }: AdobeAlertState): boolean =>
  isAcknowledged && (health === 'HEALTHY' || health === 'NOT_WATCHED');
