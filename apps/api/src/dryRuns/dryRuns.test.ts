/** Dry runs from outside: start, progress, results, who sees and may do what. */
import {
  beginDryRun,
  failedReadiness,
  readinessOf,
  refusedReadiness,
  REQUIREMENTS,
} from '@keyway/core';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  keyIn,
  missingId,
  type Client,
  type Payload,
} from '../testing/aServer.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { organizations } = served;

const ON_AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};

const FIELDS = `id status tracks total checked skipped startedBy endedAt expiresAt cancelledBy
  outcomes { outcome count } causes { id outcome step kind code count message }
  organizations(first: 100) { totalCount nodes { organization { id } outcome skipped checkedAt message
    tracks { id outcome keyIdentifier steps { id outcome actor attested message checks { id verdict title } } } } }`;

const start = async (input: object, by = served.owner): Promise<string> =>
  (await by.must('startDryRun', { ...input }, 'dryRun { id }')).dryRun.id as string;
const shown = async (id: string, by: Client = served.owner, fields = FIELDS) =>
  (await by.ask(`query($id: ID!) { node(id: $id) { ... on DryRun { ${fields} } } }`, { id })).node;

/** What workers find of organizations that are not connected: they read nothing. */
async function workAll(): Promise<void> {
  const { dryRuns } = served.server.store;
  for (;;) {
    const { claimed, count } = await dryRuns.claim(10);
    if (count === 0) return;
    for (const one of claimed) {
      const { basis } = one;
      const at = new Date().toISOString();
      const found =
        'organization' in basis
          ? readinessOf(beginDryRun(basis, { id: randomUUID(), at }), one.tracks)
          : refusedReadiness(basis);
      await dryRuns.finish(one, found);
    }
  }
}
const cancelAll = () =>
  served.server.database.query(
    `update dry_run set status = 'CANCELLED', ended_at = now() where status = 'RUNNING'`,
  );

it('needs what checking one organization needs', () => {
  expect(REQUIREMENTS.startDryRun).toEqual(REQUIREMENTS.verify);
});

it('finds per organization, track and step what is in the way, and counts it', async () => {
  const [plain, open, archived] = (await organizations(3)) as [string, string, string];
  const runId = await aRun(served.owner, open);
  await served.owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn('ofrun') });
  await served.owner.must('archiveOrganization', { organizationId: archived, reason: 'x' });
  const before = await served.owner.ask('query($id: ID!) { run(id: $id) { version } }', {
    id: runId,
  });
  const keys = [
    { organizationId: plain, track: 'CJA', keyIdentifier: 'https://evil.example/keys/a' },
  ];
  const id = await start({ organizationIds: [plain, open, archived], keys });
  expect(await shown(id)).toMatchObject({
    status: 'RUNNING',
    total: 3,
    checked: 0,
    expiresAt: null,
  });
  await workAll();
  const dryRun = await shown(id);
  expect(dryRun).toMatchObject({ status: 'DONE', total: 3, checked: 3, skipped: 0 });
  expect(dryRun.expiresAt > dryRun.endedAt).toBe(true);
  expect(dryRun.outcomes).toEqual([
    { outcome: 'BLOCKED', count: 2 },
    { outcome: 'UNKNOWN', count: 1 },
  ]);
  const [ofPlain, ofOpen, ofArchived] = dryRun.organizations.nodes;
  expect(ofPlain).toMatchObject({ organization: { id: plain }, outcome: 'BLOCKED' });
  expect(ofPlain.message).toContain('The planned key can’t be used');
  expect(ofOpen.tracks[0]).toMatchObject({ id: 'AEP', keyIdentifier: keyIn('ofrun') });
  expect(ofOpen.tracks[0].steps[0]).toMatchObject({
    ...{ id: 'VAULT', outcome: 'UNKNOWN', actor: 'PARTNER', checks: [] },
    message: expect.stringContaining('Azure is not connected') as string,
  });
  expect(ofArchived).toMatchObject({ outcome: 'BLOCKED', tracks: [] });
  expect(ofArchived.message).toContain('No run can be started');
  const connection = dryRun.causes.find(
    ({ kind, step }: Record<string, string>) => kind === 'CONNECTION' && step === 'NETWORK',
  );
  expect(connection).toMatchObject({ code: 'azure', count: 2, outcome: 'UNKNOWN' });
  const filtered = await shown(
    id,
    served.owner,
    `byCause: organizations(first: 9, cause: ${JSON.stringify(connection.id)}) { totalCount }
     byOutcome: organizations(first: 9, outcome: UNKNOWN) { nodes { organization { id } } }`,
  );
  expect(filtered).toEqual({
    byCause: { totalCount: 2 },
    byOutcome: { nodes: [{ organization: { id: open } }] },
  });
  expect(
    await served.owner.ask('query($id: ID!) { run(id: $id) { version } }', { id: runId }),
  ).toEqual(before);
});

it('refuses to check no track, and reports where none of the tracks applies', async () => {
  const [onAzure] = (await organizations(1)) as [string];
  const { id: onAws } = await anOrganization(served.owner, ON_AWS);
  const none = { organizationIds: [onAzure], tracks: [] };
  const { userErrors } = await served.owner.mutate('startDryRun', none, 'dryRun { id }');
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['tracks'] }]);
  const id = await start({ organizationIds: [onAws], tracks: ['CJA'] });
  await workAll();
  const dryRun = await shown(id);
  expect(dryRun.organizations.nodes).toMatchObject([{ outcome: 'BLOCKED', tracks: [] }]);
  expect(dryRun.organizations.nodes[0].message).toContain('None of the chosen tracks applies');
  expect(dryRun.causes).toMatchObject([{ kind: 'NOT_STARTABLE', code: 'noTrackApplies' }]);
});

describe('planned keys', () => {
  it('choose the organizations where nothing else does, by ID or IMS organization ID', async () => {
    const [one, two] = (await organizations(2)) as [string, string];
    const { organization } = await served.owner.ask(
      'query($id: ID!) { organization(id: $id) { imsOrgId } }',
      { id: two },
    );
    const keys = [
      { organizationId: one, track: 'AEP', keyIdentifier: keyIn('one') },
      { imsOrgId: organization.imsOrgId.toLowerCase(), track: 'AEP', keyIdentifier: keyIn('two') },
    ];
    const id = await start({ keys, tracks: ['AEP'] });
    await workAll();
    const { tracks, organizations: found } = await shown(id);
    expect(tracks).toEqual(['AEP']);
    expect(
      found.nodes.map(({ organization: of, tracks: [track] }: Payload) => [
        ...[of.id, track.keyIdentifier],
      ]),
    ).toEqual([
      [one, keyIn('one')],
      [two, keyIn('two')],
    ]);
  });

  it.each(['../../x', '//evil.example/subscriptions/x', '/subscriptions/s'])(
    'are BLOCKED with the vaultResourceId %j, as provideKey refuses it',
    async (vaultResourceId) => {
      const { organizationId, runId } = await served.organizationWithRun();
      const key = { track: 'AEP', keyIdentifier: keyIn('one'), vaultResourceId };
      const { userErrors } = await served.owner.mutate(
        'provideKey',
        { runId, ...key },
        'run { id }',
      );
      expect(userErrors).toMatchObject([{ field: ['vaultResourceId'] }]);
      const id = await start({ keys: [{ organizationId, ...key }] });
      await workAll();
      const [found] = (await shown(id)).organizations.nodes as Payload[];
      expect(found.outcome).toBe('BLOCKED');
      expect(found.tracks[0]).toMatchObject({ keyIdentifier: null });
      expect(found.tracks[0].steps[0].message).toBe(userErrors[0].message);
    },
  );

  it.each([
    ['for another organization', 'organizationId'],
    ['twice for a track', 'track'],
  ])('are refused %s', async (_name, field) => {
    const [one, two] = (await organizations(2)) as [string, string];
    const key = (organizationId: string) => ({ organizationId, track: 'AEP', keyIdentifier: 'x' });
    const keys = [key(one), key(field === 'track' ? one : two)];
    const { userErrors } = await served.owner.mutate(
      'startDryRun',
      { organizationIds: [one], keys },
      'dryRun { id }',
    );
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['keys', '1', field] }]);
  });

  it.each(['organizationId', 'imsOrgId'] as const)(
    'are not found by %s where the organization is hidden or missing, and say where it is not chosen',
    async (name) => {
      const ids = (await organizations(3)) as [string, string, string];
      const [mine, seen, hidden] = ids;
      const token = await served.server.person('OPERATOR', undefined, [mine, seen]);
      const ask = 'query($id: ID!) { organization(id: $id) { imsOrgId } }';
      const named = async (id: string): Promise<string> =>
        name === 'organizationId'
          ? id
          : (await served.owner.ask(ask, { id })).organization.imsOrgId;
      const missing =
        name === 'imsOrgId' ? 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg' : missingId('Organization');
      const refusalOf = async (value: string, organizationIds?: string[]): Promise<Payload> => {
        const key = { [name]: value, track: 'AEP', keyIdentifier: keyIn('one') };
        const input = { keys: [key], ...(organizationIds && { organizationIds }) };
        return (await token.mutate('startDryRun', input, 'dryRun { id }')).userErrors;
      };
      for (const chosen of [undefined, [mine]])
        for (const value of [await named(hidden), missing])
          expect(await refusalOf(value, chosen)).toMatchObject([
            { code: 'NOT_FOUND', field: ['keys', '0', name] },
          ]);
      expect(await refusalOf(await named(seen), [mine])).toMatchObject([
        { code: 'INVALID_INPUT', field: ['keys', '0', name] },
      ]);
    },
  );

  it('are refused where nothing would check them: a track that is not chosen, or CJA on AWS', async () => {
    const { id: aws } = await anOrganization(served.owner, ON_AWS);
    const [azure] = (await organizations(1)) as [string];
    const key = (organizationId: string, track: string) => ({
      ...{ organizationId, track, keyIdentifier: keyIn('one') },
    });
    const refusals = async (input: Record<string, unknown>): Promise<Payload[]> =>
      (await served.owner.mutate('startDryRun', input, 'dryRun { id }')).userErrors;
    const field = ['keys', '0', 'track'];
    const [onAws] = await refusals({ keys: [key(aws, 'CJA'), key(azure, 'CJA')] });
    expect(onAws).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(onAws.message).toContain('on AWS has no key for CJA');
    const [other] = await refusals({ keys: [key(azure, 'CJA')], tracks: ['AEP'] });
    expect(other).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(other.message).toMatch(/key 1 is for CJA, which is not among/);
    expect(await refusals({ keys: [key(azure, 'CJA')], tracks: ['CJA'] })).toEqual([]);
    await cancelAll();
  });

  it('are refused, each with its row, where they name two organizations, none or a hidden one', async () => {
    const [mine, other] = (await organizations(2)) as [string, string];
    const ims = async (id: string): Promise<string> =>
      (await served.owner.ask('query($id: ID!) { organization(id: $id) { imsOrgId } }', { id }))
        .organization.imsOrgId;
    const [mineIms, otherIms] = [await ims(mine), await ims(other)];
    const nobody = 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg';
    const refusals = async (keys: object[], by: Client = served.owner): Promise<Payload[]> =>
      (
        await by.mutate(
          'startDryRun',
          { keys: keys.map((key) => ({ track: 'AEP', keyIdentifier: keyIn('one'), ...key })) },
          'dryRun { id }',
        )
      ).userErrors;
    const found = await refusals([
      { organizationId: mine, imsOrgId: ` ${mineIms.toLowerCase()} ` },
      { organizationId: mine, imsOrgId: otherIms, track: 'CJA' },
      {},
      { imsOrgId: nobody },
      { organizationId: other, keyIdentifier: 'x'.repeat(1001) },
    ]);
    expect(found.map(({ field }) => field)).toEqual([
      ...[
        ['keys', '1', 'imsOrgId'],
        ['keys', '2', 'imsOrgId'],
        ['keys', '3', 'imsOrgId'],
      ],
      ['keys', '4', 'keyIdentifier'],
    ]);
    expect(found.map(({ code }) => code)).toEqual([
      ...['INVALID_INPUT', 'INVALID_INPUT', 'NOT_FOUND', 'INVALID_INPUT'],
    ]);
    expect(found[0].message).toMatch(/Planned key 2 .*another/);
    expect(found[1].message).toMatch(/Planned key 3 needs/);
    expect(found[2].message).toBe('This organization doesn’t exist.');
    // One that the viewer does not see is refused as one that is not there.
    const token = await served.server.person('OPERATOR', undefined, [mine]);
    const [foreign] = await refusals([{ organizationId: mine, imsOrgId: otherIms }], token);
    const [missing] = await refusals([{ organizationId: mine, imsOrgId: nobody }], token);
    expect(foreign).toMatchObject({ field: ['keys', '0', 'imsOrgId'] });
    expect(foreign).toEqual(missing);
  });
});

it('can be canceled: what was found stays, and no result comes after', async () => {
  const id = await start({ organizationIds: await organizations(3) });
  const { claimed } = await served.server.store.dryRuns.claim(2);
  await served.server.store.dryRuns.finish(claimed[0]!, failedReadiness());
  await served.owner.must('cancelDryRun', { id }, 'dryRun { status }');
  expect(await served.server.store.dryRuns.finish(claimed[1]!, failedReadiness())).toBe(false);
  expect(await shown(id)).toMatchObject({ status: 'CANCELLED', checked: 1, skipped: 2 });
});

it('starts no more than three at a time', async () => {
  await cancelAll();
  const ids = await organizations(1);
  for (let count = 0; count < 3; count += 1) await start({ organizationIds: ids });
  const answer = await served.owner.mutate(
    'startDryRun',
    { organizationIds: ids },
    'dryRun { id }',
  );
  expect(answer.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  await cancelAll();
});

describe('somebody who sees some organizations', () => {
  const limited = (organizationIds: string[], role: 'OPERATOR' | 'AUDITOR' = 'OPERATOR') =>
    served.server.person(role, undefined, organizationIds);

  it('sees those that they started alone, and starts none over others', async () => {
    const [mine, other] = (await organizations(2)) as [string, string];
    const token = await limited([mine]);
    const everything = await start({ organizationIds: [mine, other] });
    expect(await shown(everything, token, 'id')).toBeNull();
    const refused = await token.mutate(
      'startDryRun',
      { organizationIds: [mine, other] },
      'dryRun { id }',
    );
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const own = await start({ filter: {} }, token);
    expect(
      await shown(own, token, 'total organizations(first: 9) { nodes { organization { id } } }'),
    ).toEqual({
      total: 1,
      organizations: { nodes: [{ organization: { id: mine } }] },
    });
    const { dryRuns } = await token.ask('{ dryRuns(first: 9) { nodes { id } } }');
    expect(dryRuns.nodes).toEqual([{ id: own }]);
    const foreign = await token.mutate('cancelDryRun', { id: everything }, 'dryRun { id }');
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await cancelAll();
  });

  it('starts none as an auditor, and hears of no foreign ones', async () => {
    const [mine, other] = (await organizations(2)) as [string, string];
    const auditor = await limited([mine], 'AUDITOR');
    const codeOf = async (organizationIds: string[]) =>
      (await auditor.mutate('startDryRun', { organizationIds }, 'dryRun { id }')).userErrors[0]
        .code;
    expect(await codeOf([mine])).toBe('FORBIDDEN');
    expect(await codeOf([other])).toBe('NOT_FOUND');
    const id = await start({ organizationIds: [mine] });
    const live = await served.subscriber.subscribe(
      auditor.token,
      'subscription($id: ID!) { dryRunChanged(id: $id) { id } }',
      { id },
    );
    expect(JSON.stringify(await live.next())).toContain('NOT_FOUND');
    await cancelAll();
  });
});

it('shows progress live, with the last state at the end', async () => {
  const id = await start({ organizationIds: await organizations(3) });
  const live = await served.subscriber.subscribe(
    served.owner.token,
    'subscription($id: ID!) { dryRunChanged(id: $id) { status checked total } }',
    { id },
  );
  expect(await live.next()).toMatchObject({ data: { dryRunChanged: { checked: 0, total: 3 } } });
  await workAll();
  for (let last = await live.next(); ; last = await live.next()) {
    const { status, checked } = last.data.dryRunChanged;
    if (status !== 'DONE') continue;
    expect(checked).toBe(3);
    break;
  }
  expect(await shown(missingId('DryRun'))).toBeNull();
});
