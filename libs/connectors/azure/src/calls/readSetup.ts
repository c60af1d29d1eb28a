/** Reads everything that a plan of changes may name, each part apart. */
import type { AzureSetupFacts, Observed, SetupTarget } from '@keyway/core';
import type { AzureSession } from '../azureSession.ts';
import { checkedTarget, observed, type CheckedTarget } from '../setupTarget.ts';
import { readDeletedVault } from './readDeletedVault.ts';
import { readKey } from './readKey.ts';
import {
  readDiagnosticSettings,
  readLocks,
  readResourceGroup,
  readVaultName,
} from './readSurroundings.ts';
import { readVault } from './readVault.ts';

const ABSENT: Observed<never> = { outcome: 'absent', detail: '' };

async function deletedVault(
  session: AzureSession,
  { vault }: CheckedTarget,
): Promise<AzureSetupFacts['deletedVault']> {
  const found = await observed(() => readDeletedVault(session, vault));
  if (found.outcome !== 'seen') return found;
  return found.value === null ? ABSENT : { outcome: 'seen', value: found.value };
}

const NOT_ASKED = { key: ABSENT, diagnosticSettings: ABSENT, locks: ABSENT };

async function ofVault(
  session: AzureSession,
  target: CheckedTarget,
): Promise<Pick<AzureSetupFacts, 'key' | 'diagnosticSettings' | 'locks'>> {
  const [key, diagnosticSettings, locks] = await Promise.all([
    observed(() => readKey(session, target.vault, { name: target.keyName, version: null })),
    observed(() => readDiagnosticSettings(session, target)),
    observed(() => readLocks(session, target)),
  ]);
  return { key, diagnosticSettings, locks };
}

export async function readSetup(
  session: AzureSession,
  given: SetupTarget,
): Promise<AzureSetupFacts> {
  const target = checkedTarget(given);
  const [vault, resourceGroup, deleted] = await Promise.all([
    observed(() => readVault(session, target.vault)),
    observed(() => readResourceGroup(session, target)),
    deletedVault(session, target),
  ]);
  const surroundings = { vault, resourceGroup, deletedVault: deleted };
  if (vault.outcome === 'seen')
    return { ...surroundings, vaultName: ABSENT, ...(await ofVault(session, target)) };
  const vaultName = await observed(() => readVaultName(session, target));
  const unread = { key: vault, diagnosticSettings: vault, locks: vault };
  return { ...surroundings, vaultName, ...(vault.outcome === 'absent' ? NOT_ASKED : unread) };
}
