/** Policies, from outside: who may set them, where they bite, and that a loosening is loud. */
import type { Store } from '@keyway/store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const POLICY = 'policy { fourEyes coolingOffSeconds approvalValidSeconds neverAccept own }';
const DEFAULTS = {
  fourEyes: 'ANOTHER_MEMBER',
  coolingOffSeconds: 0,
  approvalValidSeconds: 604_800,
  neverAccept: [],
  own: false,
};
const codes = ({ userErrors }: { userErrors: { code: string }[] }): string[] =>
  userErrors.map(({ code }) => code);

/** A run whose AEP track waits for its approval. */
async function requested(): Promise<RunToApprove> {
  const operator = await server.person('OPERATOR');
  const run = await aRunToApprove(server, { operator });
  await operator.must('requestApproval', { runId: run.runId, track: 'AEP' });
  return run;
}
const approvalOf = async (client: Client, id: string) =>
  (
    await client.ask(
      'query($id: ID!) { run(id: $id) { tracks { id approval { status reason mayNotDecide mayNotRefuse decidedAt usableAt usable } } nextActions { mutation } } }',
      { id },
    )
  ).run;

it('that can never be used is taken, with a warning', async () => {
  const owner = server.owner;
  const fields =
    'policy { warning { code message(locale: "es") } version } warning { code message }';
  const set = (coolingOffSeconds: number) =>
    owner.must('setPolicy', { coolingOffSeconds, approvalValidSeconds: 3600 }, fields);
  const useless = await set(3600);
  expect(useless.warning).toEqual({
    code: 'NEVER_USABLE',
    message: expect.stringMatching(/expire before/),
  });
  expect(useless.policy.warning.message).toMatch(/expiran/);
  expect((await owner.ask('{ policy { warning { code } } }')).policy.warning).toEqual({
    code: 'NEVER_USABLE',
  });
  const good = await set(3599);
  expect([good.warning, good.policy.warning]).toEqual([null, null]);
  await owner.must('setPolicy', { coolingOffSeconds: 0, approvalValidSeconds: 604_800 });
});

describe('two owners at once', () => {
  const QUERY = '{ policy { version } signInPolicy { version } }';
  const LATE = [{ code: 'CONFLICT', field: ['ifVersion'] }];

  it('do not replace each other’s policy unseen', async () => {
    const { id: organizationId } = await anOrganization(owner);
    const ifVersion = (await owner.ask(QUERY)).policy.version;
    const set = (input: object) =>
      owner.mutate('setPolicy', { ...input }, 'policy { version own }');
    const [one, other] = await Promise.all(
      [120, 180].map((coolingOffSeconds) => set({ coolingOffSeconds, ifVersion })),
    );
    expect([one, other].map((answer) => codes(answer as never)).toSorted()).toEqual([
      [],
      ['CONFLICT'],
    ]);
    const done = [one, other].find((answer) => answer?.policy)!;
    expect((await owner.ask(QUERY)).policy).toEqual({ version: done.policy.version });
    // The organization follows it, until it has one of its own, whatever that says.
    const versionOf = async () =>
      (
        await owner.ask('query($id: ID!) { organization(id: $id) { policy { version } } }', {
          id: organizationId,
        })
      ).organization.policy.version;
    const followed = await versionOf();
    expect(followed).toBe(done.policy.version);
    await owner.must('setPolicy', { organizationId });
    expect(
      (await set({ organizationId, inherit: true, ifVersion: followed })).userErrors,
    ).toMatchObject(LATE);
    const own = await versionOf();
    const back = { coolingOffSeconds: 0, ifVersion: done.policy.version };
    expect((await set(back)).policy.version).toBe(ifVersion);
    expect((await set({ organizationId, inherit: true, ifVersion: own })).userErrors).toEqual([]);
  });

  it('do not replace each other’s rules unseen', async () => {
    const ifVersion = (await owner.ask(QUERY)).signInPolicy.version;
    const set = (value: string | null) =>
      owner.mutate(
        'setSignInPolicy',
        {
          rules: value === null ? [] : [{ claim: 'groups', value, grant: { role: 'AUDITOR' } }],
          ifVersion,
        },
        'signInPolicy { version }',
      );
    const first = await set('a');
    expect((await owner.ask(QUERY)).signInPolicy).toEqual(first.signInPolicy);
    expect((await set('b')).userErrors).toMatchObject(LATE);
    await owner.must('setSignInPolicy', { rules: [] });
    // Changed back: what was seen holds.
    expect((await set(null)).userErrors).toEqual([]);
  });
});

describe('setPolicy', () => {
  it('is for owners, with limits, and what is null stays', async () => {
    expect((await owner.ask(`{ ${POLICY} }`)).policy).toEqual(DEFAULTS);
    const { id: organizationId } = await anOrganization(owner);
    const changed = await owner.must(
      'setPolicy',
      { organizationId, coolingOffSeconds: 60 },
      POLICY,
    );
    expect(changed.policy).toEqual({ ...DEFAULTS, coolingOffSeconds: 60, own: true });
    const both = await owner.must(
      'setPolicy',
      { organizationId, neverAccept: ['keyIsNotExpiring'], approvalValidSeconds: 3600 },
      POLICY,
    );
    expect(both.policy).toMatchObject({ coolingOffSeconds: 60, approvalValidSeconds: 3600 });
    for (const [field, input] of [
      ['coolingOffSeconds', { coolingOffSeconds: -1 }],
      ['coolingOffSeconds', { coolingOffSeconds: 30 * 86_400 + 1 }],
      ['approvalValidSeconds', { approvalValidSeconds: 59 }],
      ['approvalValidSeconds', { approvalValidSeconds: 90 * 86_400 + 1 }],
      ['neverAccept', { neverAccept: ['nothing'] }],
      ['inherit', { inherit: true, coolingOffSeconds: 5 }],
    ] as const)
      expect((await owner.mutate('setPolicy', { organizationId, ...input })).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: [field] }]); // prettier-ignore
    const again = await owner.must('setPolicy', { organizationId, inherit: true }, POLICY);
    expect(again.policy).toEqual(DEFAULTS);
    for (const role of ['OPERATOR', 'APPROVER', 'AUDITOR'] as const)
      expect(codes(await (await server.person(role)).mutate('setPolicy', { organizationId, coolingOffSeconds: 1 }))).toEqual(['FORBIDDEN']); // prettier-ignore
    const ofOne = await server.person('OWNER', undefined, [organizationId]);
    await ofOne.must('setPolicy', { organizationId, coolingOffSeconds: 1 });
    expect(codes(await ofOne.mutate('setPolicy', { coolingOffSeconds: 1 }))).toEqual(['FORBIDDEN']);
  });

  it('says before it is set whether it would loosen what holds', async () => {
    const { id: organizationId } = await anOrganization(owner);
    const own = { coolingOffSeconds: 600, approvalValidSeconds: 3600, fourEyes: 'OWN_APPROVER' };
    await owner.must('setPolicy', { organizationId, neverAccept: ['keyIsNotExpiring'], ...own });
    const loosened = async (change: string): Promise<boolean> => {
      const asked = `query($id: ID!) { organization(id: $id) { policy { loosenedBy${change} } } }`;
      return (await owner.ask(asked, { id: organizationId })).organization.policy.loosenedBy;
    };
    for (const change of [
      '(fourEyes: ANOTHER_MEMBER)',
      '(coolingOffSeconds: 599)',
      '(approvalValidSeconds: 3601)',
      '(neverAccept: [])',
      '(coolingOffSeconds: 900, neverAccept: ["vaultUsesRbac"])',
    ])
      expect(await loosened(change)).toBe(true);
    for (const change of [
      '',
      '(coolingOffSeconds: 601, approvalValidSeconds: 60)',
      '(neverAccept: ["keyIsNotExpiring", "vaultUsesRbac"])',
    ])
      expect(await loosened(change)).toBe(false);
  });

  it('asks for an approver of the organization itself, and says so to others', async () => {
    const { runId, organizationId, imsOrgId } = await requested();
    const ofPartner = await server.person('APPROVER');
    const own = await server.person('APPROVER', undefined, [organizationId]);
    await owner.must('setPolicy', { organizationId, fourEyes: 'OWN_APPROVER' });
    const decision = { runId, track: 'AEP', confirmImsOrgId: imsOrgId };
    expect((await approvalOf(ofPartner, runId)).tracks[0].approval).toMatchObject({
      ...{ status: 'REQUESTED', mayNotDecide: 'POLICY_FORBIDS', mayNotRefuse: null },
      usable: false,
    });
    const operator = await server.person('OPERATOR');
    expect((await approvalOf(operator, runId)).tracks[0].approval).toMatchObject({
      ...{ mayNotDecide: 'FORBIDDEN', mayNotRefuse: 'FORBIDDEN' },
    });
    const { userErrors } = await ofPartner.mutate('approve', decision);
    expect(userErrors).toMatchObject([
      {
        code: 'POLICY_FORBIDS',
        message: expect.stringMatching(
          /By policy, an approver of Org .+ decides: someone whose access/,
        ),
      },
    ]);
    const needs = async (client: Client) => {
      const { portfolio } = await client.ask(
        '{ portfolio { needsYou(first: 100) { run { id } action { mutation } } } }',
      );
      return (portfolio.needsYou as { run: { id: string }; action: { mutation: string } }[])
        .filter(({ run }) => run.id === runId)
        .map(({ action }) => action.mutation);
    };
    expect([await needs(ofPartner), await needs(own)]).toEqual([[], ['approve']]);
    await ofPartner.must('refuse', { runId, track: 'AEP', reason: 'Not yet' });
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await own.must('approve', decision);
    const given = async () => (await approvalOf(own, runId)).tracks[0].approval;
    expect((await given()).status).toBe('APPROVED');
    // The run was prepared a little ahead of the clock. No event makes an approval usable.
    await expect.poll(async () => (await given()).usable).toBe(true);
  });

  it('that loosens the partner’s voids what was given, and is loud in history', async () => {
    await owner.must('setPolicy', { coolingOffSeconds: 600 });
    const { runId, imsOrgId } = await requested();
    const approver = await server.person('APPROVER');
    await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
    const run = (await owner.ask(`query($id: ID!) { run(id: $id) { ${POLICY} } }`, { id: runId }))
      .run;
    expect(run.policy.coolingOffSeconds).toBe(600);
    const given = (await approvalOf(owner, runId)).tracks[0].approval;
    expect(Date.parse(given.usableAt) - Date.parse(given.decidedAt)).toBe(600_000);
    expect(given.usable).toBe(false);
    const turns = async () =>
      (await owner.ask(
        `query($id: ID!) { run(id: $id) { sentence tracks { steps { id coolingOffUntil } } }
             runs(first: 100) { nodes { id coolingOffs { track step until remainingSeconds } nobodysTurnUntil } }
             portfolio { needsYou(first: 100) { run { id } action { mutation track reason } } } }`,
        { id: runId },
      )) as {
        run: { sentence: string; tracks: { steps: { coolingOffUntil: string | null }[] }[] };
        runs: { nodes: { id: string }[] };
        portfolio: { needsYou: { run: { id: string }; action: { reason: string | null } }[] };
      };
    const until = given.usableAt;
    expect((await turns()).runs.nodes.find(({ id }) => id === runId)).toEqual({
      id: runId,
      coolingOffs: [
        {
          ...{ track: 'AEP', step: 'SUBMISSION', until },
          remainingSeconds: expect.toSatisfy((left: number) => left > 500 && left < 700),
        },
      ],
      nobodysTurnUntil: expect.toSatisfy((at) => at === until || at === null),
    });
    const ends = (await turns()).run.tracks.flatMap(({ steps }) =>
      steps.filter(({ coolingOffUntil }) => coolingOffUntil !== null),
    );
    expect(ends).toEqual([{ id: 'SUBMISSION', coolingOffUntil: until }]);
    const submit = { runId, configurationName: 'keyway-cmk', confirmImsOrgId: imsOrgId };
    expect(codes(await owner.mutate('submitConfiguration', submit))).toEqual(['COOLING_OFF']);
    await owner.must('setPolicy', { coolingOffSeconds: 0 });
    expect((await approvalOf(owner, runId)).tracks[0].approval).toMatchObject({
      status: 'VOID',
      reason: expect.stringContaining('loosened'),
    });
    const again = await turns();
    const why =
      'The last approval is void. The policy for approvals was loosened after approval was requested.';
    expect(again.portfolio.needsYou.find(({ run: one }) => one.id === runId)?.action).toEqual({
      ...{ mutation: 'requestApproval', track: 'AEP', reason: why },
    });
    expect(again.run.sentence).toBe(
      `Experience Platform · Approval: ${why} Ready for your team: request approval again.`,
    );
    expect(codes(await owner.mutate('submitConfiguration', submit))).toEqual(['APPROVAL_VOID']);
    const { history } = await owner.ask(
      'query($filter: HistoryFilter) { history(first: 50, filter: $filter) { nodes { kind summary actor run { id } } } }',
      { filter: { kind: ['policyChanged'] } },
    );
    const loosened =
      'Loosened the policy for approvals: approved by any approver or owner other than the requester, usable at once, valid for 7 days';
    // The newest first: that of the partner, and that of the run.
    const entryOf = (id: string | undefined) =>
      history.nodes.find(({ run }: { run: { id: string } | null }) => run?.id === id);
    expect(entryOf(undefined).summary).toBe(loosened);
    expect(entryOf(runId).summary).toBe(
      `${loosened}. AEP: the approval is void because the policy was loosened`,
    );
    // Whoever changed the partner's policy, in both entries.
    expect(entryOf(runId).actor).toBe(entryOf(undefined).actor);
    expect(entryOf(runId).actor).not.toBe('Keyway');
  });

  it('that nobody may accept is said of a check, whoever asks', async () => {
    const { runId, organizationId } = await requested();
    const checks = async () => {
      const { run } = await owner.ask(
        'query($id: ID!) { run(id: $id) { tracks { steps { checks { id overridable neverAccepted } } preview { configurationNameCheck(configurationName: "Upper-Case") { overridable neverAccepted } } } } }',
        { id: runId },
      );
      return run.tracks[0].preview.configurationNameCheck as object;
    };
    expect(await checks()).toEqual({ overridable: true, neverAccepted: false });
    await owner.must('setPolicy', { organizationId, neverAccept: ['configurationNameIsSafe'] });
    expect(await checks()).toEqual({ overridable: false, neverAccepted: true });
  });

  it('is logged where it does not reach open runs at once, and set all the same', async () => {
    const system = vi
      .spyOn(
        Object.getPrototypeOf(server.store.system()) as ReturnType<Store['system']>,
        'applyPolicyChanges',
      )
      .mockRejectedValue(new Error('the pool is busy'));
    try {
      const set = owner.must('setPolicy', { approvalValidSeconds: 3600 }, POLICY);
      expect((await set).policy.approvalValidSeconds).toBe(3600);
    } finally {
      system.mockRestore();
    }
    expect(server.log.join('')).toContain('a policy did not reach open runs');
    await owner.must('setPolicy', { approvalValidSeconds: 604_800 });
  });
});
