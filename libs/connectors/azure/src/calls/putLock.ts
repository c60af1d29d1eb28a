/** Locks a vault against deletion, unless a lock holds it already. */
import { preventsDeletion, type SetupTarget } from '@keyway/core';
import { locksPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { lockFacts } from '../facts/setupFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { beforeChange, checkedTarget, otherwiseThere, requireName } from '../setupTarget.ts';
import { readLocks } from './readSurroundings.ts';

export async function putLock(
  session: AzureSession,
  given: SetupTarget,
  lock: { name: string; notes: string },
): Promise<{ created: boolean }> {
  const target = checkedTarget(given);
  const name = requireName(lock.name);
  const present = await beforeChange(() => readLocks(session, target));
  if (present.some(preventsDeletion)) return { created: false };
  if (present.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw otherwiseThere('A lock of this name is of another kind');
  const properties = { level: 'CanNotDelete', notes: lock.notes };
  await sdkCall(ARM_HOST, 'Microsoft.Authorization/locks/write', async () =>
    lockFacts((await session.arm().put(locksPath(target.id, name), { properties })).document),
  );
  return { created: true };
}
