/**
 * Moves data keys to the present wrapper. It may stop anywhere and continue later: each row
 * changes alone, and only if it is still as it was read.
 */
import { ConnectorError, OWN_CODES, type WrappedKey } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { dataKeyPurpose, Unopenable, type Sealing } from './sealing.ts';
import type { Rewrapped } from './sealingKeys.ts';

/** Read at a time. */
const BATCH = 200;

interface KeyRow extends WrappedKey {
  id: string;
}

const TABLES = [
  { table: 'data_key', id: 'organization_id' },
  { table: 'partner_data_key', id: 'partner_id' },
  { table: 'evidence_key', id: 'id' },
  { table: 'federation_key', id: 'id' },
] as const;

const isLost = (error: unknown): error is Error =>
  error instanceof Unopenable ||
  (error instanceof ConnectorError && error.failure.code === OWN_CODES.sealingKeyNotConfigured);

async function rewrapTable(
  database: Database,
  { keys }: Sealing,
  current: string,
  { table, id }: (typeof TABLES)[number],
  result: Rewrapped,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await database.read<KeyRow>(
      `select ${id} as id, wrapper, wrapped from ${table} where wrapper <> $1 and ${id} > $2 order by ${id} limit ${BATCH}`,
      [current, after],
    );
    for (const row of rows) {
      after = row.id;
      try {
        const { wrapper, wrapped } = await keys.rewrap(row, dataKeyPurpose(row.id));
        const changed = await database.read(
          `update ${table} set wrapper = $2, wrapped = $3 where ${id} = $1 and wrapped = $4 and wrapper = $5 returning 1`,
          [row.id, wrapper, wrapped, row.wrapped, row.wrapper],
        );
        result.moved += changed.length;
      } catch (error) {
        if (!isLost(error)) throw error;
        result.lost.push({ wrapper: row.wrapper, message: error.message });
      }
    }
    if (rows.length < BATCH) return;
  }
}

/** Never rejects for what a wrapper does: what stopped it is in the answer. */
export async function rewrapKeys(database: Database, sealing: Sealing): Promise<Rewrapped> {
  const result: Rewrapped = { current: null, moved: 0, lost: [], stopped: null };
  try {
    result.current = await sealing.keys.current();
    for (const table of TABLES) await rewrapTable(database, sealing, result.current, table, result);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    result.stopped = error.message;
  }
  return result;
}

/** How many data keys each wrapper holds. */
export async function wrappersInUse(
  database: Database,
): Promise<{ wrapper: string; keys: number }[]> {
  const each = TABLES.map(({ table }) => `select wrapper from ${table}`).join(' union all ');
  return database.read(
    `select wrapper, count(*)::int as keys from (${each}) k group by wrapper order by wrapper`,
  );
}
