/** Placeholder module header: see below. */
export interface KeyIdentifier {
  cloud: 'public' | 'usgov' | 'china';
  kind: 'vault' | 'managedHsm';
  /** Name as given; compare with `sameVault` (KID-07). */
  vault: string;
  key: string;
  version: string | null;
  /** `https://{vault}.{suffix}`, lower-case host. */
  vaultUri: string;
  /** `{vaultUri}/keys/{key}[/{version}]`. */
  normalized: string;
}
