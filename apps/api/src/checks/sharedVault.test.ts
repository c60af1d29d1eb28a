/** What a warning about a shared vault says of the partner's other organizations, and to whom. */
import { randomUUID } from 'node:crypto';
import { parseGlobalId } from '@keyway/core';
import { aClock, continuing } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  keyIn,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let ids: string[];
let runId: string;

const NAMES = ['Adatum', 'Bellows', 'Contoso'];
beforeAll(async () => {
  server = await aServer();
  const { owner } = server;
  ids = [];
  const runs: string[] = [];
  for (const name of NAMES) {
    const { id } = await anOrganization(owner, { name });
    const connection = { tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-b' };
    await owner.must('connectAzure', { organizationId: id, ...connection });
    const of = await aRun(owner, id);
    await owner.must('attestStep', { runId: of, ...AEP('ENTITLEMENT'), statement: 's' });
    const keyIdentifier = keyIn('shared');
    await owner.must('provideKey', { runId: of, track: 'AEP', keyIdentifier });
    ids.push(id);
    runs.push(of);
  }
  runId = runs[0]!;
  const system = server.store.system();
  const uuid = parseGlobalId('Run', runId)!;
  const { run } = (await system.run(uuid))!;
  const seen = continuing(run, aClock(run.updatedAt));
  seen.observe('vault', 'AEP', { otherOrganizations: 2 });
  for (const event of seen.events) await system.advance(uuid, { ...event, id: randomUUID() });
});
afterAll(() => server.close());

const AEP = (step: string) => ({ track: 'AEP', step });
const CHECKS = 'checks { id verdict observed(locale: $locale) cause(locale: $locale) }';
const textOf = (steps: Payload[]): string => {
  const check = steps
    .flatMap(({ checks }) => checks as Payload[])
    .find(({ id }) => id === 'vaultIsNotShared')!;
  expect(check.verdict).toBe('WARN');
  return `${check.observed}. ${check.cause}`;
};
async function readBy(client: Client, locale = 'en'): Promise<string> {
  const query = `query($id: ID!, $locale: String!) { run(id: $id) { tracks { steps { ${CHECKS} } } } }`;
  const { run } = await client.ask(query, { id: runId, locale });
  return textOf(run.tracks.flatMap(({ steps }: Payload) => steps));
}
const limitedTo = (...organizationIds: string[]) =>
  server.person('OPERATOR', ['read', 'runs:write'], organizationIds);

const NEUTRAL = /^This vault is also used for another set-up that the partner runs with Keyway\./;
const NUMBERS = /\d|several|organizations/;

describe('a warning that others use the vault', () => {
  it('names them to who sees all of them', async () => {
    const named =
      /^Other organizations use shared too: Bellows and Contoso\..*several organizations/;
    expect(await readBy(server.owner)).toMatch(named);
    expect(await readBy(await limitedTo(...ids))).toMatch(named);
    expect(await readBy(server.owner, 'es')).toMatch(
      /^Otras organizaciones también usan shared: Bellows y Contoso\./,
    );
  });

  it('says neither who nor how many they are to who sees some of them, or none', async () => {
    for (const seen of [[ids[0]!], [ids[0]!, ids[1]!]]) {
      const text = await readBy(await limitedTo(...seen));
      expect(text).toMatch(NEUTRAL);
      expect(text).not.toMatch(NUMBERS);
      for (const name of NAMES) expect(text).not.toContain(name);
    }
    expect(await readBy(await limitedTo(ids[0]!), 'es')).toMatch(
      /^Este almacén también se usa para otra configuración que el partner gestiona con Keyway\./,
    );
  });

  it('says it to the link of a hand-off in the same way', async () => {
    const { url } = await server.owner.must(
      'createHandOff',
      { runId, actor: 'AZURE_ADMIN' },
      'url',
    );
    const link = server.client((url as string).split('/').at(-1)!);
    const query = `query($locale: String!) { handedOff { steps { ...S } done { ...S } later { ...S } } }
      fragment S on HandedOffStep { sentence(locale: $locale) ${CHECKS} }`;
    for (const locale of ['en', 'es']) {
      const { text, data } = await link.raw({ query, variables: { locale } });
      const { steps, done, later } = data.handedOff as Record<string, Payload[]>;
      const shown = textOf([...steps!, ...done!, ...later!]);
      if (locale === 'en') expect(shown).toMatch(NEUTRAL);
      expect(shown).not.toMatch(NUMBERS);
      for (const name of NAMES.slice(1)) expect(text).not.toContain(name);
    }
  });

  it('is in the fields of history without the number for who sees some, and hashed as it was', async () => {
    const query = `query($id: ID!) { history(first: 100, filter: { runId: $id, kind: ["factsObserved"] }) { nodes { data fields { name values } } } }`;
    const entry = async (client: Client) => {
      const [node] = (await client.ask(query, { id: runId })).history.nodes;
      const field = node.fields.find(({ name }: Payload) => name === 'otherOrganizations');
      return { data: node.data.facts.otherOrganizations, shown: field.values };
    };
    expect(await entry(server.owner)).toEqual({ data: 2, shown: ['2'] });
    const limited = await limitedTo(ids[0]!);
    expect(await entry(limited)).toEqual({ data: 2, shown: ['Yes'] });
    const verified = `{ historyVerification(organizationId: "${ids[0]}") { ok } }`;
    expect((await limited.ask(verified)).historyVerification.ok).toBe(true);
  });

  it('names no longer those whose run was cancelled', async () => {
    const { currentRun } = (
      await server.owner.ask('query($id: ID!) { organization(id: $id) { currentRun { id } } }', {
        id: ids[2],
      })
    ).organization;
    await server.owner.must('cancelRun', { runId: currentRun.id, reason: 'x' });
    expect(await readBy(server.owner)).toMatch(/^Other organizations use shared too: Bellows\./);
    // Fewer than were counted, so that who sees one of two doesn't learn that it was the other.
    expect(await readBy(await limitedTo(ids[0]!, ids[1]!))).toMatch(NEUTRAL);
  });
});
