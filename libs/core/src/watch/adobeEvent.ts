/**
 * What a delivery of Adobe I/O Events holds. No payload of an alert about keys is documented
 * (AL-12), so its kind is searched for in every text of the event.
 */
import { sha256Hex } from '../canonicalJson.ts';
import { isObject, type Json } from '../upcasts/storedRun.ts';
import type { AlertKind } from './alertsOf.ts';

/** Kinds of alerts that Adobe sends (AL-01). */
export type AdobeAlertKind = Extract<
  AlertKind,
  'KEY_ACCESS_DISABLED' | 'KEY_ACCESS_FAILURE' | 'ALERT_NOTIFICATION'
>;

/** One event of a delivery, in either of Adobe's forms (AL-16). */
export interface AdobeEvent {
  /** Identifies duplicates (AL-16). */
  id: string;
  /** Whose registration it belongs to (AL-15). */
  recipientClientId: string | null;
  kind: AdobeAlertKind;
  /** As received. */
  source: Json;
}

/** The titles of AL-01, and the other name of the first (GAP-21). */
const TITLES: readonly (readonly [RegExp, AdobeAlertKind])[] = [
  [/\bkey\s+(?:access\s+disabled|disablement)\b/i, 'KEY_ACCESS_DISABLED'],
  [/\bkey\s+access\s+failure\b/i, 'KEY_ACCESS_FAILURE'],
];

/** Deeper or longer than any event; what is beyond is not searched. */
const MAX_DEPTH = 12;
const MAX_TEXTS = 10_000;

function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  const visit = (part: unknown, depth: number): void => {
    if (texts.length >= MAX_TEXTS || depth > MAX_DEPTH) return;
    if (typeof part === 'string') texts.push(part);
    else if (Array.isArray(part)) for (const one of part) visit(one, depth + 1);
    else if (isObject(part)) for (const one of Object.values(part)) visit(one, depth + 1);
  };
  visit(value, 0);
  return texts;
}

/** The worst that any text names; unknown kinds are notifications (AL-07, GAP-23). */
function kindOf(event: Json): AdobeAlertKind {
  // Such as KEY_ACCESS_DISABLED, key-access-disabled or keyAccessDisabled.
  const texts = textsOf(event).flatMap((text) => {
    const spaced = text.replace(/[_-]+/g, ' ');
    return [spaced, spaced.replace(/([a-z])(?=[A-Z])/g, '$1 ')];
  });
  const found = TITLES.find(([title]) => texts.some((text) => title.test(text)));
  return found?.[1] ?? 'ALERT_NOTIFICATION';
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const MAX_ID = 200;

/**
 * `event_id` in the older form, `id` in CloudEvents. An event without one is not lost for it: what
 * it holds identifies it.
 */
function idOf(event: Readonly<Record<string, unknown>>): string {
  const id = textIn(event['event_id']) ?? textIn(event['id']);
  if (id === null) return `sha256:${sha256Hex(JSON.stringify(event))}`;
  if (id.length > MAX_ID) return `sha256:${sha256Hex(id.toWellFormed())}`;
  // PostgreSQL keeps neither half of a surrogate pair nor NUL.
  return id.toWellFormed().replaceAll('\0', '\uFFFD');
}

function eventOf(value: unknown): AdobeEvent | null {
  if (!isObject(value)) return null;
  const recipientClientId =
    textIn(value['recipient_client_id']) ?? textIn(value['recipientclientid']);
  if (recipientClientId === null && !('event_id' in value) && !('id' in value)) return null;
  return {
    id: idOf(value),
    recipientClientId,
    kind: kindOf(value),
    source: value,
  };
}

/** Longer than any batch of Adobe. */
const MAX_BATCH = 500;

/** A batch is a list, bare or under the name of its kind of delivery. */
function listOf(body: unknown): unknown[] {
  const list: unknown = isObject(body) ? (body['webhook_batch'] ?? body) : body;
  return Array.isArray(list) ? list : [list];
}

/** One event or a batch (AL-16), without what is no event; null where nothing is. */
export function adobeEvents(body: unknown): AdobeEvent[] | null {
  const list = listOf(body);
  if (list.length === 0 || list.length > MAX_BATCH) return null;
  const events = list.flatMap((part) => eventOf(part) ?? []);
  return events.length > 0 ? events : null;
}
