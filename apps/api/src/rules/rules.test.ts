/** The public register of rules, in both languages. */
import { checkDefinitions, RULE_IDS, SOURCE_ALIASES } from '@keyway/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

interface Row {
  id: string;
  title: string;
  es: string;
  proof: string[];
  sources: string[];
}
const read = async () =>
  (await server.owner.ask('{ rules { id title es: title(locale: "es-MX") proof sources } }'))
    .rules as Row[];

describe('rules', () => {
  it('has every rule, in the order of the register', async () => {
    expect((await read()).map(({ id }) => id)).toEqual(RULE_IDS);
  });

  it('says what a rule says, in the requested language, how sure it is and where it stands', async () => {
    expect((await read()).find(({ id }) => id === 'RB-03')).toEqual({
      id: 'RB-03',
      title: "The role's data actions are read, wrap and unwrap of keys",
      es: 'Las acciones de datos del rol son leer, encapsular y desencapsular claves',
      proof: ['DOCUMENTED', 'INFERRED'],
      sources: ['MicrosoftDocs/azure-docs/mysql-customer-managed-keys'],
    });
  });

  it('abbreviates no source', async () => {
    const places = Object.values(SOURCE_ALIASES);
    for (const source of (await read()).flatMap(({ sources }) => sources))
      expect(places.some((place) => source.startsWith(`${place}/`))).toBe(true);
  });

  it('has the rules of every check', async () => {
    const known = new Set((await read()).map(({ id }) => id));
    const cited = checkDefinitions().flatMap(({ rules }) => rules);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is for members only', async () => {
    const answer = await server.client('').raw({ query: '{ rules { id } }' });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
