/**
 * RSA material of the emulated keys. Keys of one size share one pair: a pair for each of a thousand
 * customers would take minutes, and no check depends on a unique modulus.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { writePrivate } from '../../server/certificates.ts';

const generateKeyPair = promisify(crypto.generateKeyPair);

/** Sizes that Azure makes (KEY-01). */
export const RSA_SIZES = [2048, 3072, 4096];

const PADDING: Record<string, { padding: number; oaepHash?: string }> = {
  'RSA-OAEP': { padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
  'RSA-OAEP-256': { padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
};

/** A version of a key, as far as its material goes. */
export interface UsedKey {
  bits: number;
  kid: string;
}

function tried(use: () => Buffer): Buffer | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

function unwrapped(keys: crypto.RsaPrivateKey[], input: Buffer): Buffer | undefined {
  for (const key of keys) {
    const plain = tried(() => crypto.privateDecrypt(key, input));
    if (plain) return plain;
  }
  return undefined;
}

export class KeyMaterial {
  private readonly directory: string;
  private readonly pairs = new Map<number, Promise<crypto.KeyObject>>();

  /**
   * @param directory Where the pairs are kept, so that what was wrapped before a restart can be
   *   unwrapped after it.
   */
  constructor(directory: string) {
    this.directory = directory;
  }

  /** Modulus and exponent in base64url, as a key bundle prints them. */
  async publicPart(bits: number): Promise<{ n: string; e: string }> {
    const { n, e } = (await this.pair(bits)).export({ format: 'jwk' });
    return { n: n!, e: e! };
  }

  /**
   * Wraps or unwraps a base64url value; undefined for an algorithm that RSA keys do not know or a
   * value that does not fit.
   * @param kid labels what is wrapped, so that one key does not unwrap what another one of its size
   *   wrapped
   */
  async apply(
    operation: 'wrap' | 'unwrap',
    { bits, kid }: UsedKey,
    algorithm: string,
    value: string,
  ): Promise<string | undefined> {
    const padding = PADDING[algorithm];
    if (!padding) return undefined;
    const key = { key: await this.pair(bits), ...padding };
    const labeled = { ...key, oaepLabel: Buffer.from(kid) };
    const input = Buffer.from(value, 'base64url');
    // What somebody wrapped with the public key alone has no label.
    const result =
      operation === 'wrap'
        ? tried(() => crypto.publicEncrypt(labeled, input))
        : unwrapped([labeled, key], input);
    return result?.toString('base64url');
  }

  /** The pair of this size, made when it is needed first. */
  pair(bits: number): Promise<crypto.KeyObject> {
    const known = this.pairs.get(bits) ?? this.readOrMake(bits);
    this.pairs.set(bits, known);
    return known;
  }

  private async readOrMake(bits: number): Promise<crypto.KeyObject> {
    const file = path.join(this.directory, `rsa-${bits}.pem`);
    if (fs.existsSync(file)) return crypto.createPrivateKey(fs.readFileSync(file, 'utf8'));
    const { privateKey } = await generateKeyPair('rsa', { modulusLength: bits });
    writePrivate(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    return privateKey;
  }
}
