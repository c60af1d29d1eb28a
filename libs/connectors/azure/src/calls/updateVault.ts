/** Adds to a vault what it lacks: purge protection, and the network rules that Adobe needs. */
import { isDeepStrictEqual } from 'node:util';
import type { SetupTarget, VaultChange, VaultFacts } from '@keyway/core';
import { parseResponse } from '@keyway/connector-transport';
import { z } from 'zod';
import { vaultPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { vaultFacts } from '../facts/vaultFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { beforeChange, checkedTarget, otherwiseThere } from '../setupTarget.ts';

type NetworkChange = NonNullable<VaultChange['network']>;

/** Verbatim, with what Keyway knows nothing of: Azure replaces the rules as a whole. */
const rulesSchema = z.object({
  properties: z.looseObject({
    networkAcls: z.looseObject({ ipRules: z.array(z.unknown()).nullish() }).nullish(),
  }),
});

const isListed = (present: readonly string[], address: string): boolean =>
  present.includes(address) || present.includes(`${address}/32`);

/** The whole rules to send, or null where they are as wanted. */
function networkRules(
  document: unknown,
  facts: VaultFacts,
  { addIpRules, bypass, present }: NetworkChange,
): Record<string, unknown> | null {
  const now = facts.networkAcls;
  const added = addIpRules.filter((address) => !isListed(now?.ipRules ?? [], address));
  const passes = now?.bypass?.toLowerCase() === bypass.toLowerCase();
  if (now !== null && added.length === 0 && passes) return null;
  if (now === null || now.defaultAction?.toLowerCase() !== 'deny')
    throw otherwiseThere('The vault is open, so that a rule would say nothing');
  if (!isDeepStrictEqual(now, present))
    throw otherwiseThere('The network rules of the vault have changed');
  const { properties } = parseResponse(rulesSchema, document, 'The description of the vault');
  const ipRules = [
    ...(properties.networkAcls?.ipRules ?? []),
    ...added.map((value) => ({ value })),
  ];
  return { ...properties.networkAcls, bypass, ipRules };
}

export async function updateVault(
  session: AzureSession,
  given: SetupTarget,
  { enablePurgeProtection, network }: VaultChange,
): Promise<{ changed: boolean }> {
  const { id } = checkedTarget(given);
  const { document, facts } = await beforeChange(() =>
    sdkCall(ARM_HOST, 'Microsoft.KeyVault/vaults/read', async () => {
      const read = await session.arm().get(vaultPath(id));
      return { document: read, facts: vaultFacts(read) };
    }),
  );
  const networkAcls = network ? networkRules(document, facts, network) : null;
  const properties = {
    ...(enablePurgeProtection && facts.enablePurgeProtection !== true && { enablePurgeProtection }),
    ...(networkAcls && { networkAcls }),
  };
  if (Object.keys(properties).length === 0) return { changed: false };
  await sdkCall(ARM_HOST, 'Microsoft.KeyVault/vaults/write', async () =>
    vaultFacts(await session.arm().patch(vaultPath(id), { properties })),
  );
  return { changed: true };
}
