/** Idempotency keys: a retry of an input uses the same key, so the server does it once. */
/** Keeps one key for an input until the server has answered. */
export interface IdempotencyKeys {
  /** The key to send with this input: the same for a retry, a new one for another input. */
  keyFor: (input: object) => string;
  /** The server has answered, so the same input sent again is a new request. */
  settled: () => void;
}

export function createIdempotencyKeys(): IdempotencyKeys {
  let pending: { input: string; key: string } | null = null;
  return {
    keyFor(input) {
      const text = JSON.stringify(input);
      if (pending?.input !== text) pending = { input: text, key: randomKey() };
      return pending.key;
    },
    settled() {
      pending = null;
    },
  };
}

/** `crypto.randomUUID` exists in secure contexts only; plain HTTP to another host is not one. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
