/** Adobe I/O Events as they reach the api: signed over their bytes, with keys of Adobe's host. */
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { TestServer } from './aServer.ts';

export interface SigningKey {
  path: string;
  pem: string;
  privateKey: KeyObject;
}

export function aSigningKey(
  path = `/prod/keys/pub-key-${randomUUID()}.pem`,
  modulusLength = 2048,
): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return { path, pem: publicKey.export({ type: 'spki', format: 'pem' }) as string, privateKey };
}

/** As a worker records it that read the key from Adobe. */
export async function publish(
  { store }: Pick<TestServer, 'store'>,
  key: SigningKey,
): Promise<void> {
  await store.hooks.signingKeys.want(key.path);
  await store.hooks.signingKeys.record({ path: key.path, attempts: 1 }, key.pem);
}

export const signed = (
  body: string | Buffer,
  { path, privateKey }: SigningKey,
  number: 1 | 2 = 1,
): Record<string, string> => ({
  [`x-adobe-digital-signature-${number}`]: sign('sha256', Buffer.from(body), privateKey).toString(
    'base64',
  ),
  [`x-adobe-public-key${number}-path`]: path,
});

/** An event in Adobe's older form, for the client of an organization's connection. */
export const anEvent = (
  clientId: string,
  title = 'Key access disabled',
  id: string = randomUUID(),
): Record<string, unknown> => ({
  event_id: id,
  recipient_client_id: clientId,
  event: { 'xdm:alert': { name: title } },
});
