import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixtures from '../fixtures/domain-fixtures.json' with { type: 'json' };
import {
  inspectKeyIdentifier,
  sameKey,
  sameVault,
  withVersion,
  type KeyIdentifier,
} from './keyIdentifier.ts';

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const GOOD = `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`;
const parsed = (text: string): KeyIdentifier => {
  const { keyIdentifier } = inspectKeyIdentifier(text);
  if (!keyIdentifier) throw new Error(`${text} did not parse`);
  return keyIdentifier;
};

describe('documented and derived identifiers (VAL-01 to VAL-07)', () => {
  it.each(fixtures.keyIdentifiers)('$verdict: $why', ({ input, verdict, rules, normalized }) => {
    const inspection = inspectKeyIdentifier(input);
    expect(inspection.verdict).toBe(verdict.toUpperCase());
    expect(inspection.rules).toEqual(expect.arrayContaining(rules));
    if (normalized) expect(inspection.keyIdentifier).toMatchObject(normalized);
    expect(inspection.findings.length > 0).toBe(verdict !== 'pass');
  });
});

describe('what the documents do not list', () => {
  it.each([
    [
      'upper-case host (KID-07)',
      `https://CONTOSO-CMK.VAULT.AZURE.NET/keys/ajo-cmk/${VERSION}`,
      'PASS',
      'VAL-02',
    ],
    [
      'upper-case scheme',
      `HTTPS://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      'PASS',
      'VAL-01',
    ],
    [
      'upper-case collection',
      `https://contoso-cmk.vault.azure.net/KEYS/ajo-cmk/${VERSION}`,
      'PASS',
      'VAL-04',
    ],
    [
      'upper-case version',
      `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION.toUpperCase()}`,
      'PASS',
      'VAL-06',
    ],
    [
      'Managed HSM',
      `https://contosohsm.managedhsm.azure.net/keys/ajo-cmk/${VERSION}`,
      'PASS',
      'KID-01',
    ],
    ['no version', 'https://contoso-cmk.vault.azure.net/keys/ajo-cmk', 'WARN', 'VAL-06'],
    [
      'no version and a slash',
      'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/',
      'WARN',
      'VAL-06',
    ],
    [
      'Adobe’s own sample (KID-06)',
      'https://adobecmkexample.vault.azure.net/keys/adobeCMK-key/7c1d50lo28234cc895534c00d7eb4eb4',
      'WARN',
      'GAP-03',
    ],
    [
      'upper-case letters beyond hex',
      `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${'Z'.repeat(32)}`,
      'BLOCK',
      'VAL-06',
    ],
    [
      'user-info',
      `https://me:secret@contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    [
      'vault as user-info',
      `https://contoso-cmk.vault.azure.net@evil.example/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    ['query', `${GOOD}?api-version=7.4`, 'BLOCK', 'VAL-01'],
    ['empty query', `${GOOD}?`, 'BLOCK', 'VAL-01'],
    ['fragment', `${GOOD}#x`, 'BLOCK', 'VAL-01'],
    [
      'backslash',
      `https:\\\\contoso-cmk.vault.azure.net\\keys\\ajo-cmk\\${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    [
      'backslash after host',
      `https://contoso-cmk.vault.azure.net\\@evil.example/keys/k/${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    [
      'tab inside',
      `https://contoso-cmk.vault.azure.net/ke\tys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    [
      'encoded letter in the path',
      `https://contoso-cmk.vault.azure.net/%6beys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-04',
    ],
    [
      'encoded dot in the host',
      `https://contoso-cmk%2evault.azure.net/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-02',
    ],
    [
      'trailing dot on the host',
      `https://contoso-cmk.vault.azure.net./keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-02',
    ],
    [
      'suffix without a dot',
      `https://evilvault.azure.net/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-02',
    ],
    [
      'suffix in front',
      `https://contoso-cmk.vault.azure.net.evil.example/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-02',
    ],
    [
      'two labels',
      `https://a.contoso-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-03',
    ],
    ['no label', `https://.vault.azure.net/keys/ajo-cmk/${VERSION}`, 'BLOCK', 'VAL-03'],
    [
      'Unicode that resembles a letter',
      `https://contosо-cmk.vault.azure.net/keys/ajo-cmk/${VERSION}`,
      'BLOCK',
      'VAL-01',
    ],
    ['empty segment', `https://contoso-cmk.vault.azure.net/keys//${VERSION}`, 'BLOCK', 'VAL-05'],
    [
      'double slash in front',
      `https://contoso-cmk.vault.azure.net//keys/k/${VERSION}`,
      'BLOCK',
      'VAL-04',
    ],
    ['empty port', `https://contoso-cmk.vault.azure.net:/keys/k/${VERSION}`, 'BLOCK', 'VAL-01'],
    [
      'very long',
      `https://contoso-cmk.vault.azure.net/keys/${'k'.repeat(1_000_000)}`,
      'BLOCK',
      'VAL-01',
    ],
  ])('%s', (_why, input, verdict, rule) => {
    const inspection = inspectKeyIdentifier(input);
    expect(inspection.verdict).toBe(verdict);
    expect(inspection.rules).toContain(rule);
  });

  it('hints at l for 1 and o for 0 (GAP-03)', () => {
    const { findings } = inspectKeyIdentifier(
      'https://adobecmkexample.vault.azure.net/keys/adobeCMK-key/7c1d50lo28234cc895534c00d7eb4eb4',
    );
    expect(findings).toEqual([
      { problem: 'mendedVersion', values: ['7c1d501028234cc895534c00d7eb4eb4'] },
    ]);
  });

  it('normalizes port, case of the host, collection and slash', () => {
    expect(
      parsed(`HTTPS://Contoso-CMK.Vault.Azure.Net:443/KEYS/Ajo-Cmk/${VERSION}/`).normalized,
    ).toBe(`https://contoso-cmk.vault.azure.net/keys/Ajo-Cmk/${VERSION}`);
  });

  it('takes what is no text for empty', () => {
    for (const nothing of [undefined, null, 7, {}])
      expect(inspectKeyIdentifier(nothing as unknown as string).verdict).toBe('BLOCK');
  });
});

describe('pairs (VAL-08)', () => {
  it.each(fixtures.keyIdentifierPairs)('$why', ({ aep, cja, verdict }) => {
    expect(sameVault(parsed(aep), parsed(cja))).toBe(verdict === 'block');
  });

  it('compares keys whatever their version and case', () => {
    const key = parsed(GOOD);
    expect(sameKey(key, withVersion({ ...key, key: 'AJO-CMK' }, null))).toBe(true);
    expect(sameKey(key, { ...key, key: 'other' })).toBe(false);
    expect(withVersion(key, null).normalized).toBe(
      'https://contoso-cmk.vault.azure.net/keys/ajo-cmk',
    );
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    'https://',
    'HTTPS://',
    'contoso',
    '.vault.azure.net',
    '.managedhsm.azure.cn',
    '/keys/',
    '/',
    ':443',
    '@',
    '?',
    '%2f',
    VERSION,
    'k',
    '\\',
    ' ',
    'é',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('')),
  );

  it('never throws, explains whatever does not pass, and what it takes parses to itself', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { verdict, findings, rules, keyIdentifier } = inspectKeyIdentifier(input);
        expect(rules.length).toBeGreaterThan(0);
        expect(findings.length > 0).toBe(verdict !== 'PASS');
        if (verdict !== 'BLOCK') expect(keyIdentifier).not.toBeNull();
        if (keyIdentifier)
          expect(inspectKeyIdentifier(keyIdentifier.normalized).keyIdentifier).toEqual(
            keyIdentifier,
          );
      }),
      { numRuns: 2000 },
    );
  });

  it('takes every well-formed identifier, whatever the case of its host', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{1,20}[a-z0-9]$/);
    const version = fc.stringMatching(/^[0-9a-f]{32}$/);
    fc.assert(
      fc.property(
        name,
        fc.stringMatching(/^[0-9A-Za-z-]{1,40}$/),
        version,
        fc.boolean(),
        (vault, key, hex, upper) => {
          const host = `${vault}.vault.azure.net`;
          const inspection = inspectKeyIdentifier(
            `https://${upper ? host.toUpperCase() : host}/keys/${key}/${hex}`,
          );
          expect(inspection).toMatchObject({
            verdict: 'PASS',
            keyIdentifier: {
              vault,
              key,
              version: hex,
              normalized: `https://${host}/keys/${key}/${hex}`,
            },
          });
        },
      ),
    );
  });
});
