/**
 * Executes a mutation once per idempotency key. The key is claimed in the mutation's own
 * transaction: a second request waits, and a failed mutation leaves no key.
 */
import { hash } from 'node:crypto';
import { canonicalJson, refuse } from '@keyway/core';
import type { Transaction } from '../database/database.ts';
import { Refused } from './refused.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { openResult, sealResult } from '../sealing/partnerKey.ts';
import type { MutationRequest } from './mutation.ts';

const CLAIM = {
  name: 'idempotency_claim',
  text: `
    insert into idempotency (partner_id, principal, key, operation, input_hash, at, result) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (partner_id, principal, key) do update
      set operation = excluded.operation, input_hash = excluded.input_hash, at = excluded.at, result = excluded.result, sealed = null
      where idempotency.at < excluded.at - interval '1 hour' * $8::int
    returning 1`,
};

const KEEP = {
  name: 'idempotency_keep',
  text: `update idempotency set result = $4, sealed = $5 where partner_id = $1 and principal = $2 and key = $3`,
};

const KEPT = {
  name: 'idempotency_kept',
  text: 'select operation, input_hash, result, sealed from idempotency where partner_id = $1 and principal = $2 and key = $3',
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
  hash(
    'sha256',
    canonicalJson(JSON.parse(JSON.stringify(request.input ?? {}, withoutNulls))),
    'hex',
  );

interface Owner {
  partnerId: string;
  sealing: Sealing;
  now: Date;
  /** How long a key is remembered. */
  keptHours: number;
}

/** Thrown in the mutation's transaction, which then changes nothing; see `answerKept`. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

async function claim(
  transaction: Transaction,
  { partnerId, now, keptHours }: Owner,
  request: MutationRequest,
): Promise<void> {
  const { principal, idempotencyKey, operation, result } = request;
  const claimed = await transaction.query(CLAIM, [
    ...[partnerId, principal, idempotencyKey, operation, inputHash(request), now],
    result === undefined ? null : JSON.stringify(result),
    keptHours,
  ]);
  if (claimed.length === 0) throw new KeyTaken();
}

/**
 * Runs `work`, whose first statements travel with the claim of the key: where it was used before,
 * none of them is answered. Nothing may follow in this transaction.
 * @throws KeyTaken
 */
export async function onceForKey<T>(
  transaction: Transaction,
  owner: Owner,
  request: MutationRequest,
  work: () => Promise<T>,
): Promise<T> {
  const key = request.idempotencyKey ?? null;
  if (key === null) return work();
  const claimed = claim(transaction, owner, request);
  transaction.answerOnlyIf(claimed);
  const [isClaimed, done] = await Promise.allSettled([claimed, work()]);
  // Before anything that `work` says: a repeated request gets its first answer.
  if (isClaimed.status === 'rejected') throw isClaimed.reason;
  if (done.status === 'rejected') throw done.reason;
  if (request.result !== undefined) return done.value;
  const { partnerId, sealing, now } = owner;
  const json = JSON.stringify(done.value ?? null);
  const sealed = request.secretResult
    ? await sealResult(transaction, sealing, partnerId, json, now)
    : null;
  const id = [partnerId, request.principal, key];
  await transaction.finish(KEEP, [...id, sealed ? null : json, sealed]);
  return done.value;
}

/**
 * What the key's first request was answered; undefined where the key was forgotten since. Other
 * input is refused (IDEMPOTENCY_KEY_REUSED).
 */
export async function answerKept<T>(
  transaction: Transaction,
  { partnerId, sealing }: Owner,
  request: MutationRequest,
): Promise<{ result: T } | undefined> {
  const id = [partnerId, request.principal, request.idempotencyKey];
  const [kept] = await transaction.query<KeptRow>(KEPT, id);
  if (!kept) return undefined;
  if (kept.operation !== request.operation || kept.input_hash !== inputHash(request))
    throw new Refused(refuse('idempotencyKeyReused', ['idempotencyKey']));
  const result = kept.sealed
    ? (JSON.parse(await openResult(transaction, sealing, partnerId, kept.sealed)) as unknown)
    : kept.result;
  // Cast: the same operation kept it, for the same input.
  return { result: result as T };
}
