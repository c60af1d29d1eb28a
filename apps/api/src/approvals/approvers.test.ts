/** Whether anybody can approve, and what waits for whom: by members, grants and policies. */
import { globalId, parseGlobalId, type Role } from '@keyway/core';
import { aMember, anOccurrence, requireAccepted } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const uuidOf = (organizationId: string) => parseGlobalId('Organization', organizationId)!;
/** A member with a role for one organization, or for all of the partner's. */
const aPerson = (imsOrgId: string | null, role: Role = 'APPROVER') =>
  aMember(server.store, server.partnerId, {
    role,
    imsOrgIds: imsOrgId === null ? null : [imsOrgId],
  });
const aRequest = async (operator: Client): Promise<RunToApprove> => {
  const run = await aRunToApprove(server, { operator });
  await operator.must('requestApproval', { runId: run.runId, track: 'AEP' });
  return run;
};
/** A token that acts for a member. */
async function aTokenOf({ store, partnerId, client }: TestServer, memberId: string) {
  const maker = {
    kind: 'MEMBER',
    id: memberId,
    principal: `member:${memberId}`,
    name: 'M',
  } as const;
  const rights = { role: 'OWNER' as const, scopes: ['read', 'runs:write', 'approve'] };
  const given = { name: 'T', ...rights, organizationIds: null, expiresAt: null, maker };
  const made = await store
    .forPartner({ partnerId, organizationIds: null })
    .mutate({ principal: maker.principal, operation: 't', input: null }, (unit) =>
      unit.tokens.create(given, anOccurrence()),
    );
  const { apiToken, token } = requireAccepted(made) as {
    apiToken: { id: string };
    token: string;
  };
  return { id: apiToken.id, token: client(token) };
}
const STATE =
  'query($id: ID!) { run(id: $id) { organization { noApprover } tracks { noApprover approval { noApprover mayNotDecide } } } }';
/** Of the AEP track's pending request, of the track, and of the organization. */
async function reasons(client: Client, id: string) {
  const { run } = await client.ask(STATE, { id });
  const [{ approval, noApprover }] = run.tracks;
  return [approval?.noApprover, noApprover, run.organization.noApprover];
}

describe('whether anybody can approve', () => {
  it('asks for an approver of the organization itself where the policy does', async () => {
    const operator = await server.person('OPERATOR');
    const run = await aRequest(operator);
    const { organizationId } = run;
    await aPerson(null);
    expect(await reasons(operator, run.runId)).toEqual([null, null, null]);
    await owner.must('setPolicy', { organizationId, fourEyes: 'OWN_APPROVER' });
    const NONE = 'NO_OWN_APPROVER';
    expect(await reasons(operator, run.runId)).toEqual([NONE, NONE, NONE]);
    await aPerson(null);
    expect((await reasons(operator, run.runId))[0]).toBe('NO_OWN_APPROVER');
    const own = await aPerson(run.imsOrgId);
    expect(await reasons(operator, run.runId)).toEqual([null, null, null]);
    await owner.must('removeMember', { memberId: globalId('Member', own.id) });
    expect((await reasons(operator, run.runId))[0]).toBe('NO_OWN_APPROVER');
  });

  it('counts whom a rule admits who never signed in', async () => {
    const operator = await server.person('OPERATOR');
    const { runId, organizationId } = await aRequest(operator);
    await owner.must('setPolicy', { organizationId, fourEyes: 'OWN_APPROVER' });
    const admit = (role: Role) =>
      owner.must('setSignInPolicy', {
        rules: [{ claim: 'groups', value: 'keys', grant: { role, organizationId } }],
      });
    await admit('AUDITOR');
    expect((await reasons(operator, runId))[0]).toBe('NO_OWN_APPROVER');
    await admit('APPROVER');
    expect(await reasons(operator, runId)).toEqual([null, null, null]);
    await owner.must('setSignInPolicy', { rules: [] });
    expect((await reasons(operator, runId))[0]).toBe('NO_OWN_APPROVER');
  });

  it('counts no grant that ended, and none of another organization', async () => {
    const operator = await server.person('OPERATOR');
    const [run, other] = [await aRequest(operator), await anOrganization(owner)];
    const { organizationId } = run;
    await owner.must('setPolicy', { organizationId, fourEyes: 'OWN_APPROVER' });
    await aPerson(other.imsOrgId);
    await aPerson(run.imsOrgId, 'OPERATOR');
    const { id } = await aPerson(run.imsOrgId);
    expect((await reasons(operator, run.runId))[0]).toBeNull();
    const rule = crypto.randomUUID();
    await server.database.query(
      `insert into sign_in_rule (id, partner_id, position, claim, value, role) values ($1, $2, 9, 'c', 'v', 'APPROVER')`,
      [rule, server.partnerId],
    );
    await server.database.query(
      `update member_grant set rule_id = $2, expires_at = now() - interval '1 second' where member_id = $1`,
      [id, rule],
    );
    expect((await reasons(operator, run.runId))[0]).toBe('NO_OWN_APPROVER');
  });

  it('says where only the requester could: with an owner alone, in every policy', async () => {
    const alone = await aServer();
    try {
      const run = await aRunToApprove(alone);
      // Before the request: of the one whom the owner would send.
      const before = await alone.owner.ask(STATE, { id: run.runId });
      expect(before.run.tracks[0].noApprover).toBe('ONLY_REQUESTER');
      expect(before.run.organization.noApprover).toBe('ONLY_REQUESTER');
      await alone.owner.must('requestApproval', { runId: run.runId, track: 'AEP' });
      const ask = async (client: Client) =>
        (await client.ask(STATE, { id: run.runId })).run.tracks[0].approval.noApprover;
      expect(await ask(alone.owner)).toBe('ONLY_REQUESTER');
      // Whoever reads it, and however else they may act.
      expect(await ask(await alone.person('AUDITOR'))).toBe('ONLY_REQUESTER');
      // Of tokens that act for nobody, those count that may approve: by them, and by no person.
      await alone.person('APPROVER', ['read']);
      expect(await ask(alone.owner)).toBe('ONLY_REQUESTER');
      const token = await alone.person('APPROVER');
      expect(await ask(alone.owner)).toBe('ONLY_TOKENS');
      expect(await ask(token)).toBe('ONLY_TOKENS');
      const without = async (): Promise<number> =>
        (
          await alone.owner.ask(
            '{ organizationsWithoutApprover(fourEyes: ANOTHER_MEMBER) { totalCount } }',
          )
        ).organizationsWithoutApprover.totalCount;
      expect(await without()).toBe(1);
      const { id } = await aMember(alone.store, alone.partnerId, { role: 'APPROVER' });
      expect([await ask(alone.owner), await without()]).toEqual([null, 0]);
      await alone.owner.must('removeMember', { memberId: globalId('Member', id) });
      expect([await ask(alone.owner), await without()]).toEqual(['ONLY_TOKENS', 1]);
      // As it says: the token can.
      const confirmation = { track: 'AEP', confirmImsOrgId: run.imsOrgId };
      await token.must('approve', { runId: run.runId, ...confirmation });
    } finally {
      await alone.close();
    }
  });

  it('counts a token as the member who made it, and not beside them', async () => {
    const alone = await aServer();
    try {
      const run = await aRunToApprove(alone);
      const maker = await aMember(alone.store, alone.partnerId, { role: 'OWNER' });
      const { token, id } = await aTokenOf(alone, maker.id);
      await token.must('requestApproval', { runId: run.runId, track: 'AEP' });
      // The bootstrap token, which acts for nobody, could.
      expect(await reasons(token, run.runId)).toEqual(Array(3).fill('ONLY_TOKENS'));
      await alone.database.query(`update api_token set scopes = '{read}' where id <> $1`, [id]);
      expect(await reasons(token, run.runId)).toEqual(Array(3).fill('ONLY_REQUESTER'));
      const other = await aMember(alone.store, alone.partnerId, { role: 'APPROVER' });
      expect(await reasons(token, run.runId)).toEqual([null, null, null]);
      await alone.database.query('update member set removed_at = now() where id = $1', [other.id]);
      expect((await reasons(token, run.runId))[0]).toBe('ONLY_REQUESTER');
      // Of a maker without the role it is nobody’s.
      await alone.database.query(`update member_grant set role = 'OPERATOR'`);
      expect((await reasons(token, run.runId))[0]).toBe('NO_APPROVER');
    } finally {
      await alone.close();
    }
  });

  it('counts no token that acts for nobody outside the sandbox', async () => {
    const real = await aServer({ sandbox: false });
    try {
      const { id } = await anOrganization(real.owner);
      const ask = async () =>
        (await real.owner.ask('query($id: ID!) { organization(id: $id) { noApprover } }', { id }))
          .organization.noApprover;
      expect(await ask()).toBe('NO_APPROVER');
      await aMember(real.store, real.partnerId);
      expect(await ask()).toBeNull();
    } finally {
      await real.close();
    }
  });

  it('takes the request all the same, and asks the database as often for many runs as for one', async () => {
    const operator = await server.person('OPERATOR');
    for (let i = 0; i < 3; i += 1) await aRequest(operator);
    const count = async (first: number): Promise<number> => {
      const read = server.store.forPartner.bind(server.store);
      const calls: string[] = [];
      server.store.forPartner = (...args) => {
        const partner = read(...args);
        const { approvers } = partner;
        partner.approvers = (...asked) => (calls.push('approvers'), approvers(...asked));
        return partner;
      };
      await owner.ask(
        `{ pendingApprovals(first: ${first}) { nodes { run { organization { name } tracks { noApprover approval { noApprover } } } } } }`,
      );
      server.store.forPartner = read;
      return calls.length;
    };
    expect(await count(1)).toBe(1);
    expect(await count(3)).toBe(1);
  });
});

describe('the organizations where nobody could approve', () => {
  const ASK =
    'query($fourEyes: FourEyes!, $organizationId: ID) { organizationsWithoutApprover(fourEyes: $fourEyes, organizationId: $organizationId) { totalCount nodes(first: 100) { id } } }';
  const ask = async (client: Client, fourEyes: string, organizationId?: string) => {
    const { organizationsWithoutApprover: found } = await client.ask(ASK, {
      fourEyes,
      organizationId,
    });
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes.map(({ id }: { id: string }) => id);
  };

  it('are those of the policy, by the rule that would hold', async () => {
    const [followed, withOwn, ofItself, archived] = await Promise.all(
      [1, 2, 3, 4].map(async (place) => {
        const { id, imsOrgId } = await anOrganization(owner);
        if (place === 2) await aPerson(imsOrgId);
        return id;
      }),
    );
    await owner.must('setPolicy', { organizationId: ofItself! });
    await owner.must('archiveOrganization', { organizationId: archived!, reason: 'x' });
    expect(await ask(owner, 'ANOTHER_MEMBER')).toEqual([]);
    const found = await ask(owner, 'OWN_APPROVER');
    expect(found).toContain(followed);
    for (const id of [withOwn, ofItself, archived]) expect(found).not.toContain(id);
    expect(await ask(owner, 'OWN_APPROVER', ofItself)).toEqual([ofItself]);
    expect(await ask(owner, 'OWN_APPROVER', withOwn)).toEqual([]);
  });

  it('are none that the viewer doesn’t see', async () => {
    const [mine, other] = [(await anOrganization(owner)).id, (await anOrganization(owner)).id];
    const limited = await server.person('AUDITOR', ['read'], [mine]);
    expect(await ask(limited, 'OWN_APPROVER')).toEqual([mine]);
    expect(await ask(limited, 'OWN_APPROVER', other)).toEqual([]);
    expect(await ask(await server.otherOwner(), 'OWN_APPROVER', mine)).toEqual([]);
    expect(await ask(owner, 'OWN_APPROVER', globalId('Run', uuidOf(mine)))).toEqual([]);
  });
});

describe('pending approvals', () => {
  const ASK =
    'query($mayDecide: Boolean, $first: Int!, $after: String) { pendingApprovals(first: $first, after: $after, mayDecide: $mayDecide) { totalCount pageInfo { endCursor } nodes { track since run { id tracks { id approval { mayNotDecide } } } } } }';
  const ask = async (client: Client, mayDecide?: boolean) => {
    const { pendingApprovals: found } = await client.ask(ASK, { mayDecide, first: 100 });
    expect(found.totalCount).toBe(found.nodes.length);
    for (const { track, run } of mayDecide === undefined ? [] : found.nodes) {
      const { approval } = run.tracks.find(({ id }: { id: string }) => id === track);
      expect(approval.mayNotDecide === null).toBe(mayDecide);
    }
    return found.nodes.map(({ run }: { run: { id: string } }) => run.id);
  };

  it('are apart by whether this viewer may approve, as the approval says', async () => {
    const [operator, approver, both] = [
      await server.person('OPERATOR'),
      await server.person('APPROVER'),
      await server.person('OWNER'),
    ];
    const [plain, own, mine] = [
      await aRequest(operator),
      await aRequest(operator),
      await aRequest(both),
    ];
    await owner.must('setPolicy', {
      organizationId: own.organizationId,
      fourEyes: 'OWN_APPROVER',
    });
    const ids = (runs: RunToApprove[]) => expect.arrayContaining(runs.map(({ runId }) => runId));
    expect(await ask(approver)).toEqual(ids([plain, own, mine]));
    expect(await ask(approver, true)).toEqual(ids([plain, mine]));
    expect(await ask(approver, true)).not.toContain(own.runId);
    expect(await ask(approver, false)).toContain(own.runId);
    expect(await ask(both, true)).toContain(plain.runId);
    expect(await ask(both, true)).not.toContain(mine.runId);
    expect(await ask(operator, true)).toEqual([]);
    const itself = await server.person('APPROVER', ['read', 'approve'], [own.organizationId]);
    expect(await ask(itself, true)).toEqual([own.runId]);
    expect(await ask(itself)).toEqual([own.runId]);
    await owner.must('archiveOrganization', { organizationId: own.organizationId, reason: 'x' });
    expect(await ask(itself)).toEqual([]);
    expect(await ask(await server.otherOwner())).toEqual([]);
  });

  describe('of some names', () => {
    const BY_NAME =
      'query($text: String, $orderBy: PendingApprovalOrder! = NAME, $first: Int! = 100, $after: String) { pendingApprovals(first: $first, after: $after, text: $text, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } nodes { run { organization { name imsOrgId } } } } }';
    const read = async (client: Client, variables: Record<string, unknown>) => {
      const { pendingApprovals: page } = await client.ask(BY_NAME, variables);
      const names: string[] = page.nodes.map(
        ({ run }: { run: { organization: { name: string } } }) => run.organization.name,
      );
      return { ...page, names };
    };
    const NAMES = ['wingtip, "C"', 'Wingtip a', 'Wingtip B'];

    beforeAll(async () => {
      const requester = await server.person('OPERATOR');
      for (const name of NAMES) {
        const { organizationId } = await aRequest(requester);
        await owner.must('updateOrganization', { organizationId, name });
      }
    });

    it('are found by a text, counted, and in the order of names', async () => {
      const found = await read(owner, { text: 'WINGTIP' });
      expect(found.names).toEqual(['Wingtip a', 'Wingtip B', 'wingtip, "C"']);
      expect(found.totalCount).toBe(3);
      expect((await read(owner, { text: 'tip B' })).names).toEqual(['Wingtip B']);
      expect((await read(owner, { text: '%' })).names).toEqual([]);
      const [{ run }] = found.nodes;
      const { imsOrgId } = run.organization;
      expect((await read(owner, { text: imsOrgId })).names).toEqual(['Wingtip a']);
      expect((await read(await server.otherOwner(), { text: 'wingtip' })).names).toEqual([]);
    });

    it('come page by page in each order, whose cursors are its own', async () => {
      for (const orderBy of ['NAME', 'SINCE']) {
        const all = await read(owner, { text: 'wingtip', orderBy });
        const names: string[] = [];
        let after: string | null = null;
        do {
          const page = await read(owner, { text: 'wingtip', orderBy, first: 1, after });
          names.push(...page.names);
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect(names).toEqual(all.names);
        expect(names).toHaveLength(3);
      }
      const { pageInfo } = await read(owner, { first: 1 });
      const wrong = read(owner, { orderBy: 'SINCE', after: pageInfo.endCursor });
      await expect(wrong).rejects.toThrow(/cursor/i);
    });
  });

  it('come page by page, the longest wait first', async () => {
    const all = await ask(owner);
    const found: string[] = [];
    for (let after: string | null = null; found.length < all.length;) {
      const { pendingApprovals: page } = await owner.ask(ASK, { first: 2, after });
      found.push(...page.nodes.map(({ run }: { run: { id: string } }) => run.id));
      after = page.pageInfo.endCursor;
      if (page.nodes.length === 0) break;
    }
    expect(found).toEqual(all);
  });
});
