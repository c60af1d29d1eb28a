/** The public catalog of checks: what may be overridden where (GAP-19), in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

describe('checkCatalog', () => {
  it('has a line of its own for each track where overriding differs', async () => {
    const query = '{ checkCatalog { id track overridable rules title(locale: "es") } }';
    const rows = (await server.owner.ask(query)).checkCatalog as {
      id: string;
      track: string[];
      overridable: boolean;
      rules: string[];
      title: string;
    }[];
    expect(
      rows
        .filter(({ id }) => id === 'vaultUsesRbac')
        .map(({ track, overridable }) => [track, overridable]),
    ).toEqual([
      [['AEP'], false],
      [['CJA'], true],
    ]);
    expect(rows.filter(({ overridable, track }) => overridable && track.includes('AEP'))).toEqual(
      [],
    );
    expect(rows.every(({ rules, title }) => rules.length > 0 && title.length > 0)).toBe(true);
  });
});

describe('inspectKeyIdentifier', () => {
  it('names its problems in the requested language', async () => {
    const ask = async (locale: string) => {
      const query = `{ inspectKeyIdentifier(identifier: "http://contoso.vault.azure.net/keys/a"${locale}) { verdict problems } }`;
      return (await server.owner.ask(query)).inspectKeyIdentifier as {
        verdict: string;
        problems: string[];
      };
    };
    expect(await ask('')).toEqual({
      verdict: 'BLOCK',
      problems: ['The identifier must begin with https://, not http://.'],
    });
    expect(await ask(', locale: "es-MX"')).toEqual({
      verdict: 'BLOCK',
      problems: ['El identificador debe empezar por https://, no por http://.'],
    });
  });
});
