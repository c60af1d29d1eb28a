/**
 * Wrappers by Key Vault keys: a file of its own, so that Azure's SDKs load only where one is
 * configured.
 */
import { readFileSync } from 'node:fs';
import { createKeyVaultWrapper } from '@keyway/connector-azure';
import { ProxyAgent, SandboxAgent } from '@keyway/connector-transport';
import type { KeyWrapper } from '@keyway/core';
import type { SealingSettings } from './sealingSettings.ts';

export function vaultWrappers({ key, former, sandbox: place, proxy }: SealingSettings): {
  wrapper: KeyWrapper | null;
  former: KeyWrapper[];
} {
  const sandbox = place
    ? new SandboxAgent({ ...place, ca: readFileSync(place.caFile, 'utf8') })
    : null;
  // The vault is Keyway's own: its address may be private.
  const network = proxy ? new ProxyAgent(proxy) : undefined;
  return {
    wrapper: key && createKeyVaultWrapper(key, { sandbox, network }),
    former: former.map((one) => createKeyVaultWrapper(one, { sandbox, network })),
  };
}
