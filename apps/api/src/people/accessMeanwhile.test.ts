/** A request that was authenticated before its person was removed, narrowed or signed out. */
import { globalId, type Role } from '@keyway/core';
import { aClock, aMember } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  inputTypeOf,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8592';
let server: TestServer;
let holder: pg.Client;
let organization: { id: string; imsOrgId: string };
let runId: string;
beforeAll(async () => {
  server = await aServer({ publicUrl: PUBLIC_URL });
  holder = new pg.Client({ connectionString: server.database.url });
  await holder.connect();
  organization = await anOrganization(server.owner);
  runId = await aRun(server.owner, organization.id);
});
afterAll(async () => {
  await holder.end();
  await server.close();
});

type Input = Record<string, unknown>;
type Ask = (name: string, input: Input) => Promise<Payload>;
interface Person {
  id: string;
  mutate: Ask;
}

/** Somebody signed in to the console. */
async function signedIn(role: Role, imsOrgIds: string[] | null = null): Promise<Person> {
  const { id } = await aMember(server.store, server.partnerId, { role, imsOrgIds });
  const limits = { idleSeconds: 600, longestSeconds: 600 };
  const { token } = await server.store.system().createSession(id, limits);
  const browser = new Browser(() => server, PUBLIC_URL);
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  const mutate: Ask = async (name, input) => {
    const text = `mutation($input: ${inputTypeOf(name)}!) { ${name}(input: $input) { userErrors { code message field } } }`;
    const { json } = await browser.graphql(text, undefined, { input });
    if (json.errors) throw new Error(JSON.stringify(json.errors));
    return json.data[name];
  };
  return { id, mutate };
}

/** Everything that a mutation could have changed. */
const stored = async (): Promise<unknown> => {
  const tables =
    'history_entry organization run member_grant invitation api_token hand_off approval_policy sign_in_rule bulk_job idempotency effect'.split(
      ' ',
    );
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const states = `(select string_agg(version::text, ',' order by id) from run) as runs`;
  return (await server.database.query(`select ${counts.join()}, ${states}`))[0];
};

const waiting = async (): Promise<null> => {
  await expect.poll(waits, { interval: 5 }).toBe(1);
  return null;
};

/** How many statements of the server wait for a lock that `holder` has. */
const waits = async (): Promise<number> =>
  (
    await server.database.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length;

/** Asks, holds it up between authentication and its end, does `meanwhile`, and lets it go. */
async function heldUp(ask: () => Promise<Payload>, meanwhile: string, values: unknown[]) {
  await holder.query('begin');
  await holder.query('select from chain_head for update');
  // What writes to no history that is there already.
  await holder.query('lock table bulk_job, organization in share mode');
  const asked = ask();
  try {
    const first = await Promise.race([asked, waiting()]);
    expect(first).toBeNull();
    await holder.query(meanwhile, values);
    const before = await stored();
    await holder.query('commit');
    const { userErrors } = await asked;
    return { userErrors, before, after: await stored() };
  } catch (error) {
    await holder.query('rollback');
    throw error;
  }
}
const REMOVE = 'update member set removed_at = now() where id = $1';
const NARROW = "update member_grant set role = 'AUDITOR' where member_id = $1";
const SIGN_OUT = 'delete from session where member_id = $1';
const REVOKE = 'update api_token set revoked_at = now() where id = $1';

const expiresAt = () => new Date(Date.now() + 3_600_000).toISOString();
const MUTATIONS: [string, () => Input][] = [
  ['createOrganization', () => organizationInput()],
  ['updateOrganization', () => ({ organizationId: organization.id, name: 'Renamed' })],
  ['attestStep', () => ({ ...step(), statement: 'x', reference: 'C-1' })],
  ['addComment', () => ({ runId, text: 'x' })],
  ['cancelRun', () => ({ runId, reason: 'x' })],
  ['createHandOff', () => ({ runId, actor: 'AZURE_ADMIN' })],
  ['startBulk', () => ({ action: 'VERIFY', organizationIds: [organization.id] })],
  ['inviteMember', () => ({ email: 'x@example.com', grants: [{ role: 'OWNER' }] })],
  ['setPolicy', () => ({ coolingOffSeconds: 60 })],
  ['setSignInPolicy', () => ({ rules: [] })],
  [
    'createApiToken',
    () => ({ name: 'T', role: 'OWNER', scopes: ['admin'], expiresAt: expiresAt() }),
  ],
];
interface Decided {
  runId: string;
  imsOrgId: string;
}
const onAep = ({ runId: id }: Decided) => ({ runId: id, track: 'AEP' });
const confirmed = ({ imsOrgId }: Decided) => ({ confirmImsOrgId: imsOrgId });
const submission = (run: Decided) => ({
  ...{ runId: run.runId, configurationName: 'keyway-cmk' },
  ...confirmed(run),
});
/** Each with how far the run is before it. */
const DECISIONS: [string, 'ready' | 'requested' | 'approved', (run: Decided) => Input][] = [
  ['requestApproval', 'ready', onAep],
  ['approve', 'requested', (run) => ({ ...onAep(run), ...confirmed(run) })],
  ['refuse', 'requested', (run) => ({ ...onAep(run), reason: 'x' })],
  ['withdrawApproval', 'approved', (run) => ({ ...onAep(run), reason: 'x' })],
  ['submitConfiguration', 'approved', submission],
];
async function upTo(state: 'ready' | 'requested' | 'approved'): Promise<Decided> {
  // Earlier than now, so that an approval can be used at once.
  const run = await aRunToApprove(server, { clock: aClock() });
  const done = async (name: string, input: Input) =>
    expect((await (await signedIn('OWNER')).mutate(name, input)).userErrors).toEqual([]);
  if (state !== 'ready') await done('requestApproval', onAep(run));
  if (state === 'approved') await done('approve', { ...onAep(run), ...confirmed(run) });
  return run;
}
const step = () => ({ runId, track: 'AEP', step: 'ENTITLEMENT' });
const organizationInput = () => ({
  ...{ name: 'New', imsOrgId: '0123456789ABCDEF01234999@AdobeOrg', cloud: 'AZURE' },
  ...{ region: 'VA7', shield: 'HEALTHCARE_SHIELD', ownsCja: false, azureTenantId: TENANT },
});

describe('a request that is held up', () => {
  it.each(MUTATIONS)('%s changes nothing where its person is removed', async (name, input) => {
    const person = await signedIn('OWNER');
    const { userErrors, before, after } = await heldUp(
      () => person.mutate(name, { ...input(), idempotencyKey: `${name}1` }),
      REMOVE,
      [person.id],
    );
    expect([userErrors, after]).toEqual([
      [{ code: 'FORBIDDEN', message: expect.stringContaining('access changed'), field: null }],
      before,
    ]);
  });

  it.each(DECISIONS)(
    '%s decides and sends nothing where its person is removed',
    async (name, steps, input) => {
      const decided = await upTo(steps);
      const person = await signedIn('OWNER');
      const ask = () => person.mutate(name, input(decided));
      const { userErrors, before, after } = await heldUp(ask, REMOVE, [person.id]);
      expect([userErrors, after]).toEqual([
        [{ code: 'FORBIDDEN', message: expect.stringContaining('access changed'), field: null }],
        before,
      ]);
      // By somebody who stays it is done, so that nothing else refused it.
      const other = await signedIn('OWNER');
      expect((await other.mutate(name, input(decided))).userErrors).toEqual([]);
      expect(await stored()).not.toEqual(before);
    },
  );

  it.each([
    ['narrowed', NARROW],
    ['signed out', SIGN_OUT],
  ])('changes nothing where its person is %s', async (_what, meanwhile) => {
    const person = await signedIn('OPERATOR');
    const ask = () => person.mutate('addComment', { runId, text: 'x' });
    const { userErrors, before, after } = await heldUp(ask, meanwhile, [person.id]);
    expect([userErrors[0]?.code, after]).toEqual(['FORBIDDEN', before]);
  });

  it.each([
    ['removed', REMOVE],
    ['narrowed', NARROW],
  ])('changes nothing where somebody for one organization is %s', async (_what, meanwhile) => {
    const person = await signedIn('OPERATOR', [organization.imsOrgId]);
    const ask = () => person.mutate('addComment', { runId, text: 'x' });
    const { userErrors, before, after } = await heldUp(ask, meanwhile, [person.id]);
    expect([userErrors[0]?.code, after]).toEqual(['FORBIDDEN', before]);
    // With their rights as they were, it is done.
    const other = await signedIn('OPERATOR', [organization.imsOrgId]);
    const done = await heldUp(
      () => other.mutate('addComment', { runId, text: 'x' }),
      'select 1',
      [],
    );
    expect(done.userErrors).toEqual([]);
  });

  const tokenOf = async ({ mutate: _, id }: Person): Promise<Client> => {
    const [made] = await server.database.query<{ name: string }>(
      'select name from member where id = $1',
      [id],
    );
    const maker = { kind: 'MEMBER', id, principal: `member:${id}`, name: made!.name } as const;
    const scopes = ['read', 'runs:write', 'admin'];
    const given = {
      name: 'T',
      role: 'OWNER',
      scopes,
      organizationIds: null,
      expiresAt: null,
    } as const;
    const outcome = await server.store
      .forPartner({ partnerId: server.partnerId, organizationIds: null })
      .mutate({ principal: 'p', operation: 't', input: null }, (unit) =>
        unit.tokens.create(
          { ...given, scopes, maker },
          {
            id: crypto.randomUUID(),
            at: new Date().toISOString(),
            actor: { principal: 'p', name: 'P', origin: 'console' },
          },
        ),
      );
    if ('refusals' in outcome) throw new Error('refused');
    return server.client(outcome.result.token);
  };
  it('changes nothing with a token that is revoked, or whose maker is removed or narrowed', async () => {
    for (const meanwhile of [REVOKE.replace('where id', 'where member_id'), REMOVE, NARROW]) {
      const maker = await signedIn('OWNER');
      const client = await tokenOf(maker);
      const ask = () => client.mutate('addComment', { runId, text: 'x' });
      const { userErrors, before, after } = await heldUp(ask, meanwhile, [maker.id]);
      expect([userErrors[0]?.code, after]).toEqual(['FORBIDDEN', before]);
    }
    // One of nobody, such as the bootstrap token, can be revoked too.
    const ofNobody = await server.person('OPERATOR');
    const ask = () => ofNobody.mutate('addComment', { runId, text: 'x' });
    const { userErrors, before, after } = await heldUp(
      ask,
      `update api_token set revoked_at = now() where kind = 'MADE' and $1::text is not null`,
      [''],
    );
    expect([userErrors[0]?.code, after]).toEqual(['FORBIDDEN', before]);
  });
});

describe('two owners who take access from each other at the same time', () => {
  it('do not both succeed', async () => {
    await signedIn('OWNER');
    const [ana, ben] = [await signedIn('OWNER'), await signedIn('OWNER')];
    const grants = [{ role: 'AUDITOR' }];
    await holder.query('begin');
    await holder.query('select from chain_head for update');
    const asked = [
      ana.mutate('removeMember', { memberId: globalId('Member', ben.id) }),
      ben.mutate('changeGrants', { memberId: globalId('Member', ana.id), grants }),
    ];
    await expect.poll(waits, { interval: 5 }).toBe(2);
    await holder.query('rollback');
    const answers = await Promise.all(asked);
    expect(answers.map(({ userErrors }) => userErrors[0]?.code).toSorted()).toEqual([
      'FORBIDDEN',
      undefined,
    ]);
  });

  it('may take their own', async () => {
    const grants = [{ role: 'AUDITOR' }];
    const ana = await signedIn('OWNER');
    const own = { memberId: globalId('Member', ana.id) };
    expect((await ana.mutate('changeGrants', { ...own, grants })).userErrors).toEqual([]);
    const ben = await signedIn('OWNER');
    const ofBen = { memberId: globalId('Member', ben.id) };
    expect((await ben.mutate('removeMember', ofBen)).userErrors).toEqual([]);
  });
});
