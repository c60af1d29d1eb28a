/**
 * Where data keys are when they are in the clear, for how long, and what is said where they cannot
 * be had. Only time and the wrapping key are made up.
 */
import { ConnectorError, type KeyWrapper, type ReadFailure } from '@keyway/core';
import { aClock, type TestClock } from '@keyway/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { DataKeys, KEPT_MILLISECONDS, withRequiredKeys } from './dataKeys.ts';
import { aVault, type Vault } from '../testing/aVault.ts';
import { Unopenable } from './sealing.ts';

const KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';
const ORGANIZATION = 'data-key:o1';

let clock: TestClock;
let vault: Vault;
let keys: DataKeys;
const keysWith = (wrapper: KeyWrapper, former: KeyWrapper[] = []) =>
  new DataKeys({ wrapper, former, now: () => clock.now().getTime() });
beforeEach(() => {
  clock = aClock();
  vault = aVault(KEY);
  keys = keysWith(vault);
});

const making = (purpose = ORGANIZATION) =>
  withRequiredKeys(() => Promise.resolve().then(() => keys.made(purpose)));
const failure = (given: Partial<ReadFailure> & Pick<ReadFailure, 'kind'>) =>
  new ConnectorError({ message: 'said', ...given });

describe('in a transaction', () => {
  it('a key that is not here ends it, is fetched outside, and then is here', async () => {
    const { dataKey, ...kept } = await making();
    const another = keysWith(vault);
    let begun = 0;
    const opened = await withRequiredKeys(() => {
      begun += 1;
      return Promise.resolve().then(() => another.opened(kept, ORGANIZATION));
    });
    expect(opened).toEqual(dataKey);
    expect(begun).toBe(2);
  });

  it('a new key is given out once', async () => {
    const [first, second] = [await making(), await making()];
    expect(first.dataKey.equals(second.dataKey)).toBe(false);
    expect(vault.requests).toEqual(['wrap', 'wrap']);
  });
});

describe('a key in the clear', () => {
  it('is asked for once by however many want it, and again when its time is over', async () => {
    const { dataKey: _made, ...kept } = await making();
    const another = keysWith(vault);
    vault.requests.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => another.open(kept, ORGANIZATION)));
    clock.advance(KEPT_MILLISECONDS / 1000 - 1);
    await another.open(kept, ORGANIZATION);
    expect(vault.requests).toEqual(['unwrap']);
    clock.advance(2);
    await another.open(kept, ORGANIZATION);
    expect(vault.requests).toEqual(['unwrap', 'unwrap']);
  });

  it('is alone in its memory, which nothing else shares or keeps', async () => {
    const { dataKey: _made, ...kept } = await making();
    const { buffer, byteLength } = await keysWith(vault).open(kept, ORGANIZATION);
    expect(buffer.byteLength).toBe(byteLength);
  });

  it('is not another organization’s', async () => {
    const { dataKey: _made, ...kept } = await making();
    await expect(keys.open(kept, 'data-key:o2')).rejects.toBeInstanceOf(Unopenable);
  });
});

describe('a wrapping key that cannot be used', () => {
  it.each([
    [
      'denied',
      { kind: 'denied', permission: 'Microsoft.KeyVault/vaults/keys/wrap/action' },
      /grant Microsoft\.KeyVault\/vaults\/keys\/wrap\/action/,
    ],
    [
      'behind a firewall',
      { kind: 'denied', code: 'ForbiddenByFirewall' },
      /firewall of its vault does not let Keyway in/,
    ],
    ['disabled', { kind: 'denied' }, /disabled, expired or not made for wrapping/],
    ['without a credential', { kind: 'credential' }, /does not accept the credential/],
    ['throttled', { kind: 'throttled', retryAfterSeconds: 7 }, /429\); it asks for 7 s/],
    ['out of reach', { kind: 'unavailable' }, /vault cannot be reached/],
    ['not there', { kind: 'notFound' }, /recover it in its vault/],
  ] as const)(
    '%s: says which key, what is wrong, and nothing about the customer’s cloud',
    async (_what, said, message) => {
      vault.fails(failure(said));
      const error: unknown = await making().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ failure: { kind: 'unavailable' }, ambiguous: false });
      expect((error as Error).message).toMatch(message);
      expect((error as Error).message).toContain(KEY);
      expect(keys.problem).toMatchObject({ kind: said.kind });
      vault.fails(null);
      expect(await keys.check()).toBeNull();
      expect(keys.problem).toBeNull();
    },
  );

  it('is never taken for one that is gone: what it wrapped is not replaced', async () => {
    const { dataKey: _made, ...kept } = await making();
    const another = keysWith(vault);
    for (const kind of [
      'denied',
      'credential',
      'throttled',
      'unavailable',
      'badResponse',
    ] as const) {
      vault.fails(failure({ kind }));
      await expect(another.open(kept, ORGANIZATION)).rejects.not.toBeInstanceOf(Unopenable);
    }
    for (const kind of ['notFound', 'rejected'] as const) {
      vault.fails(failure({ kind }));
      await expect(keysWith(vault).open(kept, ORGANIZATION)).rejects.toBeInstanceOf(Unopenable);
    }
  });

  it('nor is one that is only not configured here', async () => {
    const { dataKey: _made, ...kept } = await making();
    const elsewhere = keysWith(aVault('https://other.vault.azure.net/keys/k'));
    await expect(elsewhere.open(kept, ORGANIZATION)).rejects.toThrow(
      `wrapped by ${kept.wrapper}, which is not configured here`,
    );
    await expect(elsewhere.open(kept, ORGANIZATION)).rejects.not.toBeInstanceOf(Unopenable);
    const both = keysWith(aVault('https://other.vault.azure.net/keys/k'), [vault]);
    await expect(both.open(kept, ORGANIZATION)).resolves.toHaveLength(32);
  });
});
