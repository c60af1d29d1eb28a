/** Names of vaults are compared whatever their case (KID-07). */
export const sameVaultName = (a: string | null, b: string): boolean =>
  a?.toLowerCase() === b.toLowerCase();
