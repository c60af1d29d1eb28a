/**
 * Viewers share the execution of an event where all of them would get the same, and only there.
 * What each gets is compared with what the same viewer reads alone, by HTTP.
 */
import type { PartnerScope, PartnerStore } from '@keyway/store';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';
import { Subscriber } from '../testing/subscriber.ts';

let server: TestServer;
let subscriber: Subscriber;
beforeAll(async () => {
  server = await aServer({}, { recheckSocketsEveryMs: 50 });
  subscriber = new Subscriber(server);
});
afterAll(() => server.close());
afterEach(async () => {
  await subscriber.closeAll();
  vi.restoreAllMocks();
});

const FIELDS = `id version status sentence(locale: $locale) nextActions { mutation track step movesRun label(locale: $locale) }
  tracks { id noApprover approval { status requestedBy mayNotDecide noApprover } steps { id status title(locale: $locale) } }
  organization { name nextActions { mutation } currentRun { id nextActions { mutation } tracks { approval { mayNotDecide } } } }`;
const CHANGES = `subscription($locale: String!) { runsChanged { ${FIELDS} } }`;
const ALONE = `query($id: ID!, $locale: String!) { run(id: $id) { ${FIELDS} } }`;
const NAMES = 'subscription { runsChanged { version organization { name } } }';

interface Begun {
  runId: string;
  organizationId: string;
}

/** A run on whose AEP track this client has requested the approval. */
async function requestedBy(client: Client): Promise<Begun> {
  const run = await aRunToApprove(server, { owner: client });
  await client.must('requestApproval', { runId: run.runId, track: 'AEP' });
  return run;
}

const change = (runId: string): Promise<unknown> =>
  server.owner.must('attestStep', { runId, track: 'CJA', step: 'ENTITLEMENT', statement: 'x' });

/** Counts the executions that read an organization; `gate` delays them. */
function countExecutions(gate: Promise<void> = Promise.resolve()): () => number {
  const forPartner = server.store.forPartner.bind(server.store);
  let count = 0;
  vi.spyOn(server.store, 'forPartner').mockImplementation((scope: PartnerScope): PartnerStore => {
    const partner = forPartner(scope);
    const organizationsByIds: PartnerStore['organizationsByIds'] = async (ids) => {
      count += 1;
      await gate;
      return partner.organizationsByIds(ids);
    };
    return Object.create(partner, {
      organizationsByIds: { value: organizationsByIds },
    }) as PartnerStore;
  });
  return () => count;
}

describe('an event', () => {
  it('is for each viewer what they read alone', async () => {
    const requester = await server.person('OWNER');
    const { runId, organizationId } = await requestedBy(requester);
    const other = await requestedBy(requester);
    const scopes = ['read', 'runs:write', 'approve'];
    const insiders: Record<string, Client> = {
      requester,
      'another owner': await server.person('OWNER'),
      bootstrap: server.owner,
      'an owner without a scope': await server.person('OWNER', scopes),
      'an operator': await server.person('OPERATOR'),
      'an approver': await server.person('APPROVER'),
      'another approver': await server.person('APPROVER'),
      'an auditor': await server.person('AUDITOR'),
      'a reader': await server.person('OWNER', ['read']),
      'limited to it': await server.person('OWNER', undefined, [organizationId]),
      'limited to both': await server.person('OWNER', undefined, [
        organizationId,
        other.organizationId,
      ]),
    };
    const outsiders: Record<string, Client> = {
      'limited to another': await server.person('OWNER', undefined, [other.organizationId]),
      'another partner': await server.otherOwner(),
    };
    const listeners = new Map<string, Awaited<ReturnType<Subscriber['subscribe']>>>();
    for (const [name, { token }] of Object.entries({ ...insiders, ...outsiders }))
      for (const locale of ['en', 'es'])
        listeners.set(`${name} ${locale}`, await subscriber.subscribe(token, CHANGES, { locale }));
    await change(runId);
    const seen = new Set<string>();
    for (const [name, client] of Object.entries(insiders)) {
      for (const locale of ['en', 'es']) {
        const { data, errors } = await listeners.get(`${name} ${locale}`)!.next();
        const { run } = await client.ask(ALONE, { id: runId, locale });
        expect([name, locale, errors, data.runsChanged]).toEqual([name, locale, undefined, run]);
        seen.add(JSON.stringify(data));
      }
    }
    // requester, owner, approver, operator, auditor: in two languages
    expect(seen.size).toBeGreaterThanOrEqual(10);
    for (const name of Object.keys(outsiders))
      for (const locale of ['en', 'es'])
        expect(listeners.get(`${name} ${locale}`)!.waiting).toEqual([]);
  });

  it('says to the only one who could approve that nobody else can', async () => {
    const { id: organizationId } = await anOrganization(server.owner);
    await server.owner.must('setPolicy', { organizationId, fourEyes: 'OWN_APPROVER' });
    const runId = await aRun(server.owner, organizationId);
    const own = await server.person('OWNER', undefined, [organizationId]);
    const listener = await subscriber.subscribe(own.token, CHANGES, { locale: 'en' });
    await change(runId);
    const { data } = await listener.next();
    const { run } = await own.ask(ALONE, { id: runId, locale: 'en' });
    expect(data.runsChanged).toEqual(run);
    expect(run.tracks[0].noApprover).toBe('ONLY_REQUESTER');
  });

  it('is executed once for viewers with the same rights', async () => {
    const runId = await aRun(server.owner, (await anOrganization(server.owner)).id);
    const people = await Promise.all(Array.from({ length: 5 }, () => server.person('AUDITOR')));
    const listeners = [];
    for (const { token } of [...people, ...people])
      listeners.push(await subscriber.subscribe(token, NAMES));
    const executions = countExecutions();
    await change(runId);
    const events = await Promise.all(listeners.map(({ next }) => next()));
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(1);
    expect(executions()).toBe(1);
  });

  it('is executed apart for whom a run names, for other rights, and for other questions', async () => {
    const requester = await server.person('OWNER');
    const { runId, organizationId } = await requestedBy(requester);
    const limited = await server.person('OWNER', undefined, [organizationId]);
    const subscriptions: [Client, string, string][] = [
      [server.owner, CHANGES, 'en'],
      [await server.person('OWNER'), CHANGES, 'en'],
      [await server.person('OWNER'), CHANGES, 'en'],
      [requester, CHANGES, 'en'],
      [await server.person('APPROVER'), CHANGES, 'en'],
      [limited, CHANGES, 'en'],
      [server.owner, CHANGES, 'es'],
      [server.owner, `${CHANGES} `, 'en'],
    ];
    const listeners = [];
    for (const [{ token }, query, locale] of subscriptions)
      listeners.push(await subscriber.subscribe(token, query, { locale }));
    const executions = countExecutions();
    await change(runId);
    await Promise.all(listeners.map(({ next }) => next()));
    // One for the three owners whom the run does not name.
    expect(executions()).toBe(listeners.length - 2);
  });

  it('reaches nobody whose token was revoked while it was executed', async () => {
    const runId = await aRun(server.owner, (await anOrganization(server.owner)).id);
    const revoked = await server.owner.must(
      'createApiToken',
      { name: 'revoked', role: 'AUDITOR', scopes: ['read'] },
      'token apiToken { id }',
    );
    const gone = await subscriber.subscribe(revoked.token as string, NAMES);
    const staying = await subscriber.subscribe(
      (await server.person('AUDITOR', ['read'])).token,
      NAMES,
    );
    let open = (): void => undefined;
    const executions = countExecutions(new Promise((resolve) => (open = resolve)));
    await change(runId);
    await expect.poll(executions).toBe(1);
    await server.owner.must('revokeApiToken', { id: revoked.apiToken.id });
    expect(await gone.ended).toMatchObject({ code: 4403 });
    open();
    expect((await staying.next()).data.runsChanged.version).toBe(2);
    expect(gone.waiting).toEqual([]);
    expect(executions()).toBe(1);
  });

  it('ends the subscription where its execution fails by a bug', async () => {
    const { id } = await anOrganization(server.owner);
    const runId = await aRun(server.owner, id);
    const { token } = await server.person('AUDITOR', ['read'], [id]);
    const { ended } = await subscriber.subscribe(token, NAMES);
    const forPartner = server.store.forPartner.bind(server.store);
    vi.spyOn(server.store, 'forPartner').mockImplementation((scope) => {
      if (scope.organizationIds) throw new Error('a bug');
      return forPartner(scope);
    });
    await change(runId);
    expect(await ended).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
    await expect.poll(metrics).toContain('keyway_subscriptions 0\n');
  });
});
