/**
 * The installation's keys that sign in at Entra tenants which trust it as an identity provider,
 * their private parts sealed. A new key is published for a day before it signs.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { FEDERATION_AUDIENCE, type WrappedKey } from '@keyway/core';
import { calculateJwkThumbprint, SignJWT } from 'jose';
import type { Database } from '../database/database.ts';
import { KEPT_MILLISECONDS, withRequiredKeys, type DataKeys } from '../sealing/dataKeys.ts';
import { dataKeyPurpose, seal, unseal, Unopenable } from '../sealing/sealing.ts';

/** After so long a new key is made. */
const REPLACED_DAYS = 90;
/** Entra may keep the published keys for a day. */
const PUBLISHED_BEFORE_DAYS = 1;
/** What signs until then, and assertions that were made with it, are long over. */
const SERVED_AFTER_DAYS = PUBLISHED_BEFORE_DAYS + 1;
/** Entra refuses what is valid for long; each assertion is used once. */
const ASSERTION_SECONDS = 300;
const BACKDATED_SECONDS = 60;
const MODULUS_BITS = 2048;
const EXPONENT = 'AQAB';

/** A public key as JWKS has it (RFC 7517). Entra takes RS256 alone. */
export interface FederationKey {
  kty: 'RSA';
  n: string;
  e: string;
  kid: string;
  use: 'sig';
  alg: 'RS256';
}

interface Signer {
  kid: string;
  privateKey: KeyObject;
}

interface StoredKey extends WrappedKey {
  id: string;
  kid: string;
  sealed: Buffer;
  isOld: boolean;
  isPublished: boolean;
}

const STORED = `select id, kid, sealed, wrapper, wrapped,
    created_at < clock_timestamp() - interval '${REPLACED_DAYS} days' as "isOld",
    created_at < clock_timestamp() - interval '${PUBLISHED_BEFORE_DAYS} days' as "isPublished"
  from federation_key order by created_at desc, id`;
/** A later key has been signing for so long that nothing of an earlier one is valid. */
const IS_OVER = `exists (select from federation_key n where n.created_at > k.created_at
    and n.created_at < clock_timestamp() - interval '${SERVED_AFTER_DAYS} days')`;
const LOCK = `select pg_advisory_xact_lock(hashtextextended('keyway_federation_key', 0))`;

const bindingOf = (kid: string): string => `federation-key:${kid}`;

/** The latest that was published for long enough; before there is one, the first. */
const inOrder = (keys: readonly StoredKey[]): StoredKey[] => [
  ...keys.filter(({ isPublished }) => isPublished),
  ...keys.filter(({ isPublished }) => !isPublished).toReversed(),
];

export class FederationKeys {
  readonly #database: Database;
  readonly #dataKeys: DataKeys;
  #kept: { signer: Signer; until: number } | null = null;
  #pending: Promise<Signer> | null = null;

  constructor(database: Database, dataKeys: DataKeys) {
    this.#database = database;
    this.#dataKeys = dataKeys;
  }

  /**
   * A client assertion for Entra, of one organization (RFC 7523).
   * @throws ConnectorError (`unavailable`) where the key can't be opened or made now
   */
  async sign({ issuer, subject }: { issuer: string; subject: string }): Promise<string> {
    const { kid, privateKey } = await this.#obtain();
    const now = Math.floor(this.#database.clock.now().getTime() / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(issuer)
      .setSubject(subject)
      .setAudience(FEDERATION_AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now - BACKDATED_SECONDS)
      .setExpirationTime(now + ASSERTION_SECONDS)
      .sign(privateKey);
  }

  /** What verifies present and coming assertions, the newest key first. */
  async publicKeys(): Promise<{ keys: FederationKey[] }> {
    const rows = await this.#database.read<{ kid: string; n: string }>(
      `select kid, n from federation_key k where not ${IS_OVER} order by created_at desc`,
    );
    const common = { kty: 'RSA', e: EXPONENT, use: 'sig', alg: 'RS256' } as const;
    return { keys: rows.map((row): FederationKey => ({ ...common, ...row })) };
  }

  async #obtain(): Promise<Signer> {
    const kept = this.#kept;
    if (kept && this.#database.clock.now().getTime() < kept.until) return kept.signer;
    this.#pending ??= this.#open().finally(() => (this.#pending = null));
    return this.#pending;
  }

  async #open(): Promise<Signer> {
    const before = await this.#stored();
    const isDue = before[0]?.isOld ?? true;
    if (isDue) await this.#make(before);
    const signer =
      (await this.#firstOpened(isDue ? await this.#stored() : before)) ??
      (await this.#firstOpened(await this.#madeAfter(before)));
    if (!signer) throw new Error('No key could be made that signs in at Entra.');
    this.#kept = { signer, until: this.#database.clock.now().getTime() + KEPT_MILLISECONDS };
    return signer;
  }

  #stored(): Promise<StoredKey[]> {
    return this.#database.read<StoredKey>(STORED);
  }

  /** What sealed all of them is gone for good: another one has to sign, at once. */
  async #madeAfter(lost: readonly StoredKey[]): Promise<StoredKey[]> {
    await this.#make(lost);
    return this.#stored();
  }

  async #firstOpened(keys: readonly StoredKey[]): Promise<Signer | null> {
    for (const { id, kid, sealed, ...wrapped } of inOrder(keys)) {
      try {
        const dataKey = await this.#dataKeys.open(wrapped, dataKeyPurpose(id));
        const der = unseal(dataKey, sealed, bindingOf(kid));
        return { kid, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
      } catch (error) {
        if (!(error instanceof Unopenable)) throw error;
      }
    }
    return null;
  }

  /** Of several processes that do it at once, one does. @param known what it is made beside */
  async #make(known: readonly StoredKey[]): Promise<void> {
    const id = randomUUID();
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS });
    const { n = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e: EXPONENT });
    const { dataKey, wrapper, wrapped } = await withRequiredKeys(() =>
      Promise.resolve().then(() => this.#dataKeys.made(dataKeyPurpose(id))),
    );
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const sealed = seal(dataKey, der, bindingOf(kid));
    await this.#database.transaction('system', async (transaction) => {
      await transaction.query(LOCK);
      await transaction.query(
        `insert into federation_key (id, kid, n, sealed, wrapper, wrapped, created_at)
         select $1, $2, $3, $4, $5, $6, clock_timestamp()
         where not exists (select from federation_key where id <> all ($7::uuid[]))`,
        [id, kid, n, sealed, wrapper, wrapped, known.map((key) => key.id)],
      );
      await transaction.query(`delete from federation_key k where ${IS_OVER}`);
    });
  }
}
