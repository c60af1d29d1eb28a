/** Links that a bulk job made, from outside: who reads them, and how long. */
import { parseGlobalId, TRACK_IDS, type TrackId } from '@keyway/core';
import { aClock, continuing } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import { aRun, type Client, type Payload } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { organizations } = served;
const { workAll, start, shown, preview } = bulkTests(served);

describe('links of hand-offs', () => {
  const LINKS =
    'linksUntil items(first: 9) { edges { cursor } pageInfo { endCursor } nodes { status message } }';
  const linksOf = (id: string, by: Client): Promise<Payload> => shown(id, by, LINKS);

  it('are in the messages of the starter alone, and open the page of their run', async () => {
    const [open, none] = (await organizations(2)) as [string, string];
    await aRun(served.owner, open);
    const ids = JSON.stringify([open, none]);
    expect(
      await preview(`action: CREATE_HAND_OFFS, organizationIds: ${ids}, actor: AZURE_ADMIN`),
    ).toMatchObject({ affected: 1, blocked: [{ organization: { id: none }, code: 'NOT_FOUND' }] });
    const operator = await served.server.person('OPERATOR');
    const id = await start(
      { action: 'CREATE_HAND_OFFS', organizationIds: [open, none], actor: 'AZURE_ADMIN' },
      operator,
    );
    await workAll();
    const job = await linksOf(id, operator);
    const ends = await shown(id, operator, 'actor linksWorkUntil startedAt');
    expect(ends.actor).toBe('AZURE_ADMIN');
    const days = Date.parse(ends.linksWorkUntil as string) - Date.parse(ends.startedAt as string);
    expect(days / 86_400_000).toBe(14);
    expect(job.linksUntil).toBe(new Date(job.linksUntil as string).toISOString());
    expect(job.items.edges[1].cursor).toBe(job.items.pageInfo.endCursor);
    const [made, refused] = job.items.nodes as [{ message: string }, { message: string }];
    expect(made.message).toMatch(/\/hand-off\/kwh_[0-9A-Za-z]{46}$/);
    expect(refused.message).not.toMatch(/kwh_/);
    const token = made.message.split('/').at(-1)!;
    const handedOff = await served.server.client(token).ask('{ handedOff { actor } }');
    expect(handedOff).toEqual({ handedOff: { actor: 'AZURE_ADMIN' } });
    for (const other of [
      served.owner,
      await served.server.person('OPERATOR'),
      await served.server.person('AUDITOR'),
    ]) {
      const seen = await linksOf(id, other);
      expect(seen.linksUntil).toBeNull();
      expect(JSON.stringify(seen)).not.toContain('kwh_');
    }
    const limited = await served.server.person('OPERATOR', undefined, [open]);
    expect(await linksOf(id, limited)).toBeNull();
    expect(await linksOf(id, await served.server.otherOwner())).toBeNull();
    const live = await served.subscriber.subscribe(
      served.owner.token,
      `subscription($id: ID!) { bulkJobChanged(id: $id) { ${LINKS} } }`,
      { id },
    );
    expect(JSON.stringify(await live.next())).not.toContain('kwh_');
    await served.server.database.query('update bulk_link set ends_at = now()');
    expect(JSON.stringify(await linksOf(id, operator))).not.toContain('kwh_');
    expect((await linksOf(id, operator)).linksUntil).toBeNull();
  });

  it('are for an actor who can have them, until a time that can be', async () => {
    const organizationIds = await organizations(1);
    const refusals = async (input: object): Promise<unknown> => {
      const given = { action: 'CREATE_HAND_OFFS', organizationIds, ...input };
      return (await served.owner.mutate('startBulk', given, 'job { id }')).userErrors;
    };
    const invalid = (field: string) => [{ code: 'INVALID_INPUT', field: [field] }];
    expect(await refusals({})).toMatchObject(invalid('actor'));
    expect(await refusals({ actor: 'PARTNER' })).toMatchObject(invalid('actor'));
    const actor = 'AZURE_ADMIN';
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2090-01-01T00:00:00Z'])
      expect(await refusals({ actor, expiresAt })).toMatchObject(invalid('expiresAt'));
  });

  const madeFor = async (starter: Client) => {
    const { organizationId, runId } = await served.organizationWithRun();
    const input = { action: 'CREATE_HAND_OFFS', organizationIds: [organizationId] };
    const id = await start({ ...input, actor: 'AZURE_ADMIN' }, starter);
    await workAll();
    const read = async () => {
      const job = await linksOf(id, starter);
      return { until: job.linksUntil, message: job.items.nodes[0].message, ...job.items.nodes[0] };
    };
    const before = await read();
    expect(before).toMatchObject({ status: 'DONE', until: expect.any(String) });
    const token = before.message.split('/').at(-1) as string;
    return { organizationId, runId, token, read };
  };
  /** Everything that admins do on the track is done. */
  const untilApproval = async (runId: string, track: TrackId): Promise<void> => {
    const [system, uuid] = [served.server.store.system(), parseGlobalId('Run', runId)!];
    const { run } = (await system.run(uuid))!;
    const { events } = continuing(run, aClock(run.updatedAt)).at('approval', track);
    for (const event of events) await system.advance(uuid, event);
  };
  const UNREADABLE = { status: 'DONE', until: null, message: null };

  it('are read no more by a starter who may no longer make hand-offs for the organization', async () => {
    const starter = await served.server.person('OPERATOR');
    const { read } = await madeFor(starter);
    const [{ id }] = (await served.server.database.query<{ id: string }>(
      'select id from api_token order by created_at desc limit 1',
    )) as [{ id: string }];
    const become = (role: string) =>
      served.server.database.query('update api_token set role = $2 where id = $1', [id, role]);
    await become('AUDITOR');
    expect(await read()).toMatchObject(UNREADABLE);
    await become('OPERATOR');
    expect((await read()).message).toContain('kwh_');
  });

  it('are read no more once the hand-off is revoked', async () => {
    const starter = await served.server.person('OPERATOR');
    const { runId, read } = await madeFor(starter);
    const { run } = await starter.ask('query($id: ID!) { run(id: $id) { handOffs { id } } }', {
      id: runId,
    });
    await starter.must('revokeHandOff', { id: run.handOffs[0].id });
    expect(await read()).toMatchObject(UNREADABLE);
  });

  it('are read no more once the hand-off expired', async () => {
    const starter = await served.server.person('OPERATOR');
    const { organizationId, read } = await madeFor(starter);
    await served.server.database.query(
      `update hand_off set expires_at = now() where organization_id = $1`,
      [parseGlobalId('Organization', organizationId)],
    );
    expect(await read()).toMatchObject(UNREADABLE);
  });

  it.each(['CANCELLED', 'COMPLETED'])('are read no more once the run is %s', async (status) => {
    const starter = await served.server.person('OPERATOR');
    const { runId, token, read } = await madeFor(starter);
    if (status === 'CANCELLED') await starter.must('cancelRun', { runId, reason: 'x' });
    else
      await served.server.database.query('update run set status = $2 where id = $1', [
        ...[parseGlobalId('Run', runId), status],
      ]);
    expect(await read()).toMatchObject(UNREADABLE);
    const { errors } = await served.server.client(token).raw({ query: '{ handedOff { actor } }' });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: status });
  });

  it('are read no more once the organization is archived', async () => {
    const starter = await served.server.person('OPERATOR');
    const { organizationId, read } = await madeFor(starter);
    await starter.must('archiveOrganization', { organizationId });
    expect(await read()).toMatchObject(UNREADABLE);
  });

  it('are not made for who has nothing left to do, whether in the preview or when it is done', async () => {
    const { organizationId, runId } = await served.organizationWithRun();
    const input = { action: 'CREATE_HAND_OFFS', organizationIds: [organizationId] };
    const asked = `action: CREATE_HAND_OFFS, organizationIds: ["${organizationId}"]`;
    expect(await preview(`${asked}, actor: ENTRA_ADMIN`)).toMatchObject({
      ...{ affected: 1, eligible: [{ id: organizationId }], blocked: [] },
    });
    const id = await start({ ...input, actor: 'ENTRA_ADMIN' });
    // Done by somebody else before the job comes to it.
    for (const track of TRACK_IDS) await untilApproval(runId, track);
    await workAll();
    expect(await shown(id)).toMatchObject({
      ...{ done: 0, refused: 1 },
      items: { nodes: [{ status: 'REFUSED', code: 'CONFLICT' }] },
    });
    expect(await preview(`${asked}, actor: ENTRA_ADMIN`)).toMatchObject({
      ...{ affected: 0, eligible: [] },
      blocked: [{ organization: { id: organizationId }, code: 'CONFLICT' }],
    });
    expect(
      (await served.owner.mutate('createHandOff', { runId, actor: 'ENTRA_ADMIN' })).userErrors,
    ).toMatchObject([{ code: 'CONFLICT', field: ['actor'] }]);
  });
});
