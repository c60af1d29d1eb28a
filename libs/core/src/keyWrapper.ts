/** The interface of what wraps the keys of customers' secrets: a local file, or a Key Vault key. */

/** A wrapped key with its wrapper, which alone can unwrap it. */
export interface WrappedKey {
  /** `local`, or the identifier of a Key Vault key with its version. */
  wrapper: string;
  wrapped: Uint8Array;
}

/**
 * Wraps the data keys that encrypt customers' secrets (KEYWAY_SEALING_KEY_ID). A key that was
 * wrapped for one `purpose` doesn't unwrap for another. Fails with ConnectorError; `notFound` and
 * `rejected` mean that the key can never be unwrapped again.
 */
export interface KeyWrapper {
  /** For messages: `the local key file`, or the configured identifier. */
  readonly name: string;
  owns(wrapper: string): boolean;
  /**
   * The key that `wrap` uses now. One named without a version changes with each rotation (ROT-01).
   */
  current(): Promise<string>;
  wrap(key: Uint8Array, purpose: string): Promise<WrappedKey>;
  /** Of a wrapper that asks nobody: the same without waiting. */
  wrapNow?(key: Uint8Array, purpose: string): WrappedKey;
  unwrap(key: WrappedKey, purpose: string): Promise<Uint8Array>;
}
