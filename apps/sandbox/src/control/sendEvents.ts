/** Sends events as Adobe I/O Events and Azure Event Grid do, to an address on this machine. */
import { randomUUID } from 'node:crypto';
import { EVENT_KEYS, eventSignatures } from '../adobe/ioEvents.ts';
import type { JsonObject } from '../isObject.ts';
import { jsonObject, Refusal } from '../server/exchange.ts';
import type { Answer, Call } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';

const TIMEOUT_MILLISECONDS = 15_000;
const MAX_EVENTS = 100;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const wrong = (error: string): Refusal => new Refusal({ status: 400, body: { error } });
const textIn = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

function addressOf({ url }: JsonObject): string {
  const address = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
  if (!address || !LOOPBACK.includes(address.hostname))
    throw wrong('url is the address in Keyway, on this machine.');
  return address.href;
}

const countOf = ({ batch }: JsonObject): number | null => {
  if (batch === undefined || batch === null || batch === false) return null;
  if (typeof batch === 'number' && batch >= 1 && batch <= MAX_EVENTS) return Math.floor(batch);
  throw wrong(`batch is how many events one delivery has, up to ${MAX_EVENTS}.`);
};

function adobeEvent(given: JsonObject, id: string, now: number): JsonObject {
  const { clientId } = given;
  if (typeof clientId !== 'string')
    throw wrong('clientId is that of the organization’s Adobe connection.');
  const time = new Date(now).toISOString();
  const alert = {
    'xdm:imsOrgId': textIn(given.imsOrgId, ''),
    'xdm:alert': { name: textIn(given.title, 'Key access disabled'), time },
  };
  if (given.form !== 'cloudevents')
    return {
      event_id: id,
      recipient_client_id: clientId,
      event: { header: { _adobeio: { imsOrgId: alert['xdm:imsOrgId'] } }, body: alert },
    };
  return {
    specversion: '1.0',
    id,
    source: 'urn:uuid:platform-notifications',
    type: 'platform_notification',
    datacontenttype: 'application/json',
    time,
    recipient_client_id: clientId,
    data: alert,
  };
}

/** As Event Grid sends it; the data is spelled as in Microsoft's samples (MON-03). */
function azureEvent(given: JsonObject, topic: string, now: number): JsonObject {
  const type = `Microsoft.KeyVault.${textIn(given.type, 'KeyNewVersionCreated')}`;
  const time = new Date(now).toISOString();
  const VaultName = topic.split('/').at(-1);
  const data = { Id: '', VaultName, ObjectType: 'Key', 'ObjectName ': 'key', EXP: null };
  const common = { id: randomUUID(), subject: 'key', data };
  if (given.form === 'cloudevents')
    return { ...common, specversion: '1.0', source: topic, type, time };
  return { ...common, topic, eventType: type, eventTime: time, dataVersion: '1' };
}

async function deliver(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    return { status: 200, body: { status: answer.status, body: await answer.text() } };
  } catch (error) {
    return { status: 502, body: { error: `${url} does not answer: ${String(error)}` } };
  }
}

/**
 * `POST /events/adobe`: `{ url, clientId, title, form, batch, id, rotated, validationUrl }`. The
 * same `id` sends the same event again; `rotated` signs with the key that comes after the others.
 */
export async function sendAdobeEvents(call: Call, context: SandboxContext): Promise<Answer> {
  const given = jsonObject(call, wrong('The body is a JSON object with url and clientId.').answer);
  const url = addressOf(given);
  if (given.validationUrl !== undefined)
    return deliver(url, JSON.stringify({ validationUrl: given.validationUrl }), {});
  const count = countOf(given);
  const id = textIn(given.id, randomUUID());
  const events = Array.from({ length: count ?? 1 }, (_, index) =>
    adobeEvent(given, index === 0 ? id : `${id}-${index}`, context.now()),
  );
  const body = JSON.stringify(count === null ? events[0] : events);
  const keys = given.rotated === true ? EVENT_KEYS.slice(2) : EVENT_KEYS.slice(0, 2);
  return deliver(url, body, await eventSignatures(body, context.material, keys));
}

/**
 * `POST /events/azure`: `{ url, vault, type, form }`; `vault` is the name of a customer's vault.
 */
export async function sendAzureEvents(call: Call, context: SandboxContext): Promise<Answer> {
  const given = jsonObject(call, wrong('The body is a JSON object with url and vault.').answer);
  const url = addressOf(given);
  const vault = context.world.vaults.values().find(({ name }) => name === given.vault);
  if (!vault) throw wrong('vault is the name of a customer’s vault.');
  const { subscriptionId, resourceGroup, kind, name } = vault;
  const type = kind === 'vault' ? 'vaults' : 'managedHSMs';
  const topic = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/${type}/${name}`;
  const event = azureEvent(given, topic, context.now());
  const body = given.form === 'cloudevents' ? event : [event];
  return deliver(url, JSON.stringify(body), { 'aeg-event-type': 'Notification' });
}
