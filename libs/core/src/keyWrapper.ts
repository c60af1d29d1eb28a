/**
 * What wraps the keys that seal customers' secrets must offer; the store uses it without knowing
 * where the wrapping key is.
 */

/** What a wrapped key is kept with: the wrapper that made it, which alone can unwrap it. */
export interface WrappedKey {
  /** `local`, or the identifier of a Key Vault key with its version. */
  wrapper: string;
  wrapped: Uint8Array;
}

/**
 * Wraps the data keys that seal customers' secrets (KEYWAY_SEALING_KEY_ID). What was wrapped for
 * one `purpose` does not unwrap for another. A failure is a ConnectorError; `notFound` and
 * `rejected` say that what was wrapped can no longer be unwrapped.
 */
export interface KeyWrapper {
  /** For people: `the local key file`, or the identifier as it was configured. */
  readonly name: string;
  owns(wrapper: string): boolean;
  /**
   * What `wrap` would wrap with now: a key named without its version has a newer one after every
   * rotation (ROT-01).
   */
  current(): Promise<string>;
  wrap(key: Uint8Array, purpose: string): Promise<WrappedKey>;
  unwrap(key: WrappedKey, purpose: string): Promise<Uint8Array>;
}
