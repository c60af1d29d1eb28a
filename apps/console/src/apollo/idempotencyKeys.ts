/**
 * Idempotency keys: one for each wish, the same one while it is not known whether the wish was
 * heard.
 */
export interface IntentKeys {
  /** The key to send with this input. */
  keyFor: (input: object) => string;
  /** The server answered, with success or with a refusal: the next wish is a new one. */
  settled: () => void;
}

export function createIdempotencyKeys(newKey: () => string = randomKey): IntentKeys {
  let open: { input: string; key: string } | null = null;
  return {
    keyFor(input) {
      const text = JSON.stringify(input);
      if (open?.input !== text) open = { input: text, key: newKey() };
      return open.key;
    },
    settled() {
      open = null;
    },
  };
}

/**
 * `crypto.randomUUID` exists in secure contexts alone; over plain HTTP on another host 128 random
 * bits do as well.
 */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
