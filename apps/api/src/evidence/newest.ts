/** The last of many, which a report shows, as they pass. */
export class Newest<T> {
  readonly #most: number;
  #kept: T[] = [];
  /** Of all, kept or not. */
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get kept(): readonly T[] {
    return this.#kept;
  }

  add(one: T): void {
    this.count += 1;
    this.#kept.push(one);
    if (this.#kept.length > this.#most) this.#kept.shift();
  }

  /** Passes all on. */
  async *through(all: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const one of all) {
      this.add(one);
      yield one;
    }
  }
}
