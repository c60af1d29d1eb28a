/** A key wrapper in memory that fails on request, in place of a Key Vault key. */
import { randomBytes } from 'node:crypto';
import { ConnectorError, type KeyWrapper, type WrappedKey } from '@keyway/core';
import { seal, unseal } from '../sealing/sealing.ts';

export interface Vault extends KeyWrapper {
  /** What it was asked to do, in order. */
  requests: string[];
  /** How every call ends from now on; null: well. */
  fails(error: ConnectorError | null): void;
  /** Another version is the newest from now on. */
  rotate(): void;
}

export function aVault(identifier: string): Vault {
  const versions = new Map<string, Buffer>();
  const requests: string[] = [];
  let failure: ConnectorError | null = null;
  let newest = '';
  const rotate = (): void => {
    newest = `${identifier}/${randomBytes(16).toString('hex')}`;
    versions.set(newest, randomBytes(32));
  };
  const answer = <T>(what: string, work: () => T): Promise<T> => {
    requests.push(what);
    return failure ? Promise.reject(failure) : new Promise((resolve) => resolve(work()));
  };
  const unwrapped = ({ wrapper, wrapped }: WrappedKey, purpose: string): Buffer => {
    try {
      return unseal(versions.get(wrapper) ?? randomBytes(32), wrapped, purpose);
    } catch {
      throw new ConnectorError({ kind: 'rejected', message: 'not mine' });
    }
  };
  rotate();
  return {
    name: identifier,
    requests: requests,
    rotate,
    fails: (error) => (failure = error),
    owns: (wrapper) => wrapper.startsWith(`${identifier}/`),
    current: () => answer('current', () => newest),
    wrap: (key, purpose) =>
      answer('wrap', () => ({
        wrapper: newest,
        wrapped: seal(versions.get(newest)!, key, purpose),
      })),
    unwrap: (kept, purpose) => answer('unwrap', () => unwrapped(kept, purpose)),
  };
}
