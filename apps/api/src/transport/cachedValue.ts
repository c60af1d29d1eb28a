/** Caches one value for a short time. Concurrent callers share one request for it. */
export class CachedValue<T> {
  readonly #load: () => Promise<T>;
  readonly #maxAgeMs: number;
  #value: Promise<T> | null = null;

  constructor(maxAgeMs: number, load: () => Promise<T>) {
    this.#maxAgeMs = maxAgeMs;
    this.#load = load;
  }

  get(): Promise<T> {
    if (this.#value) return this.#value;
    const value = this.#load();
    this.#value = value;
    const expireLater = (): void => {
      setTimeout(() => {
        if (this.#value === value) this.#value = null;
      }, this.#maxAgeMs).unref();
    };
    value.then(expireLater, expireLater);
    return value;
  }
}
