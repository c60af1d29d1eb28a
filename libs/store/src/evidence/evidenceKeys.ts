/**
 * The installation's keys that sign evidence: made on first need, replaced after a year, their
 * private parts sealed. Public parts are kept for good.
 */
import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { WrappedKey } from '@keyway/core';
import { evidenceKey, thumbprint, type EvidenceKey, type EvidenceKeySet } from '@keyway/evidence';
import type { Database } from '../database/database.ts';
import {
  DataKeyRequired,
  KEPT_MILLISECONDS,
  withRequiredKeys,
  type DataKeys,
} from '../sealing/dataKeys.ts';
import { dataKeyPurpose, seal, unseal, Unopenable } from '../sealing/sealing.ts';

/** After so long a new key signs. */
const REPLACED_DAYS = 365;
const MAX_ROUNDS = 5;

/** What signs: `kid` names the public key that verifies. */
export interface EvidenceSigner {
  kid: string;
  privateKey: KeyObject;
}

interface PresentKey extends WrappedKey {
  id: string;
  kid: string;
  sealed: Buffer;
  isOld: boolean;
}

const PRESENT = `select id, kid, sealed, wrapper, wrapped, created_at < clock_timestamp() - interval '${REPLACED_DAYS} days' as "isOld"
  from evidence_key where retired_at is null`;

const bindingOf = (kid: string): string => `evidence-key:${kid}`;

export class EvidenceKeys {
  readonly #database: Database;
  readonly #dataKeys: DataKeys;
  #kept: { signer: EvidenceSigner; until: number } | null = null;
  #pending: Promise<EvidenceSigner> | null = null;

  constructor(database: Database, dataKeys: DataKeys) {
    this.#database = database;
    this.#dataKeys = dataKeys;
  }

  /** The key that signs, inside a transaction: throws DataKeyRequired where it is not in memory. */
  signer(): EvidenceSigner {
    const known = this.#known();
    if (known) return known;
    throw new DataKeyRequired(() => this.obtain());
  }

  /** @throws ConnectorError (`unavailable`) where it can't be opened or made now */
  async obtain(): Promise<EvidenceSigner> {
    const known = this.#known();
    if (known) return known;
    this.#pending ??= this.#open().finally(() => (this.#pending = null));
    return this.#pending;
  }

  /** Public keys: the one that signs first, then the former ones, the last first. */
  async publicKeys(): Promise<EvidenceKeySet> {
    const rows = await this.#database.read<{ x: string }>(
      'select x from evidence_key order by retired_at desc nulls first, created_at desc',
    );
    const keys = rows.map(({ x }): EvidenceKey => ({
      ...{ kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), use: 'sig', alg: 'EdDSA' },
    }));
    return { keys };
  }

  /**
   * Retires the key that signs, wherever its private part is sealed. Processes that have it in
   * memory use it until they forget it; then another one is made. Returns its `kid`; null: none.
   */
  async retire(): Promise<string | null> {
    this.#kept = null;
    const [retired] = await this.#database.read<{ kid: string }>(
      'update evidence_key set retired_at = clock_timestamp(), sealed = null where retired_at is null returning kid',
    );
    return retired?.kid ?? null;
  }

  #known(): EvidenceSigner | null {
    const kept = this.#kept;
    return kept && this.#database.clock.now().getTime() < kept.until ? kept.signer : null;
  }

  async #present(): Promise<PresentKey | null> {
    const [row] = await this.#database.read<PresentKey>(PRESENT);
    return row ?? null;
  }

  async #open(): Promise<EvidenceSigner> {
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
      const present = await this.#present();
      const signer = present && !present.isOld ? await this.#opened(present) : null;
      if (signer) {
        this.#kept = { signer, until: this.#database.clock.now().getTime() + KEPT_MILLISECONDS };
        return signer;
      }
      await this.#make(present?.id ?? null);
    }
    throw new Error('No key could be made that signs evidence.');
  }

  /** Null where what sealed it is gone for good: then another one has to sign. */
  async #opened(present: PresentKey): Promise<EvidenceSigner | null> {
    const { id, kid, sealed } = present;
    try {
      const dataKey = await this.#dataKeys.open(present, dataKeyPurpose(id));
      const der = unseal(dataKey, sealed, bindingOf(kid));
      const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      return { kid, privateKey };
    } catch (error) {
      if (error instanceof Unopenable) return null;
      throw error;
    }
  }

  /** Several processes may do it at once: one succeeds. @param former the key that it replaces */
  async #make(former: string | null): Promise<void> {
    const id = randomUUID();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { kid, x } = evidenceKey(publicKey);
    const { dataKey, wrapper, wrapped } = await withRequiredKeys(() =>
      Promise.resolve().then(() => this.#dataKeys.made(dataKeyPurpose(id))),
    );
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const sealed = seal(dataKey, der, bindingOf(kid));
    await this.#database.transaction('system', async (transaction) => {
      if (former !== null) {
        const retired = await transaction.query(
          'update evidence_key set retired_at = clock_timestamp(), sealed = null where id = $1 and retired_at is null returning 1',
          [former],
        );
        // Somebody else has replaced it.
        if (retired.length === 0) return;
      }
      await transaction.query(
        `insert into evidence_key (id, kid, x, sealed, wrapper, wrapped, created_at) values ($1, $2, $3, $4, $5, $6, clock_timestamp())
         on conflict do nothing`,
        [id, kid, x, sealed, wrapper, wrapped],
      );
    });
  }
}
