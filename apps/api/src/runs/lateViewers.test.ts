/**
 * Viewers whose role changes between the execution of an event that they share and its sending: in
 * an api that was stopped meanwhile, and in one whose check of credentials takes long.
 */
import type { PartnerScope, PartnerStore } from '@keyway/store';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { anOrganization, aRun, aServer, type TestServer } from '../testing/aServer.ts';
import { Subscriber, type Subscribed } from '../testing/subscriber.ts';

const EVENTS =
  'subscription { runsChanged { version nextActions { mutation } organization { name } } }';
const STALL_SECONDS = 3600;

let server: TestServer;
let subscriber: Subscriber;
beforeAll(async () => {
  // No regular check comes to the rescue.
  server = await aServer({}, { recheckSocketsEveryMs: 600_000 });
  subscriber = new Subscriber(server);
});
afterAll(() => server.close());
afterEach(async () => {
  vi.restoreAllMocks();
  await subscriber.closeAll();
});

interface Gate {
  /** Resolves when somebody waits at it. */
  reached: Promise<void>;
  passing: () => Promise<void>;
  open: () => void;
}

function aGate(): Gate {
  let open = (): void => undefined;
  let reach = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return { reached, passing: () => (reach(), opened), open };
}

/** The execution reads the run and the organization, and is held before it ends. */
function holdExecutions({ passing }: Gate): void {
  const forPartner = server.store.forPartner.bind(server.store);
  vi.spyOn(server.store, 'forPartner').mockImplementation((scope: PartnerScope): PartnerStore => {
    const partner = forPartner(scope);
    const organizationsByIds: PartnerStore['organizationsByIds'] = async (ids) => {
      const found = await partner.organizationsByIds(ids);
      await passing();
      return found;
    };
    return Object.create(partner, {
      organizationsByIds: { value: organizationsByIds },
    }) as PartnerStore;
  });
}

async function aToken(): Promise<{ id: string; listener: Subscribed }> {
  const made = await server.owner.must(
    'createApiToken',
    { name: 'operator', role: 'OPERATOR', scopes: ['read', 'runs:write'] },
    'token apiToken { id }',
  );
  const listener = await subscriber.subscribe(made.token as string, EVENTS);
  return { id: made.apiToken.id as string, listener };
}

/** A run; returns what changes it, once a track. */
async function aChangeableRun(): Promise<(track: 'AEP' | 'CJA') => Promise<unknown>> {
  const runId = await aRun(server.owner, (await anOrganization(server.owner)).id);
  const step = { runId, step: 'ENTITLEMENT', statement: 'x', reference: 'C-1' };
  return (track) => server.owner.must('attestStep', { ...step, track });
}

const idOf = (globalId: string): string =>
  Buffer.from(globalId, 'base64url').toString().split(':')[1]!;

it('an api that was stopped in between sends the event to nobody whose role changed', async () => {
  const change = await aChangeableRun();
  const [demoted, staying] = [await aToken(), await aToken()];
  const gate = aGate();
  holdExecutions(gate);
  await change('CJA');
  await gate.reached;
  // By another api: this one hears nothing of it.
  await server.database.query(`update api_token set role = 'AUDITOR' where id = $1`, [
    idOf(demoted.id),
  ]);
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + STALL_SECONDS * 1000);
  gate.open();
  expect((await staying.listener.next()).data.runsChanged.version).toBe(2);
  expect(await demoted.listener.ended).toMatchObject({ code: 4403 });
  expect(demoted.listener.waiting).toEqual([]);
});

it('an api sends nothing until the check is over that follows a change of access', async () => {
  const change = await aChangeableRun();
  const [revoked, staying] = [await aToken(), await aToken()];
  const [execution, check] = [aGate(), aGate()];
  holdExecutions(execution);
  await change('CJA');
  await execution.reached;
  const system = server.store.system();
  const authenticateToken = system.authenticateToken.bind(system);
  const spy = vi.spyOn(server.store, 'system').mockReturnValue(
    Object.assign(Object.create(system) as typeof system, {
      authenticateToken: async (token: string) => {
        const found = await authenticateToken(token);
        if (found?.grants[0]?.role === 'OPERATOR' || !found) await check.passing();
        return found;
      },
    }),
  );
  await server.owner.must('revokeApiToken', { id: revoked.id });
  await check.reached;
  execution.open();
  // Whoever is not held has got the event by now: the owner, whose own check is answered.
  const owner = await subscriber.subscribe(server.owner.token, EVENTS);
  await change('AEP');
  expect((await owner.next()).data.runsChanged.version).toBe(3);
  expect([revoked.listener.waiting, staying.listener.waiting]).toEqual([[], []]);
  check.open();
  spy.mockRestore();
  expect(await revoked.listener.ended).toMatchObject({ code: 4403 });
  expect((await staying.listener.next()).data.runsChanged.version).toBe(2);
  expect(revoked.listener.waiting).toEqual([]);
});
