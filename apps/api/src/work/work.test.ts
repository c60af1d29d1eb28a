/** Owners, due dates and comments, from outside. */
import { globalId, type Grant } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import { anOrganization, missingId, type Client } from '../testing/aServer.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const FUTURE = '2090-01-01T00:00:00.000Z';
const WORK = 'run { version dueAt overdue owner { id name email grants { role } removedAt } }';
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] | null }[] }) =>
  userErrors.map(({ code, field }) => [code, field?.join('.')]);

/** A person with these grants. */
const person = async (name: string, ...grants: Grant[]): Promise<string> => {
  const email = `${name.toLowerCase()}@example.com`;
  const { id } = await aMember(served.server.store, served.server.partnerId, {
    name,
    email,
    role: 'AUDITOR',
  });
  const memberId = globalId('Member', id);
  if (grants.length > 0) await served.owner.must('changeGrants', { memberId, grants });
  return memberId;
};
const EVERYWHERE = { role: 'OPERATOR', organizationId: null } as const;
const runOf = async (client: Client, runId: string) =>
  (await client.ask(`query($id: ID!) { run(id: $id) { ${WORK.slice(6, -2)} } }`, { id: runId }))
    .run;

describe('assigning', () => {
  it('keeps what is left out and takes away what is null', async () => {
    const { runId } = await served.organizationWithRun();
    const ownerId = await person('Omar', EVERYWHERE);
    const first = await served.owner.must('assignRun', { runId, ownerId }, WORK);
    expect(first.run).toMatchObject({
      ...{ dueAt: null, overdue: false },
      owner: {
        id: ownerId,
        name: 'Omar',
        email: 'omar@example.com',
        grants: [{ role: 'OPERATOR' }],
      },
    });
    const second = await served.owner.must('assignRun', { runId, dueAt: FUTURE }, WORK);
    expect(second.run).toMatchObject({ dueAt: FUTURE, owner: { id: ownerId } });
    const third = await served.owner.must('assignRun', { runId, ownerId: null }, WORK);
    expect(third.run).toMatchObject({ dueAt: FUTURE, owner: null });
    const nothing = await served.owner.must('assignRun', { runId }, WORK);
    expect(nothing.run).toEqual(third.run);
    const late = await served.owner.must(
      'assignRun',
      { runId, dueAt: '2020-01-01T00:00:00Z' },
      WORK,
    );
    expect(late.run.overdue).toBe(true);
    await served.owner.must('cancelRun', { runId, reason: 'x' });
    expect(await runOf(served.owner, runId)).toMatchObject({ overdue: false });
    expect(codes(await served.owner.mutate('assignRun', { runId, dueAt: null }))).toEqual([
      ['RUN_CLOSED', 'runId'],
    ]);
  });

  it('refuses who is no member, was removed, or does not see the organization', async () => {
    const { runId, organizationId } = await served.organizationWithRun();
    const other = (await anOrganization(served.owner)).id as string;
    const elsewhere = await person('Else', { role: 'OWNER', organizationId: other });
    const removed = await person('Gone', EVERYWHERE);
    await served.owner.must('removeMember', { memberId: removed });
    await served.server.otherOwner();
    const [{ id: otherPartner }] = (await served.server.database.query<{ id: string }>(
      'select id from partner where id <> $1 limit 1',
      [served.server.partnerId],
    )) as [{ id: string }];
    const outsider = await aMember(served.server.store, otherPartner, { name: 'Foreign' });
    const foreign = globalId('Member', outsider.id);
    const assign = async (client: Client, ownerId: string) =>
      codes(await client.mutate('assignRun', { runId, ownerId }));
    const none = [['NOT_FOUND', 'ownerId']];
    expect(await assign(served.owner, foreign)).toEqual(none);
    expect(await assign(served.owner, missingId('Member'))).toEqual(none);
    expect(await assign(served.owner, organizationId)).toEqual(none);
    expect(await assign(served.owner, removed)).toEqual([['INVALID_INPUT', 'ownerId']]);
    expect(await assign(served.owner, elsewhere)).toEqual([['INVALID_INPUT', 'ownerId']]);
    expect(await runOf(served.owner, runId)).toMatchObject({ version: 1, owner: null });
    const here = await person('Here', { role: 'AUDITOR', organizationId });
    expect(await assign(served.owner, here)).toEqual([]);
    expect(await assign(await served.server.person('APPROVER'), here)).toEqual([
      ['FORBIDDEN', undefined],
    ]);
  });

  it('shows a removed owner as removed, and of each only the name to who does not manage people', async () => {
    const { runId, organizationId } = await served.organizationWithRun();
    const ownerId = await person('Olaf', EVERYWHERE);
    await served.owner.must('assignRun', { runId, ownerId });
    const limited = await served.server.person('OPERATOR', undefined, [organizationId]);
    const everywhere = await served.server.person('AUDITOR');
    for (const client of [limited, everywhere])
      expect((await runOf(client, runId)).owner).toEqual({
        ...{ id: ownerId, name: 'Olaf', email: null, grants: [], removedAt: null },
      });
    await served.owner.must('removeMember', { memberId: ownerId });
    for (const client of [limited, everywhere, served.owner]) {
      const shown = (await runOf(client, runId)).owner;
      expect(shown).toMatchObject({ id: ownerId, name: 'Olaf', grants: [] });
      expect(shown.removedAt).not.toBeNull();
    }
    const node = 'query($id: ID!) { node(id: $id) { id } }';
    expect((await limited.ask(node, { id: ownerId })).node).toBeNull();
  });

  it('offers by name who may operate the organization, to who sees it', async () => {
    const { organizationId } = await served.organizationWithRun();
    const ids = [
      await person('Zoe candidate', { role: 'OPERATOR', organizationId }),
      await person('Zora candidate', EVERYWHERE),
    ];
    await person('Zed candidate', { role: 'APPROVER', organizationId });
    const query = `query($o: ID!) { assignees(organizationId: $o, text: "CANDIDATE") { id name email grants { role } } }`;
    const ask = async (client: Client) =>
      (await client.ask(query, { o: organizationId })).assignees as { id: string; email: null }[];
    const limited = await served.server.person('AUDITOR', undefined, [organizationId]);
    for (const client of [served.owner, limited]) {
      const found = await ask(client);
      expect(found.map(({ id }) => id)).toEqual(ids);
      expect(found[0]).toMatchObject({ email: null, grants: [] });
    }
    const elsewhere = (await anOrganization(served.owner)).id as string;
    expect(await ask(await served.server.person('OWNER', undefined, [elsewhere]))).toEqual([]);
    expect(await ask(await served.server.otherOwner())).toEqual([]);
    const everywhere = async (client: Client) =>
      (await client.ask('{ assignees(text: "candidate") { name email } }')).assignees as unknown[];
    expect(await everywhere(served.owner)).toEqual([{ name: 'Zora candidate', email: null }]);
    expect(await everywhere(limited)).toEqual([]);
    expect(await everywhere(await served.server.otherOwner())).toEqual([]);
    const tooMany = await served.owner.raw({
      query: `{ assignees(organizationId: "${organizationId}", first: 101) { id } }`,
    });
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('reaches who watches the run', async () => {
    const { runId } = await served.organizationWithRun();
    const ownerId = await person('Live', EVERYWHERE);
    const auditor = await served.server.person('AUDITOR');
    const seen = await served.subscriber.subscribe(
      auditor.token,
      'subscription($id: ID!) { runChanged(runId: $id) { version owner { id name email } dueAt } }',
      { id: runId },
    );
    await seen.next();
    await served.owner.must('assignRun', { runId, ownerId, dueAt: FUTURE });
    expect((await seen.next()).data.runChanged).toMatchObject({
      ...{ dueAt: FUTURE, owner: { id: ownerId, name: 'Live', email: null } },
    });
  });
});

describe('filters', () => {
  it('offer those who are responsible for what the viewer sees, by name alone', async () => {
    const [one, other] = [await served.organizationWithRun(), await served.organizationWithRun()];
    const [ada, bo] = [
      await person('Ada filtered', EVERYWHERE),
      await person('Bo filtered', EVERYWHERE),
    ];
    await served.owner.must('assignRun', { runId: one.runId, ownerId: ada });
    await served.owner.must('assignRun', { runId: other.runId, ownerId: bo });
    await person('Cy filtered', EVERYWHERE);
    const ask = async (client: Client, first = 20) =>
      (
        await client.ask(
          'query($n: Int!) { runOwners(text: "FILTERED", first: $n) { id name email grants { role } } }',
          { n: first },
        )
      ).runOwners as { id: string }[];
    expect((await ask(served.owner)).map(({ id }) => id)).toEqual([ada, bo]);
    expect((await ask(served.owner, 1)).map(({ id }) => id)).toEqual([ada]);
    const limited = await served.server.person('AUDITOR', undefined, [other.organizationId]);
    expect(await ask(limited)).toEqual([{ id: bo, name: 'Bo filtered', email: null, grants: [] }]);
    expect(await ask(await served.server.otherOwner())).toEqual([]);
    const tooMany = await served.owner.raw({ query: '{ runOwners(first: 101) { id } }' });
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('find what is mine, late and stuck', async () => {
    const { runId, organizationId } = await served.organizationWithRun();
    const ownerId = await person('Mine', EVERYWHERE);
    await served.owner.must('assignRun', { runId, ownerId, dueAt: '2020-01-01T00:00:00Z' });
    const ask = async (filter: object) => {
      const both = await served.owner.ask(
        'query($r: RunFilter, $o: OrganizationFilter) { runs(first: 5, filter: $r) { nodes { id } totalCount } organizations(first: 5, filter: $o) { nodes { id } } }',
        { r: filter, o: filter },
      );
      return [...both.runs.nodes, ...both.organizations.nodes].map(({ id }: { id: string }) => id);
    };
    expect(await ask({ ownerId })).toEqual([runId, organizationId]);
    expect(await ask({ ownerId, overdue: true, stuckForSeconds: 0 })).toEqual([
      runId,
      organizationId,
    ]);
    expect(await ask({ ownerId, overdue: false })).toEqual([]);
    expect(await ask({ ownerId, dueWithinSeconds: 86_400 })).toEqual([]);
    expect(await ask({ ownerId, undated: false })).toEqual([runId, organizationId]);
    const inSeconds = (seconds: number): string =>
      new Date(Date.now() + seconds * 1000).toISOString();
    await served.owner.must('assignRun', { runId, dueAt: inSeconds(7200) });
    expect(await ask({ ownerId, dueWithinSeconds: 3600 })).toEqual([]);
    expect(await ask({ ownerId, dueWithinSeconds: 10_800 })).toEqual([runId, organizationId]);
    expect(await ask({ ownerId, undated: true })).toEqual([]);
    await served.owner.must('assignRun', { runId, dueAt: null });
    expect(await ask({ ownerId, dueWithinSeconds: 10_800 })).toEqual([]);
    expect(await ask({ ownerId, undated: true })).toEqual([runId, organizationId]);
    expect(await ask({ ownerId, stuckForSeconds: 3600 })).toEqual([]);
    expect(await ask({ ownerId: organizationId })).toEqual([]);
    const free = await served.organizationWithRun();
    const unassigned = await ask({ unassigned: true });
    expect(unassigned).toEqual(expect.arrayContaining([free.runId, free.organizationId]));
    for (const id of [runId, organizationId]) expect(unassigned).not.toContain(id);
    expect(await ask({ unassigned: true, ownerId })).toEqual([]);
    const byId = await served.owner.ask(
      'query($o: OrganizationFilter) { organizations(first: 5, filter: $o) { nodes { id } } }',
      { o: { ids: [organizationId, missingId('Organization'), runId] } },
    );
    expect(byId.organizations.nodes).toEqual([{ id: organizationId }]);
    for (const filter of [{ stuckForSeconds: -1 }, { stuckForSeconds: 2 ** 31 - 1 }]) {
      const { errors } = await served.owner.raw({
        query: 'query($f: RunFilter) { runs(first: 1, filter: $f) { nodes { id } } }',
        variables: { f: filter },
      });
      expect(errors?.[0]?.extensions.code).toBe(
        filter.stuckForSeconds < 0 ? 'BAD_USER_INPUT' : undefined,
      );
    }
  });
});

describe('comments', () => {
  const history = async (client: Client, runId: string) =>
    (
      await client.ask(
        'query($id: ID!) { run(id: $id) { version history(first: 5) { nodes { kind summary } } } }',
        { id: runId },
      )
    ).run;

  it('are in history as they were written, once, also of a closed run', async () => {
    const { runId } = await served.organizationWithRun();
    await served.owner.must('cancelRun', { runId, reason: 'x' });
    const text = '<script>alert(1)</script> {0} \u202e “quoted”';
    const approver = await served.server.person('APPROVER');
    const input = { runId, text: `  ${text} `, track: 'AEP', step: 'VAULT', idempotencyKey: 'c' };
    for (let i = 0; i < 2; i += 1) await approver.must('addComment', input);
    const { nodes } = (await history(served.owner, runId)).history;
    expect(nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['commentAdded', 'runCancelled', 'runStarted'],
    ]);
    expect(nodes[0].summary).toContain(text);
  });

  it('are refused without text, too long, on what the run has not, and to who only reads', async () => {
    const { runId } = await served.organizationWithRun();
    const comment = async (input: object, client = served.owner) =>
      codes(await client.mutate('addComment', { runId, text: 'x', ...input }));
    expect(await comment({ text: ' ' })).toEqual([['INVALID_INPUT', 'text']]);
    expect(await comment({ text: 'x'.repeat(4001) })).toEqual([['INVALID_INPUT', 'text']]);
    expect(await comment({ step: 'VAULT' })).toEqual([['INVALID_INPUT', 'track']]);
    expect(await comment({ track: 'AEP', step: 'TICKET' })).toEqual([['INVALID_INPUT', 'step']]);
    expect(await comment({}, await served.server.person('AUDITOR'))).toEqual([
      ['FORBIDDEN', undefined],
    ]);
    expect((await history(served.owner, runId)).version).toBe(1);
    for (const text of ['x'.repeat(4000), '😀'.repeat(2000)])
      expect(await comment({ text })).toEqual([]);
    expect(await comment({}, await served.server.person('OPERATOR'))).toEqual([]);
  });
});
