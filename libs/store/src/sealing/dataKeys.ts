/**
 * Unwrapped data keys, in memory for a limited time. A transaction never waits for a wrapper: it
 * throws `DataKeyRequired`, and starts again with the key.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ConnectorError, OWN_CODES, type KeyWrapper, type WrappedKey } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { KEY_BYTES, LOCAL } from './localKeyFile.ts';
import { sealingProblem, type SealingProblem } from './sealingProblem.ts';
import { Unopenable } from './sealing.ts';

/** How long a key is kept after it was unwrapped, and a revoked right to it still works. */
export const KEPT_MILLISECONDS = 10 * 60_000;
/** How long a key counts as lost after its wrapper said so: somebody may have restored it. */
const GONE_MILLISECONDS = 5_000;
const MAX_KEPT = 5_000;
/** A transaction needs its organization's and its partner's key at most, each read or made. */
const MAX_ROUNDS = 6;

export interface NewDataKey extends WrappedKey {
  dataKey: Buffer;
}

/** Thrown inside a transaction. */
export class DataKeyRequired extends Error {
  override readonly name = 'DataKeyRequired';
  readonly obtain: () => Promise<unknown>;
  constructor(obtain: () => Promise<unknown>) {
    super('A data key is not in memory yet.');
    this.obtain = obtain;
  }
}

/**
 * Runs `transact`, and again after each key that it wanted.
 * @throws ConnectorError where a key can't be obtained now
 */
export async function withRequiredKeys<T>(transact: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await transact();
    } catch (error) {
      if (!(error instanceof DataKeyRequired) || round === MAX_ROUNDS) throw error;
      await error.obtain();
    }
  }
}

type Kept = { dataKey: Buffer } | { gone: Unopenable };

export interface DataKeysOptions {
  /** Wraps what is new; it and `former` unwrap what they own. */
  wrapper: KeyWrapper;
  former: readonly KeyWrapper[];
  now: () => number;
}

export class DataKeys {
  private readonly options: DataKeysOptions;
  private readonly kept: LRUCache<string, Kept>;
  private readonly pending = new Map<string, Promise<Buffer>>();
  private readonly prepared = new Map<string, NewDataKey>();
  private lastProblem: SealingProblem | null = null;

  constructor(options: DataKeysOptions) {
    this.options = options;
    this.kept = new LRUCache({
      max: MAX_KEPT,
      ttl: KEPT_MILLISECONDS,
      // Keys leave the memory when their time is over, even where nobody asks for them again.
      ttlAutopurge: true,
      ttlResolution: 0,
      perf: { now: options.now },
    });
  }

  /** What was wrong when the wrapper was last asked; null: it did what it should. */
  get problem(): SealingProblem | null {
    return this.lastProblem;
  }

  /** Wraps and unwraps something. Returns what is wrong, or null. */
  async check(): Promise<SealingProblem | null> {
    const { wrapper } = this.options;
    const purpose = 'check';
    const key = randomBytes(KEY_BYTES);
    try {
      const back = await wrapper.unwrap(await wrapper.wrap(key, purpose), purpose);
      if (!key.equals(back))
        throw new ConnectorError({ kind: 'badResponse', code: OWN_CODES.wrappedKeyDiffers });
      this.lastProblem = null;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      this.lastProblem = sealingProblem(wrapper.name, error.failure);
    }
    return this.lastProblem;
  }

  /** What new keys are wrapped by. */
  async current(): Promise<string> {
    const { wrapper } = this.options;
    try {
      return await wrapper.current();
    } catch (error) {
      throw this.notJustNow(wrapper, error);
    }
  }

  /**
   * Throws Unopenable where no wrapper can unwrap it any more, a ConnectorError (`unavailable`)
   * where one cannot just now.
   */
  async open(kept: WrappedKey, purpose: string): Promise<Buffer> {
    const name = nameOf(kept, purpose);
    const known = this.known(name);
    if (known) return known;
    const begun = this.pending.get(name);
    if (begun) return begun;
    const opening = this.unwrap(kept, purpose, name).finally(() => this.pending.delete(name));
    this.pending.set(name, opening);
    return opening;
  }

  /** As `open`, inside a transaction: throws DataKeyRequired where it is not in memory. */
  opened(kept: WrappedKey, purpose: string): Buffer {
    const known = this.known(nameOf(kept, purpose));
    if (known) return known;
    // What is gone is remembered and thrown in the transaction when it comes again.
    throw new DataKeyRequired(() =>
      this.open(kept, purpose).catch((error: unknown) => rethrowUnlessGone(error)),
    );
  }

  /**
   * A new key, inside a transaction: where its wrapper has to be asked, throws DataKeyRequired
   * until one was made. Each is returned once.
   */
  made(purpose: string): NewDataKey {
    const ready = this.prepared.get(purpose) ?? this.makeNow(purpose);
    if (!ready)
      throw new DataKeyRequired(async () => this.prepared.set(purpose, await this.make(purpose)));
    this.prepared.delete(purpose);
    this.kept.set(nameOf(ready, purpose), { dataKey: ready.dataKey });
    return ready;
  }

  /** The same data key under the present wrapper. */
  async rewrap(kept: WrappedKey, purpose: string): Promise<WrappedKey> {
    return this.wrap(await this.open(kept, purpose), purpose);
  }

  /** Forgets every key. */
  close(): void {
    this.kept.clear();
    this.prepared.clear();
  }

  private makeNow(purpose: string): NewDataKey | null {
    const dataKey = randomBytes(KEY_BYTES);
    const wrapped = this.options.wrapper.wrapNow?.(dataKey, purpose);
    return wrapped ? { dataKey, ...wrapped } : null;
  }

  private async make(purpose: string): Promise<NewDataKey> {
    const dataKey = randomBytes(KEY_BYTES);
    return { dataKey, ...(await this.wrap(dataKey, purpose)) };
  }

  private async wrap(dataKey: Buffer, purpose: string): Promise<WrappedKey> {
    const { wrapper } = this.options;
    try {
      const wrapped = await wrapper.wrap(dataKey, purpose);
      this.lastProblem = null;
      return wrapped;
    } catch (error) {
      throw this.notJustNow(wrapper, error);
    }
  }

  private async unwrap(kept: WrappedKey, purpose: string, name: string): Promise<Buffer> {
    const { wrapper, former } = this.options;
    const owner = [wrapper, ...former].find((one) => one.owns(kept.wrapper));
    try {
      if (!owner) throw notHere(kept.wrapper);
      const dataKey = onItsOwn(await owner.unwrap(kept, purpose));
      if (owner === wrapper) this.lastProblem = null;
      this.kept.set(name, { dataKey });
      return dataKey;
    } catch (error) {
      const gone = unopenableReason(error, owner);
      if (!gone) throw owner ? this.notJustNow(owner, error) : error;
      this.kept.set(name, { gone }, { ttl: GONE_MILLISECONDS });
      throw gone;
    }
  }

  /** Always `unavailable`: the cloud that the step or mutation is about was not called. */
  private notJustNow(wrapper: KeyWrapper, error: unknown): unknown {
    if (!(error instanceof ConnectorError)) return error;
    const problem = sealingProblem(wrapper.name, error.failure);
    if (wrapper === this.options.wrapper) this.lastProblem = problem;
    const { retryAfterSeconds } = error.failure;
    return new ConnectorError(
      { kind: 'unavailable', code: OWN_CODES.sealingKeyUnavailable, retryAfterSeconds },
      { ambiguous: false, detail: problem.message },
    );
  }

  private known(name: string): Buffer | null {
    const kept = this.kept.get(name);
    if (!kept) return null;
    if ('gone' in kept) throw kept.gone;
    return kept.dataKey;
  }
}

/**
 * A copy in memory of its own: of Node's pool, a key would keep 64 kB of what else was there at the
 * time.
 */
function onItsOwn(bytes: Uint8Array): Buffer {
  const own = Buffer.alloc(bytes.length);
  own.set(bytes);
  return own;
}

const nameOf = ({ wrapper, wrapped }: WrappedKey, purpose: string): string =>
  createHash('sha256').update(`${purpose}\n${wrapper}\n`).update(wrapped).digest('base64');

/**
 * A file that is not here is lost; a Key Vault key that nobody named here still exists, and what it
 * wrapped must not be replaced.
 */
function notHere(wrapper: string): Error {
  if (wrapper === LOCAL)
    return new Unopenable('A data key was wrapped by the local key file, which is not here.');
  const detail = `A data key was wrapped by ${wrapper}, which is not configured here. Name it in KEYWAY_SEALING_KEY_ID, or in KEYWAY_SEALING_FORMER_KEY_IDS beside the present one.`;
  return new ConnectorError(
    { kind: 'unavailable', code: OWN_CODES.sealingKeyNotConfigured },
    { ambiguous: false, detail },
  );
}

/**
 * Its owner says that it will never unwrap this: the key is not there, or it is not the one that
 * wrapped this.
 */
function unopenableReason(error: unknown, owner: KeyWrapper | undefined): Unopenable | null {
  if (error instanceof Unopenable) return error;
  if (!(error instanceof ConnectorError) || !owner) return null;
  const { kind } = error.failure;
  return kind === 'notFound' || kind === 'rejected'
    ? new Unopenable(sealingProblem(owner.name, error.failure).message)
    : null;
}

function rethrowUnlessGone(error: unknown): void {
  if (!(error instanceof Unopenable)) throw error;
}
