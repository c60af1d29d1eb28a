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

  it('reads ARNs where AWS is asked for, and identifiers of Azure otherwise', async () => {
    const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const FIELDS = 'verdict rules problems cloud kind vault key version normalized';
    const ask = async (identifier: string, more: string) => {
      const query = `query($identifier: String!) { inspectKeyIdentifier(identifier: $identifier${more}) { ${FIELDS} } }`;
      return (await server.owner.ask(query, { identifier })).inspectKeyIdentifier as {
        problems: string[];
      };
    };
    expect(await ask(` ${ARN}`, ', cloud: AWS')).toEqual({
      ...{ verdict: 'PASS', rules: ['VAL-29', 'AWS-10'], problems: [], cloud: 'aws' },
      ...{ kind: 'kms', vault: null, key: ARN.split('/')[1], version: null, normalized: ARN },
    });
    const noRegion = await ask(ARN.replace('us-east-1', ''), ', cloud: AWS');
    expect(noRegion).toMatchObject({ verdict: 'BLOCK', cloud: null, normalized: null });
    expect(noRegion.problems[0]).toContain('The ARN names no region');
    const spanish = await ask('alias/a', ', cloud: AWS, locale: "es"');
    expect(spanish.problems[0]).toContain('alias');
    for (const more of ['', ', cloud: AZURE'])
      expect((await ask(ARN, more)).problems[0]).toContain('This is the ARN of an AWS key.');
  });
});
