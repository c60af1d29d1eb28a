/**
 * Records which local key file belongs to a database, so that a process with another `DATA_DIR`
 * refuses to start.
 */
import { StartError } from '@keyway/config';
import { ConnectorError, type WrappedKey } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { LOCAL, localKeyFile, type LocalKeyFile } from './localKeyFile.ts';
import { dataKeyPurpose } from './sealing.ts';

export interface SealingKeyOptions {
  dataDir: string;
  /** The local key file wraps new data keys; false where a Key Vault key does. */
  wraps: boolean;
  /**
   * KEYWAY_SEALING_KEY_LOST: the fingerprint of the file that is lost for good, as the refusal
   * names it.
   */
  lost: string | null;
  onWarning: (message: string) => void;
}

/** Stands for the fingerprint in a database that is older than the record of it. */
const UNRECORDED = 'unrecorded';
/**
 * One data key that opens shows whose file it is; a few more are tried, since one of them may be
 * damaged.
 */
const MAX_TRIED_KEYS = 5;

interface LocalKeyRow extends WrappedKey {
  id: string;
}

/**
 * The local key file of this database, made and recorded where there is none yet; null where a Key
 * Vault key wraps and there is no file.
 * @throws StartError where the file is missing or is another one than the database's
 */
export async function openLocalKeyFile(
  database: Database,
  options: SealingKeyOptions,
): Promise<LocalKeyFile | null> {
  const { dataDir, wraps } = options;
  const wrapped = await wrappedByLocalFile(database);
  const recorded = await recordedFingerprint(database);
  // After the record, which another process that starts at the same time writes after the file.
  const file = await localKeyFile(dataDir, false);
  if (!wraps && wrapped.length === 0) {
    // Everything was moved to a Key Vault key: a later way back may begin with a new file.
    await database.read('delete from sealing_key returning 1');
    return file;
  }
  const expected = recorded ?? (wrapped.length > 0 ? UNRECORDED : null);
  if (expected === null) return record(database, null, await localKeyFile(dataDir, true), options);
  if (
    file &&
    (recorded === null ? await opensOneOf(file, wrapped) : file.fingerprint === recorded)
  ) {
    return recorded === null ? record(database, null, file, options) : file;
  }
  if (options.lost !== expected) throw new StartError(refusal(dataDir, file, expected));
  options.onWarning(
    `The sealing key ${expected} is given up: credentials sealed by it cannot be opened. Connect those organizations again.`,
  );
  return wraps ? record(database, recorded, await localKeyFile(dataDir, true), options) : file;
}

/** Of several processes that record at once the first wins, and the others compare. */
async function record(
  database: Database,
  before: string | null,
  file: LocalKeyFile,
  { dataDir }: SealingKeyOptions,
): Promise<LocalKeyFile> {
  await database.read(
    `insert into sealing_key (fingerprint) values ($1)
     on conflict (only_row) do update set fingerprint = excluded.fingerprint, recorded_at = now() where sealing_key.fingerprint = $2
     returning 1`,
    [file.fingerprint, before],
  );
  const recorded = await recordedFingerprint(database);
  if (recorded !== file.fingerprint)
    throw new StartError(refusal(dataDir, file, recorded ?? UNRECORDED));
  return file;
}

async function recordedFingerprint(database: Database): Promise<string | null> {
  const [row] = await database.read<{ fingerprint: string }>('select fingerprint from sealing_key');
  return row?.fingerprint ?? null;
}

function wrappedByLocalFile(database: Database): Promise<LocalKeyRow[]> {
  return database.read<LocalKeyRow>(
    `(select organization_id as id, wrapper, wrapped from data_key where wrapper = $1 order by created_at desc limit ${MAX_TRIED_KEYS})
     union all (select partner_id, wrapper, wrapped from partner_data_key where wrapper = $1 limit ${MAX_TRIED_KEYS})`,
    [LOCAL],
  );
}

async function opensOneOf(file: LocalKeyFile, rows: readonly LocalKeyRow[]): Promise<boolean> {
  for (const row of rows) {
    try {
      await file.unwrap(row, dataKeyPurpose(row.id));
      return true;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
    }
  }
  return false;
}

function refusal(dataDir: string, file: LocalKeyFile | null, expected: string): string {
  const path = `${dataDir}/sealing.key`;
  const which = expected === UNRECORDED ? '' : ` (fingerprint ${expected})`;
  const wrong = file
    ? `${path} (fingerprint ${file.fingerprint}) is not the key that seals this database's credentials${which}`
    : `the key that seals this database's credentials${which} is not there: ${path} does not exist`;
  return (
    `DATA_DIR: ${wrong}. Use the DATA_DIR of the processes that already run on this database, or copy its sealing.key to ${path}. ` +
    `If that file is lost for good, start once with KEYWAY_SEALING_KEY_LOST=${expected}: the credentials sealed by it cannot be opened any more, ` +
    'and each organization has to be connected again.'
  );
}
