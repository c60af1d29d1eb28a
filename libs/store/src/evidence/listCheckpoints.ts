/** Reads the signed checkpoints of a chain that a viewer sees, and verifies them. */
import { CheckpointVerifier, EvidenceKeyring, type CheckpointProblem } from '@keyway/evidence';
import type { Instant } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { EvidenceKeys } from './evidenceKeys.ts';

const BATCH = 500;

/** The chain of an organization, or null for that of the partner's own entries. */
export const chainIdOf = ({ visibility }: View, organizationId: string | null): string =>
  organizationId ?? visibility.scope.partnerId;

/** A stored checkpoint, and what history has where it was signed. */
interface CheckpointRow {
  number: number;
  seq: number;
  jws: string;
  isRenewal: boolean;
  entryId: string | null;
  hash: string | null;
}

/** The renewal follows the last checkpoint, as long as no other one does. */
const ALL = `(select chain_id, number, partner_id, organization_id, seq, jws, false as renewal from checkpoint
  union all select chain_id, number, partner_id, organization_id, seq, jws, true from checkpoint_renewal r
    where not exists (select from checkpoint o where o.chain_id = r.chain_id and o.number >= r.number))`;

/** After a renewal comes none: what follows meanwhile follows what it renewed. */
const isEnd = (rows: readonly CheckpointRow[]): boolean =>
  rows.length < BATCH || rows.at(-1)!.isRenewal;

/** Those that follow a number, at most `BATCH` at a time. */
async function readBatch(
  { sql, visibility }: View,
  chainId: string,
  after: number,
  upTo: number | null,
): Promise<CheckpointRow[]> {
  if (!isUuid(chainId)) return [];
  const parameters = new Parameters();
  const where = [
    `c.chain_id = ${parameters.add(chainId)}::uuid`,
    visibility.condition(parameters, 'c'),
    `c.number > ${after}`,
    ...(upTo === null ? [] : [`c.number <= ${upTo}`]),
  ];
  return sql.query<CheckpointRow>(
    `select c.number::int as number, c.seq::int as seq, c.jws, c.renewal as "isRenewal", e.id as "entryId", e.hash
     from ${ALL} c left join history_entry e on e.chain_id = c.chain_id and e.seq = c.seq
     where ${where.join(' and ')} order by c.number limit ${BATCH}`,
    parameters.values,
  );
}

/**
 * The compact JWS of each, oldest first; read as they are taken. Those that are written meanwhile
 * are left out where `upTo` says how many there are.
 */
export async function* readCheckpoints(
  view: View,
  organizationId: string | null,
  upTo: number | null = null,
): AsyncGenerator<string[]> {
  const chainId = chainIdOf(view, organizationId);
  for (let after = 0; ;) {
    const rows = await readBatch(view, chainId, after, upTo);
    if (rows.length > 0) yield rows.map(({ jws }) => jws);
    if (isEnd(rows)) return;
    after = rows.at(-1)!.number;
  }
}

/** Whether the checkpoints of a chain are valid and history is what they signed. */
export interface CheckpointVerification {
  /** How many there are. */
  count: number;
  /** When the last one was signed; null: there is none. */
  lastAt: Instant | null;
  /** How many entries it covers. */
  lastEntries: number | null;
  valid: boolean;
  /** The number of the first one that is not valid, or that history contradicts. */
  brokenAt: number | null;
  /** `otherHistory`: the signature is valid, and history has something else there. */
  problem: CheckpointProblem | 'otherHistory' | null;
  /** UUID of the entry that history has where the broken one was signed; null: it has none. */
  entry: string | null;
}

/** Compares the stored history with every checkpoint of its chain. */
export async function verifyCheckpoints(
  view: View,
  keys: EvidenceKeys,
  organizationId: string | null,
): Promise<CheckpointVerification> {
  const chainId = chainIdOf(view, organizationId);
  const verifier = new CheckpointVerifier(new EvidenceKeyring(await keys.publicKeys()));
  const result: CheckpointVerification = {
    ...{ count: 0, lastAt: null, lastEntries: null, valid: true },
    ...{ brokenAt: null, problem: null, entry: null },
  };
  for (let after = 0; ;) {
    const rows = await readBatch(view, chainId, after, null);
    for (const row of rows) {
      after = row.number;
      result.count += 1;
      if (result.valid) compare(row, verifier, result);
      await yieldIfSliceEnded();
    }
    if (isEnd(rows)) break;
  }
  result.lastAt = verifier.last?.at ?? null;
  result.lastEntries = verifier.last?.entries ?? null;
  return result;
}

function compare(
  { jws, number, seq, entryId, hash }: CheckpointRow,
  verifier: CheckpointVerifier,
  result: CheckpointVerification,
): void {
  const checked = verifier.add(jws);
  const isSame =
    !('problem' in checked) &&
    checked.checkpoint.entries === seq &&
    checked.checkpoint.hash === hash;
  if (isSame) return;
  const problem = 'problem' in checked ? checked.problem : 'otherHistory';
  Object.assign(result, { valid: false, brokenAt: number, problem, entry: entryId });
}
