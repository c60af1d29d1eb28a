/** Makes the key wrappers that the settings name. */
import type { KeyWrapper } from '@keyway/core';
import type { SealingSettings } from './sealingSettings.ts';

/** `wrapper` null: the local key file wraps. */
export async function makeKeyWrappers(
  settings: SealingSettings | null,
): Promise<{ wrapper: KeyWrapper | null; former: KeyWrapper[] }> {
  if (!settings) return { wrapper: null, former: [] };
  const { vaultWrappers } = await import('./vaultWrappers.ts');
  return vaultWrappers(settings);
}
