/** Inboxes, from outside: mentions, reading, and what programs are refused. */
import { globalId, type Role } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  anOrganization,
  aRun,
  aServer,
  missingId,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { Browser } from '../testing/browser.ts';
import { socketAddress } from '../testing/subscriber.ts';

const PUBLIC_URL = 'http://localhost:8586';
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ publicUrl: PUBLIC_URL });
});
const sockets: { dispose: () => unknown }[] = [];
afterAll(async () => {
  for (const socket of sockets) await socket.dispose();
  await server.close();
});

/** A person, signed in with a browser. */
async function person(name: string, role: Role = 'OPERATOR', imsOrgIds: string[] | null = null) {
  const member = await aMember(server.store, server.partnerId, { name, role, imsOrgIds });
  const limits = { idleSeconds: 600, longestSeconds: 600 };
  const { token } = await server.store.system().createSession(member.id, limits);
  const browser = new Browser(() => server, PUBLIC_URL);
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  const ask = async (query: string): Promise<Payload> => {
    const { json } = await browser.graphql(query);
    if (json.errors) throw new Error(JSON.stringify(json.errors));
    return json.data;
  };
  const mutate = async (mutation: string, input: string, fields: string): Promise<Payload> => {
    const wanted = `${fields} userErrors { code field message }`;
    return (await ask(`mutation { ${mutation}(input: ${input}) { ${wanted} } }`))[mutation];
  };
  return {
    memberId: globalId('Member', member.id),
    token,
    ask,
    mutate,
    comment: (runId: string, text: string, mentions: string[]): Promise<Payload> =>
      mutate(
        'addComment',
        `{ runId: "${runId}", text: "${text}", track: AEP, step: VAULT, mentions: ${JSON.stringify(mentions)} }`,
        'run { id }',
      ),
    marks: (input: string) =>
      mutate('markInboxRead', input, 'changed items { id readAt } viewer { unreadCount }'),
    inbox: async (given = ''): Promise<Payload> =>
      (
        await ask(
          `{ viewer { unreadCount inbox${given} { nodes { id kind title organization { name } runId alertId track step actor excerpt at createdAt readAt } pageInfo { hasNextPage endCursor } } } }`,
        )
      ).viewer,
  };
}

/** What comes by the live connection of somebody who signed in with a browser. */
async function inboxOf({ token }: { token: string }): Promise<number[]> {
  class OwnSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      const headers = { cookie: `__Host-keyway=${token}`, origin: PUBLIC_URL };
      super(address, protocols, { headers });
    }
  }
  const socket = createClient({ url: socketAddress(server), webSocketImpl: OwnSocket });
  sockets.push(socket);
  const counts: number[] = [];
  socket.subscribe<Payload>(
    { query: 'subscription { inboxChanged { unreadCount } }' },
    {
      next: ({ data }) => counts.push((data as Payload).inboxChanged.unreadCount as number),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  await expect.poll(() => counts.length).toBe(1);
  return counts;
}

const fill = async (): Promise<void> => {
  while ((await server.store.inboxes.derive()) > 0);
};
const codes = ({ userErrors }: Payload): unknown[] =>
  userErrors.map(({ code, field }: Payload) => [code, field?.join('.') ?? null]);

async function aRunNamed(name: string) {
  const { id, imsOrgId } = await anOrganization(server.owner, { name });
  return { runId: await aRun(server.owner, id), organizationId: id as string, imsOrgId };
}

describe('an inbox', () => {
  it('has what names a person, in their language, and is read item by item or whole', async () => {
    const { runId } = await aRunNamed('Contoso');
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    expect((await ben.comment(runId, 'Please see', [ana.memberId])).userErrors).toEqual([]);
    await ben.comment(runId, 'x'.repeat(300), [ana.memberId, ana.memberId]);
    await fill();
    const { unreadCount, inbox } = await ana.inbox();
    expect(unreadCount).toBe(2);
    expect(inbox.nodes[1]).toMatchObject({
      ...{ kind: 'MENTIONED', organization: { name: 'Contoso' }, runId, alertId: null },
      ...{ track: 'AEP', step: 'VAULT', actor: 'Ben', excerpt: 'Please see', readAt: null },
      title: 'Ben mentioned you in a comment on Contoso, Vault',
    });
    expect(inbox.nodes[0].excerpt).toBe(`${'x'.repeat(280)}…`);
    const spanish = await ana.ask('{ viewer { inbox { nodes { title(locale: "es") } } } }');
    expect(spanish.viewer.inbox.nodes[1].title).toMatch(/^Ben le mencionó en un comentario/);
    const [newest, oldest] = inbox.nodes as Payload[];
    expect(await ana.marks(`{ ids: ["${newest.id}"] }`)).toMatchObject({
      ...{ changed: 1, viewer: { unreadCount: 1 }, userErrors: [] },
      items: [{ id: newest.id, readAt: expect.any(String) }],
    });
    expect((await ana.inbox('(unreadOnly: true)')).inbox.nodes).toMatchObject([{ id: oldest.id }]);
    expect((await ana.inbox('(kinds: [HEALTH])')).inbox.nodes).toEqual([]);
    const page = (await ana.inbox('(first: 1)')).inbox;
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await ana.inbox(`(first: 1, after: "${page.pageInfo.endCursor}")`);
    expect(next.inbox.nodes).toMatchObject([{ id: oldest.id }]);
    expect(await ana.marks(`{ allUntil: "${newest.createdAt}" }`)).toMatchObject({
      ...{ changed: 1, items: null },
    });
    expect(await ana.marks(`{ ids: ["${newest.id}"], read: false }`)).toMatchObject({
      viewer: { unreadCount: 1 },
    });
    expect((await ben.inbox()).inbox.nodes).toEqual([]);
    for (const ids of [newest.id, missingId('InboxItem'), 'x'])
      expect(codes(await ben.marks(`{ ids: ["${ids}"] }`))).toEqual([['NOT_FOUND', 'ids']]);
    for (const wrong of ['{ }', `{ ids: [], allUntil: "${newest.createdAt}" }`])
      expect(codes(await ana.marks(wrong))).toEqual([['INVALID_INPUT', null]]);
    const many = JSON.stringify(Array.from({ length: 101 }, () => missingId('InboxItem')));
    expect(codes(await ana.marks(`{ ids: ${many} }`))).toEqual([['INVALID_INPUT', 'ids']]);
  });

  it('sends its count live to its owner alone, also when another page reads', async () => {
    const { runId } = await aRunNamed('Live');
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const [anas, other, bens] = [await inboxOf(ana), await inboxOf(ana), await inboxOf(ben)];
    await ben.comment(runId, 'Now', [ana.memberId]);
    await fill();
    await expect.poll(() => [anas.at(-1), other.at(-1)]).toEqual([1, 1]);
    await ana.marks(`{ allUntil: "2090-01-01T00:00:00Z" }`);
    await expect.poll(() => [anas.at(-1), other.at(-1)]).toEqual([0, 0]);
    expect(bens).toEqual([0]);
  });

  it('is a person’s: a token has none, also one of a member', async () => {
    for (const client of [server.owner, await server.person('AUDITOR', ['read'])]) {
      const { errors, data } = await client.raw({
        query: '{ viewer { name unreadCount inbox { nodes { id } } } }',
      });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(data).toMatchObject({ viewer: { unreadCount: null, inbox: null } });
      const marked = await client.mutate('markInboxRead', { allUntil: '2090-01-01T00:00:00Z' });
      expect(codes(marked)).toEqual([['FORBIDDEN', null]]);
    }
  });
});

describe('an approval', () => {
  const RUN = 'run { id }';
  const approveBy = (who: { mutate: Mutate }, { runId, imsOrgId }: RunToApprove) =>
    who.mutate('approve', `{ runId: "${runId}", track: AEP, confirmImsOrgId: "${imsOrgId}" }`, RUN);
  const requestBy = (who: { mutate: Mutate }, { runId }: RunToApprove) =>
    who.mutate('requestApproval', `{ runId: "${runId}", track: AEP }`, RUN);
  type Mutate = (mutation: string, input: string, fields: string) => Promise<Payload>;

  it('that somebody decided is asked of nobody any more, live, and who requested it hears', async () => {
    const run = await aRunToApprove(server);
    const ben = await person('Ben');
    const [ana, olga] = [await person('Ana', 'APPROVER'), await person('Olga', 'APPROVER')];
    expect(codes(await requestBy(ben, run))).toEqual([]);
    await fill();
    const [live, bens] = [await inboxOf(olga), await inboxOf(ben)];
    expect(live).toEqual([1]);
    expect(codes(await approveBy(ana, run))).toEqual([]);
    await fill();
    await expect.poll(() => [live.at(-1), bens.at(-1)]).toEqual([0, 1]);
    expect((await olga.inbox()).inbox.nodes).toMatchObject([
      { kind: 'APPROVAL_REQUESTED', readAt: expect.any(String) },
    ]);
    expect((await ben.inbox('(kinds: [APPROVAL_GRANTED])')).inbox.nodes).toMatchObject([
      {
        ...{ kind: 'APPROVAL_GRANTED', runId: run.runId, track: 'AEP', step: 'APPROVAL' },
        ...{ actor: 'Ana', readAt: null },
        title: expect.stringMatching(/^Ana approved the request for .+, /),
      },
    ]);
    const { viewer } = await ben.ask('{ viewer { inbox { nodes { title(locale: "es") } } } }');
    expect(viewer.inbox.nodes[0].title).toMatch(/^Ana aprobó la solicitud para /);
  });

  it('of a bulk job is heard of by whoever started it, and of a program’s by nobody', async () => {
    const [bulk, own] = [await aRunToApprove(server), await aRunToApprove(server)];
    const [ben, ana] = [await person('Ben'), await person('Ana', 'APPROVER')];
    const job = `{ action: REQUEST_APPROVAL, track: AEP, organizationIds: ["${bulk.organizationId}"] }`;
    expect(codes(await ben.mutate('startBulk', job, 'job { id }'))).toEqual([]);
    while ((await server.store.bulk.work()) > 0);
    await server.owner.must('requestApproval', { runId: own.runId, track: 'AEP' });
    await fill();
    expect((await ana.inbox()).unreadCount).toBe(2);
    const refusal = `{ runId: "${bulk.runId}", track: AEP, reason: "Not this key." }`;
    expect(codes(await ana.mutate('refuse', refusal, RUN))).toEqual([]);
    expect(codes(await approveBy(ana, own))).toEqual([]);
    await fill();
    expect((await ana.inbox()).unreadCount).toBe(0);
    expect((await ben.inbox()).inbox.nodes).toMatchObject([
      { kind: 'APPROVAL_REFUSED', runId: bulk.runId, actor: 'Ana' },
    ]);
  });
});

describe('a comment', () => {
  it('names members who see the organization, and nobody else', async () => {
    const { runId, organizationId, imsOrgId } = await aRunNamed('North');
    const elsewhere = await aRunNamed('South');
    const [ben, nora] = [await person('Ben'), await person('Nora', 'AUDITOR', [imsOrgId])];
    const sam = await person('Sam', 'OPERATOR', [elsewhere.imsOrgId]);
    const gone = await person('Gone');
    await server.owner.must('removeMember', { memberId: gone.memberId });
    for (const [wrong, refused] of [
      [[sam.memberId], ['INVALID_INPUT', 'mentions']],
      [[gone.memberId], ['NOT_FOUND', 'mentions']],
      [
        [nora.memberId, missingId('Member')],
        ['NOT_FOUND', 'mentions'],
      ],
      [[organizationId], ['NOT_FOUND', 'mentions']],
      [Array.from({ length: 21 }, (_, at) => `x${at}`), ['INVALID_INPUT', 'mentions']],
    ] as const)
      expect(codes(await ben.comment(runId, 'x', [...wrong]))).toEqual([refused]);
    await fill();
    expect((await nora.inbox()).inbox.nodes).toEqual([]);
    expect(codes(await ben.comment(runId, 'Hello', [nora.memberId]))).toEqual([]);
    expect(codes(await sam.comment(runId, 'Hello', [nora.memberId]))).toEqual([
      ['NOT_FOUND', 'runId'],
    ]);
    await fill();
    expect((await nora.inbox()).inbox.nodes).toMatchObject([{ excerpt: 'Hello' }]);
    const { history } = await ben.ask(
      `{ history(first: 1, filter: { runId: "${runId}" }) { nodes { data } } }`,
    );
    expect(history.nodes[0].data).toMatchObject({ text: 'Hello', mentions: [nora.memberId] });
  });

  it('offers colleagues by name who see the organization, to who sees it', async () => {
    const { organizationId, imsOrgId } = await aRunNamed('West');
    const other = await aRunNamed('East');
    const near = await person('Near colleague', 'AUDITOR', [imsOrgId]);
    await person('Far colleague', 'OWNER', [other.imsOrgId]);
    const wide = await person('Wide colleague', 'APPROVER');
    const query = (id: string): string =>
      `{ colleagues(organizationId: "${id}", text: "COLLEAGUE") { id name email grants { role } } }`;
    const nameOnly = { email: null, grants: [] };
    for (const who of [near, wide])
      expect((await who.ask(query(organizationId))).colleagues).toEqual([
        { id: near.memberId, name: 'Near colleague', ...nameOnly },
        { id: wide.memberId, name: 'Wide colleague', ...nameOnly },
      ]);
    for (const id of [other.organizationId, missingId('Organization'), 'x'])
      expect((await near.ask(query(id))).colleagues).toEqual([]);
  });
});
