/** What owners read before they remove a member or invite an approver again. */
import { globalId } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const HOLDINGS = `query($id: ID!) { node(id: $id) { ... on Member {
  holdings { openRuns apiTokens handOffs sharedViews
    runOrganizations { id } handOffOrganizations { id } } } } }`;
const holdingsOf = async (client: Client, id: string) => (await client.ask(HOLDINGS, { id })).node;

it('counts what a member has, which ends or stays, for owners of the partner alone', async () => {
  const { id } = await aMember(server.store, server.partnerId, { role: 'OPERATOR' });
  const [ownerId, other] = [globalId('Member', id), await aMember(server.store, server.partnerId)];
  const nowhere = { runOrganizations: [], handOffOrganizations: [] };
  const none = { openRuns: 0, apiTokens: 0, handOffs: 0, sharedViews: 0, ...nowhere };
  expect(await holdingsOf(owner, ownerId)).toEqual({ holdings: none });
  const runOrganizations: unknown[] = [];
  for (const cancel of [false, false, true]) {
    const organization = await anOrganization(owner);
    if (!cancel) runOrganizations.push({ id: organization.id });
    const runId = await aRun(owner, organization.id);
    await owner.must('assignRun', { runId, ownerId });
    if (cancel) await owner.must('cancelRun', { runId, reason: 'x' });
  }
  const maker = { kind: 'MEMBER', id, principal: `member:${id}`, name: 'M' } as const;
  const given = { name: 'T', role: 'AUDITOR', scopes: ['read'], organizationIds: null } as const;
  const create = (expiresAt: string | null) =>
    server.store
      .forPartner({ partnerId: server.partnerId, organizationIds: null })
      .mutate({ principal: maker.principal, operation: 't', input: expiresAt }, (unit) =>
        unit.tokens.create(
          { ...given, scopes: ['read'], expiresAt, maker },
          {
            id: crypto.randomUUID(),
            at: new Date().toISOString(),
            actor: { principal: maker.principal, name: 'M', origin: 'console' },
          },
        ),
      );
  await create(null);
  await create('2020-01-01T00:00:00.000Z');
  const some = {
    ...{ ...none, openRuns: 2, apiTokens: 1 },
    runOrganizations: expect.toSatisfy(
      (found: unknown[]) =>
        found.length === 2 &&
        runOrganizations.every((one) => JSON.stringify(found).includes(JSON.stringify(one))),
    ),
  };
  expect(await holdingsOf(owner, ownerId)).toEqual({ holdings: some });
  expect(await holdingsOf(owner, globalId('Member', other.id))).toEqual({ holdings: none });
  const operator = await server.person('OPERATOR', ['read', 'runs:write']);
  expect(await holdingsOf(operator, ownerId)).toBeNull();
  // The removal ends the tokens, and leaves the runs with their owner.
  await owner.must('removeMember', { memberId: ownerId });
  expect(await holdingsOf(owner, ownerId)).toEqual({ holdings: { ...some, apiTokens: 0 } });
});

it('lists open invitations of who could approve by the policy, for owners of the partner alone', async () => {
  const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
  const invite = (email: string, role: string, organizationId: string | null, more = {}) =>
    owner.must(
      'inviteMember',
      { email: `${email}@example.com`, grants: [{ role, organizationId }], ...more },
      'invitation { id }',
    );
  await invite('everywhere', 'APPROVER', null);
  await invite('here', 'OWNER', mine.id);
  await invite('elsewhere', 'APPROVER', other.id);
  await invite('auditor', 'AUDITOR', null);
  const revoked = await invite('revoked', 'APPROVER', mine.id);
  await owner.must('revokeInvitation', { id: revoked.invitation.id });
  const invitedBy = async (client: Client): Promise<string[]> => {
    const query = 'query($id: ID!) { organization(id: $id) { invitedApprovers { email } } }';
    const { organization } = await client.ask(query, { id: mine.id });
    return organization.invitedApprovers.map(({ email }: { email: string }) => email);
  };
  expect(await invitedBy(owner)).toEqual(['here@example.com', 'everywhere@example.com']);
  expect(await invitedBy(await server.person('OPERATOR', ['read', 'runs:write']))).toEqual([]);
  await owner.must('setPolicy', { organizationId: mine.id, fourEyes: 'OWN_APPROVER' });
  expect(await invitedBy(owner)).toEqual(['here@example.com']);
});
