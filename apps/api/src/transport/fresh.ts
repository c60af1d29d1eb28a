/** Caches one value for a short time. Concurrent callers share one request for it. */
export class Fresh<T> {
  readonly #ask: () => Promise<T>;
  readonly #keepMs: number;
  #answer: Promise<T> | null = null;

  constructor(keepMs: number, ask: () => Promise<T>) {
    this.#keepMs = keepMs;
    this.#ask = ask;
  }

  get(): Promise<T> {
    if (this.#answer) return this.#answer;
    const answer = this.#ask();
    this.#answer = answer;
    const forget = (): void => {
      setTimeout(() => {
        if (this.#answer === answer) this.#answer = null;
      }, this.#keepMs).unref();
    };
    answer.then(forget, forget);
    return answer;
  }
}

/** @throws Error when `work` takes longer */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
