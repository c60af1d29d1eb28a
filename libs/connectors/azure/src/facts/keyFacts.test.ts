import { describe, expect, it } from 'vitest';
import { armKeyFacts, dataPlaneKeyFacts, modulusBits, rotationActions } from './keyFacts.ts';
import { keyIdentifierOf } from './keyIdentifierOf.ts';

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const asked = { host: 'contoso-cmk.vault.azure.net', name: 'ajo-cmk', version: null };
const uri = `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`;
const armKey = (key: object) =>
  armKeyFacts(
    { properties: { kty: 'RSA', keySize: 3072, keyOps: [], keyUriWithVersion: uri, ...key } },
    asked,
  );
const bundle = (key: object) =>
  dataPlaneKeyFacts(
    {
      id: uri,
      keyType: 'RSA',
      keyOperations: [],
      key: { n: Buffer.alloc(384, 0xff) },
      properties: {},
      ...key,
    },
    asked,
  );

describe('keyIdentifierOf', () => {
  it('takes off port and case of the host (KID-07)', () => {
    expect(
      keyIdentifierOf(`https://CONTOSO-cmk.vault.azure.net:443/keys/ajo-cmk/${VERSION}`, asked),
    ).toBe(uri);
  });

  it('refuses what is of another vault, key, version or form', () => {
    const wrong = [
      `https://fabrikam.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      `https://contoso-cmk.vault.azure.net.evil.example/keys/ajo-cmk/${VERSION}`,
      `https://contoso-cmk.vault.azure.net:8443/keys/ajo-cmk/${VERSION}`,
      `https://contoso-cmk.vault.azure.net/keys/other/${VERSION}`,
      `https://contoso-cmk.vault.azure.net/secrets/ajo-cmk/${VERSION}`,
      'https://contoso-cmk.vault.azure.net/keys/ajo-cmk',
      `http://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      `https://u@contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      7,
      null,
    ];
    for (const text of wrong) expect(() => keyIdentifierOf(text, asked)).toThrow();
    expect(() =>
      keyIdentifierOf(uri, { ...asked, version: '7c1d50aa28234cc895534c00d7eb4eb4' }),
    ).toThrow('another key');
  });

  it('accepts a version that is no hex, as Adobe prints one (GAP-03)', () => {
    const printed =
      'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/7c1d50lo28234cc895534c00d7eb4eb4';
    expect(keyIdentifierOf(printed, asked)).toBe(printed);
  });
});

describe('armKeyFacts', () => {
  it('spells and sorts operations as documented (KEY-04)', () => {
    expect(armKey({ keyOps: ['WrapKey', 'unwrapkey', 'somethingNew', 'wrapKey'] }).keyOps).toEqual([
      'somethingNew',
      'unwrapKey',
      'wrapKey',
    ]);
  });

  it('has bits for RSA only, and no RSA key without (VAL-18)', () => {
    expect(armKey({ kty: 'EC', keySize: 256 }).bits).toBeNull();
    expect(() => armKey({ keySize: undefined })).toThrow('no size');
  });

  it('takes the instants of its attributes', () => {
    const attributes = { enabled: true, nbf: 1792886400, exp: 1795478400 };
    expect(armKey({ attributes })).toMatchObject({
      enabled: true,
      notBefore: 1792886400,
      expires: 1795478400,
    });
    expect(armKey({}).expires).toBeNull();
  });

  it('distinguishes no policy from a policy without actions', () => {
    expect(armKey({}).rotationActions).toBeNull();
    expect(armKey({ rotationPolicy: { lifetimeActions: [] } }).rotationActions).toEqual([]);
    expect(
      armKey({ rotationPolicy: { lifetimeActions: [{ action: { type: 'Rotate' } }, {}] } })
        .rotationActions,
    ).toEqual(['rotate']);
  });

  it.each([
    { kty: 7 },
    { keySize: '3072' },
    { keyOps: 'wrapKey' },
    { attributes: { enabled: 'yes' } },
    { attributes: { exp: '2027' } },
  ])('is no fact from %j', (key) => {
    expect(() => armKey(key)).toThrow();
  });
});

describe('dataPlaneKeyFacts', () => {
  it('counts the bits of the modulus without leading zeros', () => {
    expect(modulusBits(Buffer.alloc(384, 1))).toBe(3072);
    expect(modulusBits(Buffer.concat([Buffer.alloc(2), Buffer.alloc(256, 9)]))).toBe(2048);
    expect(modulusBits(Buffer.alloc(4))).toBe(0);
    expect(bundle({}).bits).toBe(3072);
    expect(() => bundle({ key: { n: Buffer.alloc(0) } })).toThrow('no modulus');
  });

  it('turns instants into epoch seconds, and refuses what is none', () => {
    expect(bundle({ properties: { expiresOn: new Date('2026-11-24T00:00:00Z') } }).expires).toBe(
      1795478400,
    );
    expect(() => bundle({ properties: { expiresOn: new Date('soon') } })).toThrow();
  });
});

it('rotationActions are lower case and sorted', () => {
  expect(
    rotationActions({ lifetimeActions: [{ action: 'Rotate' }, { action: 'Notify' }] }),
  ).toEqual(['notify', 'rotate']);
  expect(rotationActions({})).toEqual([]);
});
