/**
 * A worker in this process that dies at one of its calls as by SIGKILL: nothing that it would do
 * afterwards is done, also in `catch` and `finally`. Imported by tests only.
 */
import type { WorkerDependencies } from '../runEffect.ts';

/** Parts of a store whose calls end with the worker, too. */
const PARTS: ReadonlySet<string> = new Set(['queue', 'trials', 'checkpoints']);
/** Answered at once, without leaving the process. */
const LOCAL: ReadonlySet<string> = new Set(['system', 'now']);

const never = (): Promise<never> => new Promise(() => undefined);

/** Dies before or after the call with this number, counted from 0. */
export class MortalWorker {
  /** Where it died; null: it survived every call. */
  killed: string | null = null;
  /** Settled when it dies; never where it survives. */
  readonly death: Promise<void>;
  #left: number;
  readonly #isPoint: (name: string, given: readonly unknown[]) => boolean;
  readonly #died: () => void;

  /** @param isPoint which calls count @param died called once */
  constructor(
    at: number,
    isPoint: (name: string, given: readonly unknown[]) => boolean,
    died: () => void,
  ) {
    this.#left = at;
    this.#isPoint = isPoint;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.death = promise;
    this.#died = () => {
      died();
      resolve();
    };
  }

  /** The dependencies of the worker that dies. */
  of(dependencies: WorkerDependencies): WorkerDependencies {
    const { store, azure, adobe, aws } = dependencies;
    return {
      ...dependencies,
      ...{ store: this.#wrap(store), azure: this.#wrap(azure) },
      ...{ adobe: this.#wrap(adobe), aws: this.#wrap(aws) },
    };
  }

  #wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, property) => {
        const name = String(property);
        const member: unknown = Reflect.get(object, property, object);
        if (PARTS.has(name)) return this.#wrap(member as object);
        if (typeof member !== 'function') return member;
        const call = (given: unknown[]): unknown => Reflect.apply(member, object, given);
        if (name === 'system') return (...given: unknown[]) => this.#wrap(call(given) as object);
        if (LOCAL.has(name)) return (...given: unknown[]) => call(given);
        return (...given: unknown[]) => this.#call(name, given, call);
      },
    });
  }

  async #call(
    name: string,
    given: unknown[],
    call: (given: unknown[]) => unknown,
  ): Promise<unknown> {
    const isPoint = this.#isPoint(name, given);
    const kind = name === 'advance' ? ` ${(given[1] as { kind: string }).kind}` : '';
    if (this.#isDead(isPoint && `before ${name}${kind}`)) return never();
    const answer = await call(given);
    return this.#isDead(isPoint && `after ${name}${kind}`) ? never() : answer;
  }

  #isDead(point: string | false): boolean {
    if (this.killed === null && point !== false && this.#left-- === 0) {
      this.killed = point;
      this.#died();
    }
    return this.killed !== null;
  }
}
