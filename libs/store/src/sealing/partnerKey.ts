/**
 * Seals what is shown of a token for a day, under a data key of the partner: results with an
 * idempotency key, and links of bulk jobs.
 */
import { DataKeyRequired } from './dataKeys.ts';
import type { Transaction } from '../database/database.ts';
import { dataKeyPurpose, openedOrNull, seal, unseal, Unopenable, type Sealing } from './sealing.ts';

interface KeyRow {
  wrapper: string;
  wrapped: Buffer;
}

const resultBinding = (partnerId: string): string => `result:${partnerId}`;

async function keptKey(transaction: Transaction, partnerId: string): Promise<KeyRow | null> {
  const rows = await transaction.query<KeyRow>(
    'select wrapper, wrapped from partner_data_key where partner_id = $1',
    [partnerId],
  );
  return rows[0] ?? null;
}

/**
 * The partner's key; made where there is none, or none that opens any more (what it sealed is lost
 * with its wrapper, and short-lived).
 */
async function keyFor(
  transaction: Transaction,
  { keys }: Sealing,
  partnerId: string,
  at: Date,
): Promise<Buffer> {
  const kept = await keptKey(transaction, partnerId);
  const purpose = dataKeyPurpose(partnerId);
  const known = kept && openedOrNull(() => keys.opened(kept, purpose));
  if (known) return known;
  const { dataKey, wrapper, wrapped } = keys.made(purpose);
  const written = await transaction.query(
    `insert into partner_data_key (partner_id, wrapper, wrapped, created_at) values ($1, $2, $3, $4)
     on conflict (partner_id) do update set wrapper = excluded.wrapper, wrapped = excluded.wrapped, created_at = excluded.created_at
     where partner_data_key.wrapped = $5 returning 1`,
    [partnerId, wrapper, wrapped, at, kept?.wrapped ?? null],
  );
  // Somebody else made one at the same time: theirs counts.
  if (written.length === 0) throw new DataKeyRequired(() => Promise.resolve());
  return dataKey;
}

/** Each under its own binding, so that no sealed text can be put in another's place. */
export interface BoundText {
  text: string;
  binding: string;
}

export async function sealForPartner(
  transaction: Transaction,
  sealing: Sealing,
  partnerId: string,
  texts: readonly BoundText[],
  at: Date,
): Promise<Buffer[]> {
  const key = await keyFor(transaction, sealing, partnerId, at);
  return texts.map(({ text, binding }) => seal(key, text, binding));
}

/** Null for what does not open any more. */
export async function openForPartner(
  transaction: Transaction,
  sealing: Sealing,
  partnerId: string,
  kept: readonly { sealed: Uint8Array; binding: string }[],
): Promise<(string | null)[]> {
  const row = await keptKey(transaction, partnerId);
  const key = row && openedOrNull(() => sealing.keys.opened(row, dataKeyPurpose(partnerId)));
  return kept.map(({ sealed, binding }) => {
    const opened = key && openedOrNull(() => unseal(key, sealed, binding));
    return opened ? opened.toString('utf8') : null;
  });
}

export async function sealResult(
  transaction: Transaction,
  sealing: Sealing,
  partnerId: string,
  json: string,
  at: Date,
): Promise<Buffer> {
  const result = { text: json, binding: resultBinding(partnerId) };
  const [sealed] = await sealForPartner(transaction, sealing, partnerId, [result], at);
  return sealed!;
}

/** Throws Unopenable. */
export async function openResult(
  transaction: Transaction,
  sealing: Sealing,
  partnerId: string,
  sealed: Uint8Array,
): Promise<string> {
  const binding = resultBinding(partnerId);
  const [known] = await openForPartner(transaction, sealing, partnerId, [{ sealed, binding }]);
  const opened = known ?? sealing.localFile?.openDirectly(sealed, binding)?.toString('utf8');
  if (opened === undefined)
    throw new Unopenable(
      'A kept result does not open any more: the key that sealed it is not here.',
    );
  return opened;
}
