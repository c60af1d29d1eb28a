import type { PartnerScope, PartnerStore } from '@keyway/store';
import { aMember } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  anOrganization,
  aRun,
  aServer,
  missingId,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { socketAddress, Subscriber } from '../testing/subscriber.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer({}, { recheckSocketsEveryMs: 50 });
  owner = server.owner;
  subscriber = new Subscriber(server);
});
afterAll(() => server.close());

let subscriber: Subscriber;
afterEach(() => subscriber.closeAll());
const subscribe: Subscriber['subscribe'] = (...question) => subscriber.subscribe(...question);

const attest = (runId: string, track = 'AEP') =>
  owner.must('attestStep', { runId, track, step: 'ENTITLEMENT', statement: 'x' });
const begun = async (client = owner): Promise<{ runId: string; organizationId: string }> => {
  const { id } = await anOrganization(owner);
  return { runId: await aRun(client, id), organizationId: id };
};

/** Lets a read of partners fail once, until the end of the test; answers how often it was asked. */
function failingOnce(read: keyof PartnerStore): () => number {
  const forPartner = server.store.forPartner.bind(server.store);
  let reads = 0;
  vi.spyOn(server.store, 'forPartner').mockImplementation(
    (scope: PartnerScope): PartnerStore =>
      new Proxy(forPartner(scope), {
        get: (partner, name: keyof PartnerStore) => {
          if (name === read && reads++ === 0) return () => Promise.reject(new Error('gone'));
          const value: unknown = partner[name];
          return typeof value === 'function' ? (value.bind(partner) as unknown) : value;
        },
      }),
  );
  return () => reads;
}
afterEach(() => void vi.restoreAllMocks());

describe('runChanged', () => {
  it('starts with the current run, then sends every change, as this viewer sees it', async () => {
    const { runId } = await begun();
    const other = await begun();
    const events = await subscribe(
      owner.token,
      'subscription($id: ID!) { runChanged(runId: $id) { id version organization { currentRun { version } } nextActions { mutation } } }',
      { id: runId },
    );
    expect((await events.next()).data.runChanged).toMatchObject({ id: runId, version: 1 });
    await attest(other.runId);
    await attest(runId);
    const second = (await events.next()).data.runChanged;
    expect(second).toMatchObject({
      id: runId,
      version: 2,
      organization: { currentRun: { version: 2 } },
    });
    await attest(runId, 'CJA');
    expect((await events.next()).data.runChanged).toMatchObject({
      id: runId,
      version: 3,
      organization: { currentRun: { version: 3 } },
    });
  });

  it('does not miss what happened between the last read and the subscription', async () => {
    const { runId } = await begun();
    await attest(runId);
    const events = await subscribe(
      owner.token,
      'subscription($id: ID!) { runChanged(runId: $id) { version } }',
      { id: runId },
    );
    expect((await events.next()).data.runChanged.version).toBe(2);
  });

  it('outlives a database that does not answer for a while', async () => {
    const { runId } = await begun();
    const events = await subscribe(
      owner.token,
      'subscription($id: ID!) { runChanged(runId: $id) { version } }',
      { id: runId },
    );
    expect((await events.next()).data.runChanged.version).toBe(1);
    const reads = failingOnce('run');
    await attest(runId);
    expect(await events.next()).toEqual({ data: { runChanged: { version: 2 } } });
    expect(reads()).toBeGreaterThan(1);
  });

  it('sends what only the history of the run has, to who sees it alone', async () => {
    const { runId } = await begun();
    const other = await begun();
    const [limited, foreign] = [
      await server.person('OPERATOR', undefined, [other.organizationId]),
      await server.otherOwner(),
    ];
    const query = `subscription($id: ID!) { runChanged(runId: $id) { version handOffs { note } history(first: 1) { nodes { kind actor } } } }`;
    const events = await subscribe(owner.token, query, { id: runId });
    expect((await events.next()).data.runChanged).toMatchObject({ version: 1, handOffs: [] });
    const all = 'subscription { runsChanged { organization { id } } }';
    const others = [await subscribe(limited.token, all), await subscribe(foreign.token, all)];
    const colleague = await server.person('OPERATOR');
    const input = { runId, actor: 'AZURE_ADMIN', note: 'By Friday' };
    const { handOff } = await colleague.must('createHandOff', input, 'handOff { id }');
    expect((await events.next()).data.runChanged).toMatchObject({
      ...{ version: 1, handOffs: [{ note: 'By Friday' }] },
      history: { nodes: [{ kind: 'handOffCreated' }] },
    });
    await colleague.must('revokeHandOff', { id: handOff.id });
    expect((await events.next()).data.runChanged).toMatchObject({
      ...{ version: 1, history: { nodes: [{ kind: 'handOffRevoked' }] } },
    });
    // What comes next to the others is of the organization that they see.
    await attest(other.runId);
    expect((await others[0]!.next()).data.runsChanged).toEqual({
      organization: { id: other.organizationId },
    });
    expect(others[1]!.waiting).toEqual([]);
  });

  it('answers a foreign run as a missing one', async () => {
    const { runId } = await begun();
    const otherOwner = await server.otherOwner();
    const query = 'subscription($id: ID!) { runChanged(runId: $id) { id } }';
    const answers: Payload[] = [];
    for (const id of [runId, missingId('Run'), 'x']) {
      const { ended, waiting } = await subscribe(otherOwner.token, query, { id });
      await ended;
      answers.push(waiting);
    }
    expect(answers[0]).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe('runsChanged', () => {
  it('sends what its filter matches, and nothing of other organizations', async () => {
    const { runId, organizationId } = await begun();
    const other = await begun();
    const limited = await server.person('OPERATOR', undefined, [organizationId]);
    const otherOwner = await server.otherOwner();
    const query = 'subscription($f: RunFilter) { runsChanged(filter: $f) { id version } }';
    const all = await subscribe(owner.token, query);
    const filtered = await subscribe(owner.token, query, {
      f: { organizationIds: [organizationId] },
    });
    const oneOnly = await subscribe(limited.token, query);
    const foreign = await subscribe(otherOwner.token, query);
    await attest(other.runId);
    expect((await all.next()).data.runsChanged.id).toBe(other.runId);
    await attest(runId);
    expect((await all.next()).data.runsChanged).toEqual({ id: runId, version: 2 });
    expect((await filtered.next()).data.runsChanged.id).toBe(runId);
    expect((await oneOnly.next()).data.runsChanged.id).toBe(runId);
    expect([filtered.waiting, oneOnly.waiting, foreign.waiting]).toEqual([[], [], []]);
  });

  it('begins with what changed just before, for who has read it and asks', async () => {
    const { runId, organizationId } = await begun();
    const other = await begun();
    const limited = await server.person('OPERATOR', undefined, [organizationId]);
    const query =
      'subscription($recent: Boolean) { runsChanged(withRecent: $recent) { id version } }';
    // What was read is older than this change, and the subscription newer.
    await attest(runId);
    await attest(runId, 'CJA');
    await attest(other.runId);
    const asking = await subscribe(limited.token, query, { recent: true });
    expect((await asking.next()).data.runsChanged).toEqual({ id: runId, version: 3 });
    const all = await subscribe(owner.token, query, { recent: true });
    const seen = new Set<string>();
    while (!seen.has(other.runId)) seen.add((await all.next()).data.runsChanged.id as string);
    expect(seen.has(runId)).toBe(true);
    const foreign = await subscribe((await server.otherOwner()).token, query, { recent: true });
    const plain = await subscribe(owner.token, query, { recent: false });
    await attest(other.runId, 'CJA');
    expect((await plain.next()).data.runsChanged).toEqual({ id: other.runId, version: 3 });
    expect([asking.waiting, foreign.waiting]).toEqual([[], []]);
  });

  it('sends the newest entries of the history with the change', async () => {
    const { runId } = await begun();
    const query =
      'subscription { runsChanged { history(first: 10) { edges { node { kind summary organization { name } run { id } } } } } }';
    const events = await subscribe(owner.token, query);
    await attest(runId);
    const [newest] = (await events.next()).data.runsChanged.history.edges;
    expect(newest.node).toMatchObject({ kind: 'stepAttested', run: { id: runId } });
  });
});

describe('a filter', () => {
  it('is asked again while the database does not answer', async () => {
    const { runId, organizationId } = await begun();
    const reads = failingOnce('runMatches');
    const events = await subscribe(
      owner.token,
      'subscription($f: RunFilter) { runsChanged(filter: $f) { id version } }',
      { f: { organizationIds: [organizationId] } },
    );
    await attest(runId);
    expect((await events.next()).data.runsChanged).toEqual({ id: runId, version: 2 });
    expect(reads()).toBe(2);
  });
});

describe('a socket', () => {
  const SUBSCRIPTION = 'subscription { runsChanged { id } }';

  it.each(['', 'kw_nonsense'])('is closed to the token %j', async (token) => {
    expect(await (await subscribe(token, SUBSCRIPTION)).ended).toMatchObject({ code: 4403 });
  });

  it('takes a cookie from our own pages alone', async () => {
    const member = await aMember(server.store, server.partnerId);
    const { token } = await server.store
      .system()
      .createSession(member.id, { idleSeconds: 60, longestSeconds: 600 });
    const connect = (origin: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(socketAddress(server), 'graphql-transport-ws', {
          origin,
          headers: { cookie: `__Host-keyway=${token}` },
        });
        socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
        socket.on(
          'message',
          (data: Buffer) => (
            resolve((JSON.parse(data.toString()) as { type: string }).type),
            socket.close()
          ),
        );
        socket.on('close', (code) => resolve(String(code)));
      });
    expect(await connect('http://localhost:4000')).toBe('connection_ack');
    expect(await connect('http://127.0.0.1:4000')).toBe('connection_ack');
    expect(await connect('https://localhost:4000')).toBe('4403');
    expect(await connect(server.url)).toBe('4403');
    expect(await connect('https://evil.example')).toBe('4403');
  });

  it('ends when its token is revoked', async () => {
    const { token, apiToken } = await owner.must(
      'createApiToken',
      { name: 'live', role: 'AUDITOR', scopes: ['read'] },
      'token apiToken { id }',
    );
    const events = await subscribe(token as string, SUBSCRIPTION);
    await owner.must('revokeApiToken', { id: apiToken.id });
    expect(await events.ended).toMatchObject({ code: 4403 });
  });

  it('ends when its token expires', async () => {
    const { token, apiToken } = await owner.must(
      'createApiToken',
      { name: 'short', role: 'AUDITOR', scopes: ['read'] },
      'token apiToken { id }',
    );
    const events = await subscribe(token as string, SUBSCRIPTION);
    const uuid = Buffer.from(apiToken.id as string, 'base64url')
      .toString()
      .split(':')[1];
    await server.database.query(
      `update api_token set expires_at = now() - interval '1 second' where id = $1`,
      [uuid],
    );
    expect(await events.ended).toMatchObject({ code: 4403 });
  });

  it.each([
    ['a query', '{ viewer { id } }', 'subscriptions'],
    ['a broken document', 'subscription {', 'Syntax'],
    ['an unknown field', 'subscription { nothing }', 'nothing'],
    [
      'too much',
      `subscription { runsChanged { ${Array.from({ length: 100 }, (_, i) => `a${i}: id`).join(' ')} } }`,
      'too complex',
    ],
  ])('refuses %s', async (_name, query, message) => {
    expect(await (await subscribe(owner.token, query)).ended).toMatchObject([
      { message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    ['an unknown value', { status: ['MARS'] }, 'MARS'],
    ['another type', 5, 'RunFilter'],
    ['an unknown field', { color: 'red' }, 'color'],
    ['no instant', { stuckSince: 'yesterday' }, 'RFC 3339'],
    [
      'too many organizations',
      { organizationIds: Array.from({ length: 1001 }, () => 'x') },
      '1000',
    ],
  ])('names what is wrong with a variable: %s', async (_name, f, named) => {
    const before = server.log.length;
    const { ended, waiting } = await subscribe(
      owner.token,
      'subscription($f: RunFilter) { runsChanged(filter: $f) { id } }',
      { f },
    );
    await ended;
    expect(waiting).toMatchObject([
      {
        errors: [
          { message: expect.stringContaining(named), extensions: { code: 'BAD_USER_INPUT' } },
        ],
      },
    ]);
    expect(server.log.slice(before)).toEqual([]);
  });

  it('needs the scope read', async () => {
    const client = await server.person('OPERATOR', ['runs:write']);
    expect(await (await subscribe(client.token, SUBSCRIPTION)).ended).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
