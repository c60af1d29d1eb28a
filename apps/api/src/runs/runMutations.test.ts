import type { Authenticated, PartnerStore } from '@keyway/store';
import { aClock, aDatabase, aPartner, continuing, exampleKeyIdentifier } from '@keyway/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../context.ts';
import { Loaders } from '../loaders.ts';
import { makeSchema } from '../schema/makeSchema.ts';
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
let owner: Client;
let operator: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

const RUN = `id status version waitingOn completedAt sentence progress { done total } nextActions { mutation track step movesRun label }
  tracks { id status key { identifier resolvedIdentifier } applicationId consentUrl
    approval { status evidenceHash keyIdentifier requestedBy decidedBy mayNotDecide reason }
    preview { method host path headers { name value } body evidenceHash irreversible { rule text } }
    irreversible { rule text }
    submission { status name body } ticket { caseNumber recordedBy } ticketText confirmation { text }
    steps { id track status actor mode since title sentence lookedAt looking failure attestation { statement by }
      checks { id title rules verdict observed expected cause remedy overridable override { reason by } }
      instructions { text values { label value } scripts { tool text } } } }`;
const read = async (client: Client, id: string): Promise<Payload> =>
  (await client.ask(`query($id: ID!) { run(id: $id) { ${RUN} } }`, { id })).run;
const stepOf = (run: Payload, track: string, step: string): Payload =>
  run.tracks.find((t: Payload) => t.id === track).steps.find((s: Payload) => s.id === step);

/** Connected on both sides, run begun, entitlement attested, keys provided. */
async function prepared(): Promise<{ runId: string; imsOrgId: string; uuid: string }> {
  const { id, imsOrgId } = await anOrganization(operator);
  await operator.must('connectAdobe', {
    organizationId: id,
    clientId: 'c',
    clientSecret: 'sandbox-a',
    scopes: ['openid'],
  });
  await operator.must('connectAzure', {
    organizationId: id,
    tenantId: TENANT,
    clientId: TENANT,
    clientSecret: 'sandbox-b',
  });
  const runId = await aRun(operator, id);
  for (const track of ['AEP', 'CJA']) {
    await operator.must('attestStep', {
      runId,
      track,
      step: 'ENTITLEMENT',
      statement: 'Seen the contract',
      reference: 'C-1',
    });
  }
  const uuid = Buffer.from(runId, 'base64url').toString().split(':')[1]!;
  const { run } = (await server.store.system().run(uuid))!;
  for (const track of ['AEP', 'CJA'] as const)
    await operator.must('provideKey', {
      runId,
      track,
      keyIdentifier: exampleKeyIdentifier(run, track),
    });
  return { runId, imsOrgId, uuid };
}

/** What the worker would report: everything as it should be, up to the approval of a track. */
async function untilObserved(uuid: string, track: 'AEP' | 'CJA'): Promise<void> {
  const stored = await server.store.system().run(uuid);
  const builder = continuing(stored!.run, aClock(stored!.run.updatedAt)).at('approval', track);
  for (const event of builder.events) {
    const result = await server.store.system().advance(uuid, event);
    if (!('run' in result)) throw new Error(JSON.stringify(result));
  }
}

describe('a run', () => {
  it('goes from nothing to sent, and every step of it can be read', async () => {
    const { runId, imsOrgId, uuid } = await prepared();
    await untilObserved(uuid, 'AEP');
    const ready = await read(operator, runId);
    expect(ready.nextActions[0]).toMatchObject({
      mutation: 'requestApproval',
      track: 'AEP',
      step: 'APPROVAL',
    });
    expect(stepOf(ready, 'AEP', 'KEY')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    expect(stepOf(ready, 'AEP', 'KEY').checks[0]).toMatchObject({ verdict: 'PASS' });
    const aep = ready.tracks[0];
    expect(aep.preview).toMatchObject({
      method: 'POST',
      host: 'platform.adobe.io',
      path: '/data/infrastructure/manager/customer/config',
    });
    expect(JSON.parse(aep.preview.body)).toMatchObject({
      name: 'keyway-cmk',
      imsOrgId,
      type: 'BYOK_CONFIG',
    });
    expect(JSON.stringify(aep.preview.headers).toLowerCase()).not.toContain('bearer');
    expect(aep.preview.irreversible.length).toBeGreaterThan(3);
    // The same before the case with Customer Care, where nothing is previewed.
    for (const { irreversible } of (await read(operator, runId)).tracks)
      expect(irreversible).toEqual(aep.preview.irreversible);

    await operator.must('requestApproval', { runId, track: 'AEP' });
    const awaitingApproval = await read(approver, runId);
    expect(awaitingApproval.nextActions[0]).toMatchObject({ mutation: 'approve', track: 'AEP' });
    expect(awaitingApproval.tracks[0].approval).toMatchObject({
      status: 'REQUESTED',
      mayNotDecide: null,
      evidenceHash: aep.preview.evidenceHash,
    });
    expect((await read(operator, runId)).tracks[0].approval.mayNotDecide).toBe('FORBIDDEN');
    const wrong = await approver.mutate(
      'approve',
      { runId, track: 'AEP', confirmImsOrgId: 'X@AdobeOrg' },
      'run { id }',
    );
    expect(wrong).toMatchObject({
      run: null,
      userErrors: [{ code: 'CONFIRMATION_MISMATCH', field: ['confirmImsOrgId'] }],
    });
    await approver.must('approve', {
      runId,
      track: 'AEP',
      confirmImsOrgId: imsOrgId,
      comment: 'Verified',
    });
    const { run } = await operator.must(
      'submitConfiguration',
      { runId, configurationName: 'keyway-1', confirmImsOrgId: imsOrgId },
      `run { ${RUN} }`,
    );
    expect(run.tracks[0].submission).toMatchObject({ status: 'rereading', name: 'keyway-1' });
    const again = await operator.mutate('submitConfiguration', {
      runId,
      configurationName: 'keyway-1',
      confirmImsOrgId: imsOrgId,
    });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_SUBMITTED' }]);
  });

  it('asks nobody for what is merely possible: another key may be named, but the approver alone is waited for', async () => {
    const { runId, uuid } = await prepared();
    for (const track of ['AEP', 'CJA'] as const) {
      await untilObserved(uuid, track);
      await operator.must('requestApproval', { runId, track });
    }
    const awaitingApproval = await read(operator, runId);
    expect(awaitingApproval.nextActions).toContainEqual(
      expect.objectContaining({
        mutation: 'provideKey',
        track: 'AEP',
        movesRun: false,
        label: 'Change key',
      }),
    );
    const needed = async (viewer: typeof operator) =>
      (
        await viewer.ask(
          '{ portfolio { needsYou(first: 100) { run { id } action { mutation } } } }',
        )
      ).portfolio.needsYou
        .filter((one: Payload) => one.run.id === runId)
        .map((one: Payload) => one.action.mutation);
    expect(await needed(operator)).toEqual([]);
    expect(await needed(approver)).toEqual(['approve']);
  });

  it('keeps four eyes: a bootstrap owner cannot approve its own request, another token of it can', async () => {
    const { runId, imsOrgId, uuid } = await prepared();
    await untilObserved(uuid, 'AEP');
    await owner.must('requestApproval', { runId, track: 'AEP' });
    expect(
      (await owner.mutate('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId }))
        .userErrors,
    ).toMatchObject([{ code: 'SELF_APPROVAL' }]);
    expect((await read(owner, runId)).tracks[0].approval.mayNotDecide).toBe('SELF_APPROVAL');
    expect(
      (await owner.mutate('requestApproval', { runId, track: 'AEP' })).userErrors,
    ).toMatchObject([{ code: 'CONFLICT' }]);
    await approver.must('refuse', { runId, track: 'AEP', reason: 'Not this week' });
    expect((await read(owner, runId)).tracks[0].approval).toMatchObject({
      status: 'REFUSED',
      reason: 'Not this week',
    });
  });

  it('refuses what its rules do not allow now, with the core’s codes', async () => {
    const { id } = await anOrganization(operator);
    const runId = await aRun(operator, id);
    const code = async (name: string, input: object): Promise<string> => {
      const payload = await operator.mutate(name, { runId, ...input }, 'run { id }');
      expect(payload.run).toBeNull();
      return payload.userErrors[0].code as string;
    };
    expect(
      await code('submitConfiguration', { configurationName: 'c', confirmImsOrgId: 'x' }),
    ).toMatch(/APPROVAL_REQUIRED|STEP_LOCKED/);
    expect(await code('requestApproval', { track: 'AEP' })).toBe('STEP_LOCKED');
    expect(await code('recordTicket', { caseNumber: 'E-1' })).toMatch(
      /APPROVAL_REQUIRED|STEP_LOCKED/,
    );
    expect(await code('confirmCja', { confirmedBy: 'Care', text: 'Done' })).toBe('STEP_LOCKED');
    expect(await code('verify', { track: 'AEP', step: 'ACTIVATION' })).toMatch(
      /STEP_LOCKED|CLOUD_NOT_CONNECTED/,
    );
    expect(await code('verify', { step: 'KEY' })).toBe('INVALID_INPUT');
    expect(await code('overrideCheck', { track: 'AEP', check: 'nonsense', reason: 'r' })).toBe(
      'INVALID_INPUT',
    );
    expect((await operator.mutate('startRun', { organizationId: id })).userErrors).toMatchObject([
      { code: 'RUN_EXISTS', field: ['organizationId'] },
    ]);
    await operator.must('cancelRun', { runId, reason: 'A mistake' });
    expect(await code('verify', {})).toBe('RUN_CLOSED');
    expect(await aRun(operator, id)).not.toBe(runId);
  });

  it.each([
    ['provideKey', 'keyIdentifier', { track: 'AEP', keyIdentifier: 'http://example.com' }],
    [
      'provideKey',
      'keyIdentifier',
      { track: 'AEP', keyIdentifier: `https://${'x'.repeat(100_000)}` },
    ],
    [
      'provideKey',
      'vaultResourceId',
      { track: 'AEP', keyIdentifier: keyIn('contoso'), vaultResourceId: 'x' },
    ],
    ...['..', 'rg?x', 'rg#'].map((group): [string, string, object] => [
      'provideKey',
      'vaultResourceId',
      {
        track: 'AEP',
        keyIdentifier: keyIn('contoso'),
        vaultResourceId: `/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/contoso`,
      },
    ]),
    ['attestStep', 'statement', { track: 'AEP', step: 'ENTITLEMENT', statement: ' ' }],
    ['attestStep', 'statement', { track: 'AEP', step: 'ENTITLEMENT', statement: 'x'.repeat(4001) }],
    [
      'attestStep',
      'reference',
      { track: 'AEP', step: 'ENTITLEMENT', statement: 'x', reference: 'x'.repeat(1001) },
    ],
    ['cancelRun', 'reason', { reason: '' }],
    ['cancelRun', 'reason', { reason: 'a\u0000' }],
    ['recordTicket', 'caseNumber', { caseNumber: ' ' }],
    ['recordTicket', 'url', { caseNumber: 'E-1', url: 'javascript:alert(1)' }],
    ['recordTicket', 'openedAt', { caseNumber: 'E-1', openedAt: '2999-01-01T00:00:00Z' }],
    ['confirmCja', 'text', { confirmedBy: 'Care', text: '' }],
  ])('%s refuses a wrong %s (%#)', async (name, field, input) => {
    const { id } = await anOrganization(operator);
    const runId = await aRun(operator, id);
    const before = (await read(operator, runId)).version;
    expect((await operator.mutate(name, { runId, ...input })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: [field] },
    ]);
    expect((await read(operator, runId)).version).toBe(before);
  });

  it('takes a versionless key, which only warns (VAL-06)', async () => {
    const { id } = await anOrganization(operator);
    const runId = await aRun(operator, id);
    const { run } = await operator.must(
      'provideKey',
      { runId, track: 'AEP', keyIdentifier: 'https://Contoso.vault.azure.net/keys/cmk' },
      `run { ${RUN} }`,
    );
    expect(run.tracks[0].key).toEqual({
      identifier: 'https://contoso.vault.azure.net/keys/cmk',
      resolvedIdentifier: null,
    });
  });
});

describe('startRuns', () => {
  const FIELDS =
    'started { id organization { id } } startable { id } blocked { organization { id } code message }';
  const named = async (n: number): Promise<string[]> =>
    Promise.all(Array.from({ length: n }, async () => (await anOrganization(operator)).id));

  it('starts what can be started and says who is blocked and why; a dry run says the same and starts nothing', async () => {
    const ids = await named(3);
    await aRun(operator, ids[1]!);
    const dry = await operator.must('startRuns', { organizationIds: ids, dryRun: true }, FIELDS);
    expect(dry).toMatchObject({
      started: [],
      startable: [{ id: ids[0] }, { id: ids[2] }],
      blocked: [{ organization: { id: ids[1] }, code: 'RUN_EXISTS' }],
    });
    expect(
      (
        await operator.ask('query($i: ID!) { organization(id: $i) { currentRun { id } } }', {
          i: ids[0],
        })
      ).organization.currentRun,
    ).toBeNull();
    const real = await operator.must('startRuns', { organizationIds: ids }, FIELDS);
    expect(real.started.map((run: Payload) => run.organization.id)).toEqual([ids[0], ids[2]]);
    expect(real.blocked).toEqual(dry.blocked);
  });

  it('takes a filter, and refuses the whole for one that is not there', async () => {
    const { id } = await anOrganization(operator, { name: 'Only this one', region: 'GBR9' });
    const { started } = await operator.must('startRuns', { filter: { region: 'GBR9' } }, FIELDS);
    expect(started).toMatchObject([{ organization: { id } }]);
    expect((await operator.mutate('startRuns', {}, FIELDS)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['organizationIds'] },
    ]);
    const [fresh] = await named(1);
    const wrong = await operator.mutate(
      'startRuns',
      { organizationIds: [fresh, 'nonsense'] },
      FIELDS,
    );
    expect(wrong).toMatchObject({
      started: [],
      userErrors: [{ code: 'NOT_FOUND', field: ['organizationIds', '1'] }],
    });
    const behindTwice = await operator.mutate(
      'startRuns',
      { organizationIds: [fresh, fresh, 'nonsense'] },
      FIELDS,
    );
    expect(behindTwice.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['organizationIds', '2'] },
    ]);
    expect(
      (
        await operator.ask('query($i: ID!) { organization(id: $i) { currentRun { id } } }', {
          i: fresh,
        })
      ).organization.currentRun,
    ).toBeNull();
  });
});

describe('lists and numbers', () => {
  it('answers what this viewer is waited for, oldest first, and finds things by what people know of them', async () => {
    const quiet = await aServer();
    try {
      const [one, two] = [
        await anOrganization(quiet.owner, { name: 'Alpha' }),
        await anOrganization(quiet.owner, { name: 'Beta' }),
      ];
      await aRun(quiet.owner, two.id);
      await aRun(quiet.owner, one.id);
      const data = await quiet.owner.ask(`{
        portfolio { organizations runs byStatus { status count } waitingOn { actor count } byStep { track step status count }
          needsYou { since action { mutation label } run { organization { name } } } }
        runs(first: 10, filter: { track: AEP, step: ENTITLEMENT, stepStatus: [READY, WAITING] }) { totalCount nodes { organization { name } } }
        search(text: "alph") { matched organization { name } run { id } } }`);
      expect(data.portfolio).toMatchObject({
        organizations: 2,
        runs: 2,
        byStatus: [{ status: 'IN_PROGRESS', count: 2 }],
      });
      expect(data.portfolio.needsYou.map((n: Payload) => n.run.organization.name)).toEqual([
        'Beta',
        'Alpha',
      ]);
      expect(data.runs).toMatchObject({
        totalCount: 2,
        nodes: [{ organization: { name: 'Alpha' } }, { organization: { name: 'Beta' } }],
      });
      expect(data.search).toMatchObject([{ matched: 'Alpha', organization: { name: 'Alpha' } }]);
      const auditor = await quiet.person('AUDITOR');
      expect(
        (await auditor.ask('{ portfolio { needsYou { since } } }')).portfolio.needsYou,
      ).toEqual([]);
    } finally {
      await quiet.close();
    }
  });

  it('asks the store as often for a page of many as for a page of few', async () => {
    const database = await aDatabase();
    const store = await database.store();
    const partner = await aPartner(database, store);
    for (let i = 0; i < 6; i += 1) await partner.run((await partner.organization()).id);
    const calls: string[] = [];
    const counted = new Proxy(partner.store, {
      get: (target, name: keyof PartnerStore) => {
        const value: unknown = target[name];
        return typeof value === 'function'
          ? (...args: unknown[]) => (
              calls.push(name),
              (value as (...a: unknown[]) => unknown).apply(target, args)
            )
          : value;
      },
    });
    const viewer = {
      kind: 'BOOTSTRAP',
      id: '1',
      partnerId: 'p',
      partnerName: 'P',
      name: 'B',
      email: null,
      expiresAt: null,
      session: null,
      principal: 'token:1',
      memberId: null,
      grants: [{ role: 'OWNER', organizationId: null }],
      makerGrants: null,
      scopes: ['read', 'runs:write'],
      organizationIds: null,
    } satisfies Authenticated;
    const counts = async (n: number): Promise<number> => {
      calls.length = 0;
      const context = {
        // Cast: nothing else of them is used.
        services: {
          ...{ now: () => new Date().toISOString(), config: { awsPrincipal: null } },
        } as unknown as Services,
        signedIn: { viewer, partner: counted, loaders: new Loaders(counted) },
      };
      const source = `{ organizations(first: ${n}) { totalCount nodes { currentRun { ${RUN} organization { name } } } } }`;
      const { data, errors } = await graphql({
        schema: makeSchema(),
        source,
        contextValue: context,
      });
      expect(errors).toBeUndefined();
      expect((data as Payload).organizations.nodes).toHaveLength(n);
      return calls.length;
    };
    try {
      expect(await counts(6)).toBe(await counts(1));
      expect(calls.toSorted()).toEqual([
        'countOrganizations',
        'currentRuns',
        'observations',
        'organizations',
        'organizationsByIds',
      ]);
    } finally {
      await database.close();
    }
  });
});
