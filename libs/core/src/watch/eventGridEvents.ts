/**
 * What a delivery of Azure Event Grid holds, in either of its schemas. Read leniently: Microsoft's
 * own samples have names with spaces and other capitals (MON-03).
 */
import { isObject, type Json } from '../upcasts/storedRun.ts';

/**
 * `validation`: whoever owns the address sends `code` back. `key`: a watched key may be another.
 */
export type EventGridEvent =
  { kind: 'validation'; code: string } | { kind: 'key'; vault: string } | { kind: 'other' };

/** Lower case; what can happen to a key or to who may use it (MON-01). */
const KEY_TYPES: readonly string[] = [
  'microsoft.keyvault.keynewversioncreated',
  'microsoft.keyvault.keynearexpiry',
  'microsoft.keyvault.keyexpired',
  'microsoft.keyvault.vaultaccesspolicychanged',
];
const VALIDATION_TYPE = 'microsoft.eventgrid.subscriptionvalidationevent';
const MAX_EVENTS = 1_000;
const MAX_CODE_CHARACTERS = 200;

function fieldOf(object: Json, name: string): unknown {
  const found = Object.keys(object).find((key) => key.trim().toLowerCase() === name);
  return found === undefined ? undefined : object[found];
}

function textOf(object: Json, ...names: string[]): string | null {
  for (const name of names) {
    const value = fieldOf(object, name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** The name of the vault or Managed HSM in a resource ID; null of another resource. */
export const vaultNameOf = (resourceId: string): string | null =>
  /\/(?:vaults|managedhsms)\/([^/]+)\/?$/i.exec(resourceId.trim())?.[1]?.toLowerCase() ?? null;

function eventOf(value: unknown): EventGridEvent | null {
  if (!isObject(value)) return null;
  const type = textOf(value, 'eventtype', 'type')?.toLowerCase();
  if (!type) return null;
  const data = fieldOf(value, 'data');
  const fields = isObject(data) ? data : {};
  if (type === VALIDATION_TYPE) {
    const code = textOf(fields, 'validationcode');
    return code && code.length <= MAX_CODE_CHARACTERS ? { kind: 'validation', code } : null;
  }
  if (!KEY_TYPES.includes(type)) return { kind: 'other' };
  // `source` in the schema of CloudEvents. Event Grid sets either itself, unlike the data.
  const resource = textOf(value, 'topic', 'source');
  const vault = resource ? vaultNameOf(resource) : textOf(fields, 'vaultname')?.toLowerCase();
  return vault ? { kind: 'key', vault } : null;
}

/** One event or a list; null where any part is no event. */
export function eventGridEvents(body: unknown): EventGridEvent[] | null {
  const list: unknown[] = Array.isArray(body) ? body : [body];
  if (list.length === 0 || list.length > MAX_EVENTS) return null;
  const events = list.map(eventOf);
  return events.every((event) => event !== null) ? events : null;
}
