/**
 * Executes a mutation once per idempotency key. The key is claimed in the mutation's own
 * transaction: a second request waits, and a failed mutation leaves no key.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, refuse } from '@keyway/core';
import type { Transaction } from '../database/database.ts';
import { Refused } from './refused.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { openResult, sealResult } from '../sealing/partnerKey.ts';
import type { MutationRequest } from './mutation.ts';

/** How long a key is remembered. */
export const KEPT_HOURS = 24;

const CLAIM = {
  name: 'idempotency_claim',
  text: `
    insert into idempotency (partner_id, principal, key, operation, input_hash, at) values ($1, $2, $3, $4, $5, $6)
    on conflict (partner_id, principal, key) do update
      set operation = excluded.operation, input_hash = excluded.input_hash, at = excluded.at, result = null, sealed = null
      where idempotency.at < excluded.at - interval '${KEPT_HOURS} hours'
    returning 1`,
};

const KEEP = {
  name: 'idempotency_keep',
  text: `update idempotency set result = $4, sealed = $5 where partner_id = $1 and principal = $2 and key = $3`,
};

interface KeptRow {
  operation: string;
  input_hash: string;
  result: unknown;
  sealed: Buffer | null;
}

/** Null and left out mean the same in every input. */
const withoutNulls = (_key: string, value: unknown): unknown => value ?? undefined;

const inputHash = (request: MutationRequest): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(request.input ?? {}, withoutNulls))))
    .digest('hex');

/**
 * Runs `work` unless its key was used before; with other input that is refused
 * (IDEMPOTENCY_KEY_REUSED). Nothing may follow in this transaction.
 */
export async function onceForKey<T>(
  transaction: Transaction,
  { partnerId, sealing, now }: { partnerId: string; sealing: Sealing; now: Date },
  request: MutationRequest,
  work: () => Promise<T>,
): Promise<{ result: T; replayed: boolean }> {
  const key = request.idempotencyKey ?? null;
  if (key === null) return { result: await work(), replayed: false };
  const hash = inputHash(request);
  const id = [partnerId, request.principal, key];
  const claimed = await transaction.query(CLAIM, [...id, request.operation, hash, now]);
  if (claimed.length === 0) {
    const [kept] = await transaction.query<KeptRow>(
      'select operation, input_hash, result, sealed from idempotency where partner_id = $1 and principal = $2 and key = $3',
      id,
    );
    if (!kept || kept.operation !== request.operation || kept.input_hash !== hash) {
      throw new Refused(refuse('idempotencyKeyReused', ['idempotencyKey']));
    }
    const result = kept.sealed
      ? (JSON.parse(await openResult(transaction, sealing, partnerId, kept.sealed)) as unknown)
      : kept.result;
    // Cast: the same operation kept it, for the same input.
    return { result: result as T, replayed: true };
  }
  const result = await work();
  const json = JSON.stringify(result ?? null);
  const sealed = request.secretResult
    ? await sealResult(transaction, sealing, partnerId, json, now)
    : null;
  await transaction.finish(KEEP, [...id, sealed ? null : json, sealed]);
  return { result, replayed: false };
}
