/** Which keys wrap the data keys of this installation: the ones it was given, or the local key file. */
import { DataKeys } from './dataKeys.ts';
import { localKeyFile } from './localKeyFile.ts';
import type { Sealing } from './sealing.ts';
import type { KeyWrappers } from './sealingKeys.ts';

/** The local key file is made only where it wraps; otherwise it unwraps what it wrapped before, as long as it is there. */
export async function openSealing(dataDir: string, { wrapper, former }: KeyWrappers, now: () => Date): Promise<Sealing> {
  if (!wrapper) {
    const localFile = await localKeyFile(dataDir, true);
    return { keys: new DataKeys({ wrapper: localFile, former, now: () => now().getTime() }), localFile };
  }
  const localFile = await localKeyFile(dataDir, false);
  const others = localFile ? [...former, localFile] : former;
  return { keys: new DataKeys({ wrapper, former: others, now: () => now().getTime() }), localFile };
}
