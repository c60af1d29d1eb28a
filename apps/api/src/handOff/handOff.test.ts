/** Hand-offs from outside: what a link shows and does, when it ends, and who makes one. */
import { parseGlobalId } from '@keyway/core';
import { newToken } from '@keyway/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  keyIn,
  missingId,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

const DAY = 86_400_000;
let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer({}, { handOffRate: { max: 40, windowMs: 60_000 } });
  owner = server.owner;
});
afterAll(() => server.close());

const HANDED_OFF = `partner organization actor note expiresAt
  steps { track id status sentence mayCheck mayAttest looking lookedAt instructions { text lines { text checks progress } } checks { id verdict } }
  done { id status sentence } later { track id mayCheck mayAttest }`;
const codes = ({ userErrors }: { userErrors: { code: string }[] }): string[] =>
  userErrors.map(({ code }) => code);

/** A run whose vault the customer's Azure admin has to attest. */
async function aRunToHandOff(by = owner) {
  const organization = await anOrganization(by);
  const runId = await aRun(by, organization.id);
  await by.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  await by.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn('contoso-aep') });
  return { organization, runId };
}
async function handOff(runId: string, more: Record<string, unknown> = {}, by = owner) {
  const input = { runId, actor: 'AZURE_ADMIN', ...more };
  const made: Payload = await by.must(
    'createHandOff',
    input,
    'url handOff { id actor note createdBy createdAt expiresAt revokedAt lastUsedAt uses run { id } }',
  );
  const token = (made.url as string).split('/').at(-1)!;
  return { ...made, token, link: server.client(token) };
}
const handedOff = async (link: Client): Promise<Payload> =>
  (await link.ask(`{ handedOff { ${HANDED_OFF} } }`)).handedOff;
const attest = (link: Client, more: Record<string, unknown> = {}) =>
  link.mutate(
    'attestHandedOff',
    { track: 'AEP', step: 'VAULT', statement: 'Made it.', by: 'Luis Vega', ...more },
    `handedOff { ${HANDED_OFF} }`,
  );
const check = (link: Client, step = 'VAULT') =>
  link.mutate('checkHandedOff', { track: 'AEP', step }, `handedOff { ${HANDED_OFF} }`);
const runOf = async (runId: string): Promise<Payload> =>
  (
    await owner.ask(
      `query($id: ID!) { run(id: $id) { version handOffs { id uses lastUsedAt revokedAt }
         history(first: 20) { nodes { kind actor summary data } } } }`,
      { id: runId },
    )
  ).run;

describe('a hand-off', () => {
  it('is made by an operator, for two weeks, and shown with its run', async () => {
    const { runId } = await aRunToHandOff();
    const made = await handOff(runId, { note: ' Please. ' });
    expect(made.url).toMatch(/^http:\/\/localhost:4000\/hand-off\/kwh_[0-9A-Za-z]{46}$/);
    expect(made.handOff).toMatchObject({
      ...{ actor: 'AZURE_ADMIN', note: 'Please.', run: { id: runId }, uses: 0 },
      ...{ revokedAt: null, lastUsedAt: null, createdBy: expect.any(String) },
    });
    const lasts = Date.parse(made.handOff.expiresAt) - Date.parse(made.handOff.createdAt);
    expect(Math.abs(lasts - 14 * DAY)).toBeLessThan(60_000);
    const { node } = await owner.ask('query($id: ID!) { node(id: $id) { __typename id } }', {
      id: made.handOff.id,
    });
    expect(node).toEqual({ __typename: 'HandOff', id: made.handOff.id });
    expect((await runOf(runId)).handOffs).toMatchObject([{ id: made.handOff.id }]);
  });

  it('is refused for other actors, times and viewers', async () => {
    const { organization, runId } = await aRunToHandOff();
    const refused = async (more: Record<string, unknown>, by = owner) =>
      (await by.mutate('createHandOff', { runId, actor: 'AZURE_ADMIN', ...more })).userErrors;
    for (const actor of ['PARTNER', 'APPROVER', 'ADOBE', 'SYSTEM']) {
      const [error, ...others] = await refused({ actor });
      expect(error).toMatchObject({ code: 'INVALID_INPUT', field: ['actor'] });
      expect(others).toEqual([]);
      for (const possible of ['AZURE_ADMIN', 'ENTRA_ADMIN', 'AWS_ADMIN'])
        expect(error?.message).toContain(possible);
    }
    const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    for (const expiresAt of ['2020-01-01T00:00:00.000Z', inDays(91)])
      expect(await refused({ expiresAt })).toMatchObject([
        { code: 'INVALID_INPUT', field: ['expiresAt'] },
      ]);
    expect(await refused({ expiresAt: inDays(89) })).toEqual([]);
    expect(await refused({ runId: missingId('Run') })).toMatchObject([
      { code: 'NOT_FOUND', field: ['runId'] },
    ]);
    const auditor = await server.person('AUDITOR');
    const approver = await server.person('APPROVER');
    const reader = await server.person('OWNER', ['read']);
    for (const by of [auditor, approver, reader])
      expect(await refused({}, by)).toMatchObject([{ code: 'FORBIDDEN' }]);
    const limited = await server.person('OPERATOR', undefined, [organization.id]);
    const { link } = await handOff(runId, {}, limited);
    expect((await handedOff(link)).organization).toMatch(/^Org /);
  });

  it('answers a repeated request with the same link, which is stored sealed', async () => {
    const { runId } = await aRunToHandOff();
    const input = { idempotencyKey: 'one' };
    const [first, second] = [await handOff(runId, input), await handOff(runId, input)];
    expect(first.url).toBe(second.url);
    expect((await runOf(runId)).handOffs).toHaveLength(1);
    const [row] = await server.database.query<{ text: string }>(
      `select i::text as text from idempotency i where key = 'one'`,
    );
    expect(row?.text).not.toContain(first.token.slice(4));
  });
});

describe('its link', () => {
  it('shows its actor’s open steps, in both languages, and what was done', async () => {
    const { runId } = await aRunToHandOff();
    const { link } = await handOff(runId, { note: 'Please.' });
    expect(await handedOff(link)).toMatchObject({
      ...{ partner: 'Partner', actor: 'AZURE_ADMIN', note: 'Please.', done: [] },
      later: [
        ...['NETWORK', 'KEY', 'ROLE'].map((id) => ({ track: 'AEP', id })),
        ...['VAULT', 'NETWORK', 'KEY', 'ROLE'].map((id) => ({ track: 'CJA', id })),
      ].map((place) => ({ ...place, mayCheck: false, mayAttest: false })),
      steps: [
        {
          ...{ track: 'AEP', id: 'VAULT', status: 'READY', looking: false, lookedAt: null },
          ...{ mayCheck: false, mayAttest: true, checks: [] },
          sentence: 'To do: create or correct vault contoso-aep.',
          instructions: {
            text: expect.any(String),
            lines: expect.arrayContaining([
              expect.objectContaining({ checks: ['vaultHasPurgeProtection'], progress: 'OPEN' }),
            ]),
          },
        },
      ],
    });
    const { handedOff: inSpanish } = await link.ask(
      '{ handedOff { steps { title(locale: "es") sentence(locale: "es") } } }',
    );
    expect(inSpanish.steps).toEqual([
      { title: 'Almacén', sentence: expect.stringMatching(/^Pendiente: /) },
    ]);
    const { link: other } = await handOff(runId, { actor: 'ENTRA_ADMIN' });
    expect(await handedOff(other)).toMatchObject({ actor: 'ENTRA_ADMIN', steps: [], done: [] });
  });

  it('attests with the stated name, and history names both', async () => {
    const { runId } = await aRunToHandOff();
    const { link, handOff: made } = await handOff(runId);
    const { handedOff: after, userErrors } = await attest(link, { by: ' Luis Vega ' });
    expect(userErrors).toEqual([]);
    expect(after.steps.map(({ id }: { id: string }) => id)).toEqual(['NETWORK', 'KEY']);
    expect(after.done).toEqual([
      { id: 'VAULT', status: 'DONE', sentence: expect.stringContaining('Luis Vega (hand-off)') },
    ]);
    const { history, handOffs } = await runOf(runId);
    expect(history.nodes[0]).toMatchObject({
      ...{ kind: 'stepAttested', actor: 'Luis Vega (hand-off)' },
      data: { statement: 'Made it.', handOff: { id: made.id, actor: 'AZURE_ADMIN' } },
    });
    expect(history.nodes[1]).toMatchObject({
      kind: 'handOffCreated',
      summary: 'Created a hand-off to the Azure admin',
    });
    expect(handOffs).toMatchObject([{ uses: 2, lastUsedAt: expect.any(String) }]);
    const [{ principal }] = (await server.database.query<{ principal: string }>(
      `select principal from history_entry where actor = 'Luis Vega (hand-off)'`,
    )) as [{ principal: string }];
    expect(principal).toBe(`handOff:${parseGlobalId('HandOff', made.id as string)}`);
  });

  it('checks once, however often it is asked', async () => {
    const { organization, runId } = await aRunToHandOff();
    await owner.must('connectAzure', {
      organizationId: organization.id,
      ...{ tenantId: organization.uuid, clientId: organization.uuid, clientSecret: 'sandbox-x' },
    });
    const { link } = await handOff(runId);
    // A connection is read at once; what is read then is not asked for again.
    const first = await check(link);
    expect([codes(first), first.handedOff.steps[0]]).toMatchObject([
      [],
      { id: 'VAULT', status: 'WORKING', looking: true, mayCheck: true, mayAttest: false },
    ]);
    const { version } = await runOf(runId);
    expect(codes(await check(link))).toEqual([]);
    expect((await runOf(runId)).version).toBe(version);
    expect(codes(await attest(link))).toEqual(['CONFLICT']);
  });

  it('refuses what it has not, as what is not there, and says what is wrong with the input', async () => {
    const { runId } = await aRunToHandOff();
    const { link } = await handOff(runId);
    const { version } = await runOf(runId);
    for (const step of [
      'ENTITLEMENT',
      'NETWORK',
      'CONSENT',
      'APPROVAL',
      'SUBMISSION',
      'ACTIVATION',
    ]) {
      expect([step, (await check(link, step)).userErrors]).toMatchObject([
        step,
        [{ code: 'NOT_FOUND', field: ['step'] }],
      ]);
      expect([step, codes(await attest(link, { step }))]).toEqual([step, ['NOT_FOUND']]);
    }
    expect(codes(await attest(link, { track: 'CJA' }))).toEqual(['NOT_FOUND']);
    expect((await attest(link, { statement: ' ', by: '' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['by'] },
      { code: 'INVALID_INPUT', field: ['statement'] },
    ]);
    expect((await attest(link, { by: 'x\u0000' })).userErrors).toMatchObject([{ field: ['by'] }]);
    expect((await runOf(runId)).version).toBe(version);
  });

  it('does nothing with any other credential', async () => {
    expect((await owner.ask('{ handedOff { partner } }')).handedOff).toBeNull();
    expect(codes(await check(owner))).toEqual(['FORBIDDEN']);
    expect(codes(await attest(owner))).toEqual(['FORBIDDEN']);
    const nobody = server.client('');
    expect((await nobody.raw({ query: '{ handedOff { partner } }' })).status).toBe(401);
  });
});

describe('a closed link', () => {
  const expectClosed = async (link: Client, runId: string, reason: string): Promise<void> => {
    const { version, history } = await runOf(runId);
    const asked = await link.raw({ query: '{ handedOff { organization } }' });
    expect([asked.status, asked.data]).toEqual([200, { handedOff: null }]);
    // Why, and whom to ask: nothing of the customer.
    expect(asked.errors?.map(({ extensions }) => extensions)).toEqual([
      {
        ...{ code: 'HAND_OFF_CLOSED', partner: 'Partner', reason },
        at: reason === 'CANCELLED' ? null : expect.any(String),
      },
    ]);
    for (const answer of [await attest(link), await check(link)])
      expect([answer.handedOff, codes(answer)]).toEqual([null, ['HAND_OFF_CLOSED']]);
    const after = await runOf(runId);
    expect([after.version, after.history]).toEqual([version, history]);
  };

  it('was revoked, at once and for good', async () => {
    const { runId } = await aRunToHandOff();
    const { link, handOff: made } = await handOff(runId);
    expect(codes(await attest(link))).toEqual([]);
    const revoke = () => owner.must('revokeHandOff', { id: made.id }, 'handOff { revokedAt }');
    expect((await revoke()).handOff.revokedAt).toBe((await revoke()).handOff.revokedAt);
    await expectClosed(link, runId, 'REVOKED');
    const auditor = await server.person('AUDITOR');
    expect(codes(await auditor.mutate('revokeHandOff', { id: made.id }))).toEqual(['FORBIDDEN']);
  });

  it('expired', async () => {
    const { runId } = await aRunToHandOff();
    const { link, handOff: made } = await handOff(runId);
    await server.database.query('update hand_off set expires_at = now() where id = $1', [
      parseGlobalId('HandOff', made.id as string),
    ]);
    await expectClosed(link, runId, 'EXPIRED');
  });

  it('says so to its own token alone: an unknown one is answered as any invalid credential', async () => {
    const { runId } = await aRunToHandOff();
    const { token, handOff: made } = await handOff(runId);
    await owner.must('revokeHandOff', { id: made.id });
    const query = '{ handedOff { partner } }';
    const mistyped = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    const answers = [];
    for (const wrong of [mistyped, newToken('kwh_'), 'kwh_x'])
      answers.push(await server.client(wrong).raw({ query }));
    expect(answers[0]?.status).toBe(401);
    for (const { status, text } of answers)
      expect([status, text]).toEqual([answers[0]?.status, answers[0]?.text]);
  });

  it('is of a run that was cancelled, or an archived organization', async () => {
    const cancelled = await aRunToHandOff();
    const first = await handOff(cancelled.runId);
    await owner.must('cancelRun', { runId: cancelled.runId, reason: 'x' });
    await expectClosed(first.link, cancelled.runId, 'CANCELLED');
    const archived = await aRunToHandOff();
    const second = await handOff(archived.runId);
    await owner.must('archiveOrganization', { organizationId: archived.organization.id });
    await expectClosed(second.link, archived.runId, 'CANCELLED');
    expect(
      codes(await owner.mutate('createHandOff', { runId: archived.runId, actor: 'AZURE_ADMIN' })),
    ).toEqual(['RUN_CLOSED']);
  });

  it('closes between authentication and act: nothing is done', async () => {
    const { runId } = await aRunToHandOff();
    const { link, handOff: made } = await handOff(runId);
    const { partnerId } = server;
    const partner = server.store.forPartner({ partnerId, organizationIds: null });
    const id = parseGlobalId('HandOff', made.id as string)!;
    let attested: Promise<Payload>;
    await partner.mutate({ principal: 'p', operation: 'x', input: 1 }, async (unit) => {
      await unit.handOffs.revoke(id, {
        ...{ id: crypto.randomUUID(), at: new Date().toISOString() },
        actor: { principal: 'token:x', name: 'x', origin: 'apiToken' },
      });
      attested = attest(link);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return null;
    });
    expect(codes(await attested!)).toEqual(['HAND_OFF_CLOSED']);
    expect((await runOf(runId)).history.nodes[0].kind).toBe('handOffRevoked');
  });
});

it('is limited: one link is asked too often, another is not', async () => {
  const { runId } = await aRunToHandOff();
  const [{ link, token }, { link: other }] = [await handOff(runId), await handOff(runId)];
  const statuses = [];
  for (let count = 0; count < 41; count += 1)
    statuses.push((await link.raw({ query: '{ handedOff { partner } }' })).status);
  expect([statuses.slice(0, 40).every((status) => status === 200), statuses[40]]).toEqual([
    true,
    429,
  ]);
  expect((await handedOff(other)).actor).toBe('AZURE_ADMIN');
  expect(server.log.join('')).not.toContain(token.slice(4));
});

it('leaves its token in no log, history or answer', async () => {
  const { runId } = await aRunToHandOff();
  const { token, link } = await handOff(runId);
  await attest(link);
  await fetch(`${server.url}/hand-off/${token}`);
  await fetch(`${server.url}/hand-off/${token}/more?x=${token}`);
  await link.raw('{"query": nonsense}');
  await link.raw({ query: `{ handedOff { ${token} } }` });
  const { data } = await owner.raw({
    query: `{ history(first: 100) { nodes { data summary } } runs(first: 100) { nodes { handOffs { id note } } } }`,
  });
  expect(server.log.join('') + JSON.stringify(data)).not.toContain(token.slice(4));
});
