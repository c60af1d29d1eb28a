/** Chooses the keys that wrap data keys: the configured ones, or the local key file. */
import { EvidenceKeys } from '../evidence/evidenceKeys.ts';
import { FederationKeys } from '../federation/federationKeys.ts';
import { DataKeys } from './dataKeys.ts';
import type { Database } from '../database/database.ts';
import { openLocalKeyFile, type SealingKeyOptions } from './sealingKeyRecord.ts';
import type { Sealing } from './sealing.ts';
import type { KeyWrappers } from './sealingKeys.ts';

export interface OpenSealingOptions extends Omit<SealingKeyOptions, 'wraps'> {
  wrappers: KeyWrappers;
}

/**
 * The local key file is made only where it wraps; otherwise it unwraps what it wrapped before, as
 * long as it is needed.
 * @throws StartError where the file is not this database's
 */
export async function openSealing(
  database: Database,
  { wrappers, ...options }: OpenSealingOptions,
): Promise<Sealing> {
  const { wrapper, former } = wrappers;
  const localFile = await openLocalKeyFile(database, { ...options, wraps: wrapper === null });
  const first = wrapper ?? localFile;
  if (!first) throw new Error('There is no key that wraps data keys.');
  const others = localFile && localFile !== first ? [...former, localFile] : former;
  const keys = new DataKeys({
    wrapper: first,
    former: others,
    now: () => database.clock.now().getTime(),
  });
  const evidence = new EvidenceKeys(database, keys);
  return { keys, localFile, evidence, federation: new FederationKeys(database, keys) };
}
