/** Secrets that sign messages: made here, sealed under the partner's data key, shown once. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { openForPartner, sealForPartner } from '../sealing/partnerKey.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Unit } from '../tenancy/view.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks allows 24 to 64. */
const BYTES = 32;

const binding = (webhookId: string): string => `webhook:${webhookId}`;

export async function makeWebhookSecret(
  { sql, sealing, visibility }: Unit,
  webhookId: string,
  at: string,
): Promise<{ secret: string; sealed: Buffer }> {
  const secret = PREFIX + randomBytes(BYTES).toString('base64');
  const { partnerId } = visibility.scope;
  const texts = [{ text: secret, binding: binding(webhookId) }];
  const [sealed] = await sealForPartner(sql, sealing, partnerId, texts, new Date(at));
  return { secret, sealed: sealed! };
}

/** Those that open; none where the key that sealed them is lost. */
export async function openWebhookSecrets(
  transaction: Transaction,
  sealing: Sealing,
  { webhookId, partnerId }: { webhookId: string; partnerId: string },
  sealed: readonly Uint8Array[],
): Promise<string[]> {
  const kept = sealed.map((one) => ({ sealed: one, binding: binding(webhookId) }));
  const opened = await openForPartner(transaction, sealing, partnerId, kept);
  return opened.filter((secret) => secret !== null);
}
