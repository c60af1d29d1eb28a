/** Which approvals a policy would void, before it is set: those that it then voids. */
import { globalId } from '@keyway/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const RULES = {
  fourEyes: 'ANOTHER_MEMBER',
  coolingOffSeconds: 0,
  approvalValidSeconds: 604_800,
  neverAccept: [] as string[],
};
const ASK = `query($fourEyes: FourEyes!, $coolingOffSeconds: Int!, $approvalValidSeconds: Int!, $neverAccept: [String!]!, $organizationId: ID, $first: Int!) {
  approvalsVoidedBy(fourEyes: $fourEyes, coolingOffSeconds: $coolingOffSeconds, approvalValidSeconds: $approvalValidSeconds, neverAccept: $neverAccept, organizationId: $organizationId) {
    totalCount nodes(first: $first) { run { id } track given reason }
    held { totalCount until nodes(first: $first) { run { id } track until } } } }`;
async function effects(client: Client, rules: object, organizationId?: string, first = 100) {
  const variables = { ...RULES, ...rules, organizationId, first };
  return (await client.ask(ASK, variables)).approvalsVoidedBy;
}
async function ask(client: Client, rules: object, organizationId?: string, first = 100) {
  const found = await effects(client, rules, organizationId, first);
  expect(found.nodes.length).toBe(Math.min(found.totalCount, first));
  return found.nodes as { run: { id: string }; track: string; given: boolean; reason: string }[];
}
const LOOSER = { approvalValidSeconds: 700_000 };

async function requested(): Promise<RunToApprove> {
  const operator = await server.person('OPERATOR');
  const run = await aRunToApprove(server, { operator });
  await operator.must('requestApproval', { runId: run.runId, track: 'AEP' });
  return run;
}
async function approved(): Promise<RunToApprove> {
  const run = await requested();
  const { runId, imsOrgId } = run;
  const approver = await server.person('APPROVER');
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
  return run;
}
const statusOf = async (id: string): Promise<string> =>
  (await owner.ask('query($id: ID!) { run(id: $id) { tracks { approval { status } } } }', { id }))
    .run.tracks[0].approval.status;

const voidedAt = async (id: string): Promise<string | null> =>
  (await owner.ask('query($id: ID!) { run(id: $id) { tracks { approval { voidedAt } } } }', { id }))
    .run.tracks[0].approval.voidedAt;

describe('what another person refused before', () => {
  it('is said of the next request, and whether facts changed', async () => {
    const { runId } = await requested();
    const approver = await server.person('APPROVER');
    await approver.must('refuse', { runId, track: 'AEP', reason: 'Not our key' });
    const operator = await server.person('OPERATOR');
    await operator.must('requestApproval', { runId, track: 'AEP' });
    const ASK_BEFORE =
      'query($id: ID!) { run(id: $id) { tracks { approval { refusedBefore { by at reason factsChanged } } } } }';
    const { run } = await approver.ask(ASK_BEFORE, { id: runId });
    const { by, at, ...rest } = run.tracks[0].approval.refusedBefore;
    expect([typeof by, typeof at]).toEqual(['string', 'string']);
    expect(rest).toEqual({ reason: 'Not our key', factsChanged: false });
    await approver.must('refuse', { runId, track: 'AEP', reason: 'x' });
  });
});

describe('the approvals that a policy would void', () => {
  it('are those that it voids, with why, of organizations that follow it', async () => {
    const [pending, given, ofItself] = [await requested(), await approved(), await approved()];
    await owner.must('setPolicy', { organizationId: ofItself.organizationId });
    expect(await ask(owner, RULES)).toEqual([]);
    expect(await ask(owner, { coolingOffSeconds: 60 })).toEqual([]);
    const ofGiven = { run: { id: given.runId }, track: 'AEP', given: true };
    const ofPending = { run: { id: pending.runId }, track: 'AEP', given: false };
    const both = expect.arrayContaining([
      { ...ofGiven, reason: 'POLICY_LOOSENED' },
      { ...ofPending, reason: 'POLICY_LOOSENED' },
    ]);
    const loosened = await ask(owner, LOOSER);
    expect(loosened).toEqual(both);
    expect(loosened).toHaveLength(2);
    expect(await ask(owner, LOOSER, undefined, 1)).toEqual(loosened.slice(0, 1));
    const own = { fourEyes: 'OWN_APPROVER' };
    const strict = await ask(owner, own);
    expect(strict).toEqual([{ ...ofGiven, reason: 'OWN_APPROVER_REQUIRED' }]);
    // One organization, whatever it follows.
    for (const { runId, organizationId } of [ofItself, given])
      expect((await ask(owner, LOOSER, organizationId)).map(({ run }) => run.id)).toEqual([runId]);
    expect(await statusOf(given.runId)).toBe('APPROVED');
    await owner.must('setPolicy', own);
    expect(await statusOf(given.runId)).toBe('VOID');
    expect(await voidedAt(given.runId)).toMatch(/^20\d\d-.*Z$/);
    expect(await voidedAt(pending.runId)).toBeNull();
    expect(await statusOf(pending.runId)).toBe('REQUESTED');
    expect(await statusOf(ofItself.runId)).toBe('APPROVED');
    // What is void already is none that would become so.
    expect((await ask(owner, LOOSER)).map(({ run }) => run.id)).toEqual([pending.runId]);
    await owner.must('setPolicy', { fourEyes: 'ANOTHER_MEMBER' });
    await owner.must('archiveOrganization', {
      organizationId: ofItself.organizationId,
      reason: 'x',
    });
    expect(await ask(owner, LOOSER, ofItself.organizationId)).toEqual([]);
  });

  it('stand beside those that a longer time before use puts off', async () => {
    const [given, pending] = [await approved(), await requested()];
    const HOUR = { coolingOffSeconds: 3600 };
    const decided = 'query($id: ID!) { run(id: $id) { tracks { approval { decidedAt } } } }';
    const { run } = await owner.ask(decided, { id: given.runId });
    const { decidedAt } = run.tracks[0].approval;
    const usableAt = new Date(Date.parse(decidedAt) + 3_600_000).toISOString();
    for (const { organizationId } of [given, pending]) {
      const { totalCount, held } = await effects(owner, HOUR, organizationId);
      expect(totalCount).toBe(0);
      const isGiven = organizationId === given.organizationId;
      const nodes = isGiven ? [{ run: { id: given.runId }, track: 'AEP', until: usableAt }] : [];
      expect(held).toEqual({
        totalCount: nodes.length,
        until: isGiven ? usableAt : null,
        nodes,
      });
    }
    const none = { totalCount: 0, until: null, nodes: [] };
    expect((await effects(owner, RULES, given.organizationId)).held).toEqual(none);
    const foreign = await server.otherOwner();
    expect((await effects(foreign, HOUR, given.organizationId)).held).toEqual(none);
    // Those of everyone, with a limit.
    const all = await effects(owner, HOUR, undefined, 1);
    expect(all.held.totalCount).toBeGreaterThan(0);
    expect(all.held.nodes).toHaveLength(1);
  });

  it('are none that the viewer doesn’t see', async () => {
    const [mine, other] = [await approved(), await approved()];
    const limited = await server.person('AUDITOR', ['read'], [mine.organizationId]);
    expect((await ask(limited, LOOSER)).map(({ run }) => run.id)).toEqual([mine.runId]);
    expect(await ask(limited, LOOSER, other.organizationId)).toEqual([]);
    const foreign = await server.otherOwner();
    expect(await ask(foreign, LOOSER)).toEqual([]);
    expect(await ask(foreign, LOOSER, mine.organizationId)).toEqual([]);
    expect(await ask(owner, LOOSER, globalId('Run', crypto.randomUUID()))).toEqual([]);
  });
});
