/**
 * Adobe I/O Events: the host of the public keys that sign deliveries, the one that validates
 * registrations, and the signatures (AL-14, AL-17).
 */
import crypto from 'node:crypto';
import type { KeyMaterial } from '../azure/keyVault/keyMaterial.ts';
import type { Answer, Call } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';

export const EVENT_KEY_HOST = 'static.adobeioevents.com';
export const EVENT_VALIDATION_HOST = 'csm.adobe.io';

/** Adobe signs each delivery with two keys; the third takes their place in a rotation. */
export const EVENT_KEYS = [2048, 3072, 4096] as const;
type EventKey = (typeof EVENT_KEYS)[number];

const DIRECTORY = '/prod/keys/';

const pemOf = (pair: crypto.KeyObject): string =>
  crypto.createPublicKey(pair).export({ type: 'spki', format: 'pem' }) as string;

/** Of the key itself, so that another sandbox's key never answers at the same path. */
const pathOf = (pair: crypto.KeyObject): string =>
  `${DIRECTORY}pub-key-${crypto.createHash('sha256').update(pemOf(pair)).digest('hex').slice(0, 32)}.pem`;

export async function eventKeys(call: Call, { material }: SandboxContext): Promise<Answer> {
  for (const bits of EVENT_KEYS) {
    const pair = await material.pair(bits);
    if (call.method === 'GET' && call.path === pathOf(pair))
      return {
        status: 200,
        headers: { 'content-type': 'application/x-pem-file' },
        body: pemOf(pair),
      };
  }
  return { status: 404, body: 'Not Found' };
}

/** Every address of it validates, as far as its caller sees. */
export const eventValidation = ({ method }: Call): Answer =>
  method === 'GET' ? { status: 200, body: 'validated', ledger: true } : { status: 405 };

/** The headers of a delivery that is signed with these keys. */
export async function eventSignatures(
  body: string,
  material: KeyMaterial,
  keys: readonly EventKey[],
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [index, bits] of keys.entries()) {
    const pair = await material.pair(bits);
    const signature = crypto.sign('sha256', Buffer.from(body), pair).toString('base64');
    headers[`x-adobe-digital-signature-${index + 1}`] = signature;
    headers[`x-adobe-public-key${index + 1}-path`] = pathOf(pair);
  }
  return headers;
}
