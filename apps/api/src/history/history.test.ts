import { createHash } from 'node:crypto';
import { canonicalJson } from '@keyway/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
let organizationId: string;
let runId: string;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
  organizationId = (await anOrganization(owner, { name: 'Ünïcode & Söns' })).id;
  await owner.must('connectAdobe', {
    organizationId,
    clientId: 'c',
    clientSecret: 'sandbox-x',
    scopes: ['openid'],
  });
  runId = await aRun(owner, organizationId);
  for (const track of ['AEP', 'CJA'])
    await owner.must('attestStep', {
      runId,
      track,
      step: 'ENTITLEMENT',
      statement: `Gesehen, "geprüft" \u2028 ${track}`,
    });
});
afterAll(() => server.close());

const ENTRY =
  'id at actor principal kind organization { id } run { id } data hash previousHash summary';
const entries = async (filter: object, first = 100): Promise<Payload[]> =>
  (
    await owner.ask(
      `query($f: HistoryFilter, $n: Int!) { history(first: $n, filter: $f) { nodes { ${ENTRY} } } }`,
      { f: filter, n: first },
    )
  ).history.nodes;

describe('history', () => {
  it('is a chain that anyone can verify from what the API serves', async () => {
    const chain = (await entries({ organizationId })).toReversed();
    expect(chain.map((entry) => entry.kind)).toEqual([
      'organizationCreated',
      'adobeConnected',
      'runStarted',
      'stepAttested',
      'stepAttested',
    ]);
    let previous = '0'.repeat(64);
    for (const {
      id,
      at,
      actor,
      principal,
      kind,
      organization,
      run,
      data,
      hash,
      previousHash,
    } of chain) {
      expect(principal).toMatch(/^token:[-0-9a-f]{36}$/);
      const canonical = canonicalJson({
        previous,
        id,
        at,
        actor,
        principal,
        kind,
        organization: organization?.id ?? null,
        run: run?.id ?? null,
        data,
      });
      expect(hash).toBe(createHash('sha256').update(canonical).digest('hex'));
      expect(previousHash).toBe(previous);
      previous = hash;
    }
    const verified = await owner.ask(
      'query($o: ID) { historyVerification(organizationId: $o) { ok entries brokenAt } }',
      {
        o: organizationId,
      },
    );
    expect(verified.historyVerification).toEqual({ ok: true, entries: 5, brokenAt: null });
  });

  it('finds and places a changed byte', async () => {
    const { id } = await anOrganization(owner);
    const [entry] = await entries({ organizationId: id });
    const uuid = Buffer.from(entry!.id as string, 'base64url')
      .toString()
      .split(':')[1];
    const [{ find }] = (await server.database.query<{ find: string }>(
      `select column_name as find from information_schema.columns where table_name = 'history_entry' and column_name in ('actor', 'actor_name') limit 1`,
    )) as [{ find: string }];
    await server.database.query(
      `set session_replication_role = replica; update history_entry set ${find} = ${find} || '.' where id = '${uuid}'`,
    );
    const verified = await owner.ask(
      'query($o: ID) { historyVerification(organizationId: $o) { ok brokenAt } }',
      { o: id },
    );
    expect(verified.historyVerification).toEqual({ ok: false, brokenAt: entry!.id });
  });

  it('is newest first, filtered, with a summary and the actor', async () => {
    const attested = await entries({ runId, kind: ['stepAttested'] });
    expect(attested).toHaveLength(2);
    expect(attested[0].at >= attested[1].at).toBe(true);
    expect(attested[0]).toMatchObject({
      actor: 'Bootstrap token (bootstrap token)',
      principal: expect.stringMatching(/^token:/) as string,
      organization: { id: organizationId },
      run: { id: runId },
      data: { track: 'CJA' },
    });
    expect(attested[0].summary).not.toBe('stepAttested');
    expect(await entries({ runId, until: attested[1].at })).toHaveLength(1);
    expect(await entries({ kind: ['no\u0000such'] })).toEqual([]);
    expect(await entries({ runId, actor: 'bootstrap', kind: ['stepAttested'] })).toEqual(attested);
    expect(await entries({ runId, actor: 'token' })).toEqual([]);
    const all = await entries({ runId });
    const others = await entries({ runId, exceptKind: ['stepAttested', 'no\u0000such'] });
    expect(all.length - others.length).toBe(attested.length);
    expect(await entries({ runId, kind: ['stepAttested'], exceptKind: ['stepAttested'] })).toEqual(
      [],
    );
    const node = await owner.ask(
      'query($id: ID!) { node(id: $id) { __typename ... on HistoryEntry { hash } } }',
      { id: attested[0].id },
    );
    expect(node.node).toEqual({ __typename: 'HistoryEntry', hash: attested[0].hash });
    const ofRun = await owner.ask(
      'query($id: ID!) { run(id: $id) { history(first: 2) { nodes { kind } pageInfo { hasNextPage } } } }',
      {
        id: runId,
      },
    );
    expect(ofRun.run.history).toEqual({
      nodes: [{ kind: 'stepAttested' }, { kind: 'stepAttested' }],
      pageInfo: { hasNextPage: true },
    });
  });
});
