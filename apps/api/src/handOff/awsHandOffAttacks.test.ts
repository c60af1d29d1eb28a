/** The token of an AWS admin's link against other steps, runs, partners and times. */
import { randomUUID } from 'node:crypto';
import { parseGlobalId } from '@keyway/core';
import { describe, expect, it } from 'vitest';
import { anOrganization, aRun, keyIn, type Client, type Payload } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { workAll, start, shown, preview } = bulkTests(served);

const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};
const HANDED_OFF = `organization actor steps { id mayAttest instructions { text scripts { text } } }
  later { id } done { id }`;
const aKey = () => `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`;

interface Customer {
  organizationId: string;
  imsOrgId: string;
  externalId: string;
  runId: string;
}

/** KEY is open: its ARN is named, and Keyway can't read it. */
async function aCustomer(by: Client = served.owner, hasRun = true): Promise<Customer> {
  const { id: organizationId, imsOrgId } = await anOrganization(by, AWS);
  const fields = 'organization { aws { externalId } }';
  const prepared: Payload = await by.must('connectAws', { organizationId }, fields);
  const externalId = prepared.organization.aws.externalId as string;
  const runId = hasRun ? await aRun(by, organizationId) : '';
  if (hasRun) {
    await by.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
    await by.must('provideKey', { runId, track: 'AEP', keyIdentifier: aKey() });
  }
  return { organizationId, imsOrgId, externalId, runId };
}

async function aLink({ runId }: Customer, by: Client = served.owner) {
  const input = { runId, actor: 'AWS_ADMIN' };
  const made: Payload = await by.must('createHandOff', input, 'url handOff { id }');
  const token = (made.url as string).split('/').at(-1)!;
  return { id: made.handOff.id as string, token, link: served.server.client(token) };
}

const handedOff = async (link: Client): Promise<Payload> =>
  (await link.ask(`{ handedOff { ${HANDED_OFF} } }`)).handedOff;
const attest = (link: Client, step: string, track = 'AEP'): Promise<Payload> =>
  link.mutate(
    'attestHandedOff',
    { track, step, statement: 'Made it.', by: 'Luis Vega' },
    `handedOff { ${HANDED_OFF} }`,
  );
const check = (link: Client, step: string, track = 'AEP'): Promise<Payload> =>
  link.mutate('checkHandedOff', { track, step }, `handedOff { ${HANDED_OFF} }`);
const codes = ({ userErrors }: Payload): string[] =>
  userErrors.map(({ code }: { code: string }) => code);

/** The whole run and how long its history is, by the database. */
async function stored({ runId }: Customer): Promise<unknown> {
  const id = parseGlobalId('Run', runId);
  const { run } = (await served.server.store.system().run(id!))!;
  const [history] = await served.server.database.query(
    'select count(*)::int as entries, max(hash) as hash from history_entry where organization_id = $1',
    [run.organization.id],
  );
  return { run, history };
}

/** Every step of the plan, steps of Azure, and a track that AWS does not have (CJA-14). */
const PLACES: readonly [step: string, track?: string][] = [
  ...['ENTITLEMENT', 'KEY', 'POLICY', 'APPROVAL', 'SUBMISSION', 'ACTIVATION', 'CONFIRMATION'].map(
    (step): [string] => [step],
  ),
  ...[['VAULT'] as [string], ['CONSENT'] as [string], ['KEY', 'CJA'] as [string, string]],
];

/** Everything that a link could do. */
async function actOnAll(link: Client, except: readonly string[] = []): Promise<string[][]> {
  const answers: string[][] = [];
  for (const [step, track = 'AEP'] of PLACES) {
    if (track === 'AEP' && except.includes(step)) continue;
    answers.push(codes(await attest(link, step, track)), codes(await check(link, step, track)));
  }
  return answers;
}

async function expectClosed(link: Client, of: Customer, reason: string): Promise<void> {
  const before = await stored(of);
  const asked = await link.raw({ query: `{ handedOff { ${HANDED_OFF} } }` });
  expect([asked.data, asked.errors?.[0]?.extensions]).toMatchObject([
    { handedOff: null },
    { code: 'HAND_OFF_CLOSED', reason },
  ]);
  expect(asked.text).not.toContain(of.externalId);
  for (const answer of await actOnAll(link)) expect(answer).toEqual(['HAND_OFF_CLOSED']);
  expect(await stored(of)).toEqual(before);
}

describe('the link of an AWS admin', () => {
  it('reaches no step but the ones of its actor that are open', async () => {
    const customer = await aCustomer();
    const { link } = await aLink(customer);
    const before = await stored(customer);
    for (const answer of await actOnAll(link, ['KEY'])) expect(answer).toEqual(['NOT_FOUND']);
    expect(await stored(customer)).toEqual(before);
    expect(codes(await attest(link, 'KEY'))).toEqual([]);
    const after = await handedOff(link);
    expect([after.steps, after.done]).toMatchObject([[{ id: 'POLICY' }], [{ id: 'KEY' }]]);
    expect(codes(await attest(link, 'KEY'))).toEqual(['NOT_FOUND']);
  });

  it('reaches no other organization, of whichever partner', async () => {
    const other = await served.server.otherOwner();
    const [mine, second, foreign] = [await aCustomer(), await aCustomer(), await aCustomer(other)];
    const links = [await aLink(second), await aLink(foreign, other)];
    const before = await stored(mine);
    for (const { link } of links) {
      expect(JSON.stringify(await handedOff(link))).not.toContain(mine.externalId);
      expect(codes(await attest(link, 'KEY'))).toEqual([]);
    }
    expect(await stored(mine)).toEqual(before);
    // Who has an account elsewhere neither makes a link to this run nor revokes one of it.
    const { id, link } = await aLink(mine);
    const made = await other.mutate('createHandOff', { runId: mine.runId, actor: 'AWS_ADMIN' });
    expect(codes(made)).toEqual(['NOT_FOUND']);
    expect(codes(await other.mutate('revokeHandOff', { id }))).toEqual(['NOT_FOUND']);
    const limited = await served.server.person('OPERATOR', undefined, [second.organizationId]);
    expect(codes(await limited.mutate('revokeHandOff', { id }))).toEqual(['NOT_FOUND']);
    expect((await handedOff(link)).steps).toMatchObject([{ id: 'KEY', mayAttest: true }]);
  });

  it('does nothing once it expired, was revoked, or the run was canceled', async () => {
    const customer = await aCustomer();
    const [expired, revoked, last] = [
      await aLink(customer),
      await aLink(customer),
      await aLink(customer),
    ];
    await served.server.database.query('update hand_off set expires_at = now() where id = $1', [
      parseGlobalId('HandOff', expired.id),
    ]);
    await served.owner.must('revokeHandOff', { id: revoked.id });
    await expectClosed(expired.link, customer, 'EXPIRED');
    await expectClosed(revoked.link, customer, 'REVOKED');
    await served.owner.must('cancelRun', { runId: customer.runId, reason: 'x' });
    await expectClosed(last.link, customer, 'CANCELLED');
  });

  it('does nothing while an approval is open, after the submission and after COMPLETED', async () => {
    const customer = await aCustomer();
    const { runId, imsOrgId: confirmImsOrgId } = customer;
    // Each answers a limited number of requests a minute.
    const [{ link }, { link: second }] = [await aLink(customer), await aLink(customer)];
    for (const step of ['KEY', 'POLICY']) expect(codes(await attest(link, step))).toEqual([]);
    const [operator, approver] = [
      await served.server.person('OPERATOR'),
      await served.server.person('APPROVER'),
    ];
    const expectNothing = async (by = link): Promise<void> => {
      const before = await stored(customer);
      for (const answer of await actOnAll(by)) expect(answer).toEqual(['NOT_FOUND']);
      expect(await stored(customer)).toEqual(before);
    };
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await expectNothing();
    await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId, comment: 'Read.' });
    await expectNothing();
    for (const step of ['SUBMISSION', 'ACTIVATION', 'CONFIRMATION']) {
      const attested = { runId, track: 'AEP', step, statement: 's', confirmImsOrgId };
      await operator.must('attestStep', attested);
      if (step !== 'CONFIRMATION') await expectNothing(second);
    }
    await expectClosed(link, customer, 'COMPLETED');
  });

  it('is no credential for the key, the role, the policy or the members', async () => {
    const customer = await aCustomer();
    const { runId, organizationId, imsOrgId } = customer;
    const { token, link } = await aLink(customer);
    const before = await stored(customer);
    for (const [name, input] of [
      ['provideKey', { runId, track: 'AEP', keyIdentifier: aKey() }],
      ['provideKeyPolicy', { runId, policy: '{}' }],
      ['connectAws', { organizationId, roleArn: 'arn:aws:iam::111122223333:role/Mine' }],
      ['disconnectAws', { organizationId }],
      ['createHandOff', { runId, actor: 'AWS_ADMIN' }],
      ['requestApproval', { runId, track: 'AEP' }],
      ['approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId }],
      ['startDryRun', { organizationIds: [organizationId] }],
      ['cancelRun', { runId, reason: 'x' }],
    ] as const)
      await expect(link.mutate(name, input), name).rejects.toThrow(/HTTP 401/);
    expect(await stored(customer)).toEqual(before);
    expect(served.server.log.join('')).not.toContain(token.slice(4));
  });
});

describe('a bulk job that makes links for AWS admins', () => {
  it('makes one for each run on AWS that needs it, each with its own external ID', async () => {
    const other = await served.server.otherOwner();
    const [first, second, without, foreign] = [
      ...[await aCustomer(), await aCustomer(), await aCustomer(served.owner, false)],
      await aCustomer(other),
    ] as const;
    const { organizationId: azure, runId } = await served.organizationWithRun();
    await served.owner.must('provideKey', {
      ...{ runId, track: 'AEP', keyIdentifier: keyIn('contoso-bulk') },
    });
    const own = [first.organizationId, second.organizationId, without.organizationId, azure];
    const shownFirst = await preview(
      `action: CREATE_HAND_OFFS, organizationIds: ${JSON.stringify(own)}, actor: AWS_ADMIN`,
    );
    expect(shownFirst).toMatchObject({ affected: 2, blockedCount: 2 });
    const operator = await served.server.person('OPERATOR');
    const input = { action: 'CREATE_HAND_OFFS', actor: 'AWS_ADMIN' };
    const stolen = { ...input, organizationIds: [foreign.organizationId] };
    expect(codes(await operator.mutate('startBulk', stolen, 'job { id }'))).toEqual(['NOT_FOUND']);
    const id = await start({ ...input, organizationIds: own }, operator);
    await workAll();
    const fields =
      'items(first: 9) { nodes { organization { id } status code message(locale: "es") } }';
    const { items } = await shown(id, operator, fields);
    expect(items.nodes.map(({ status }: Payload) => status)).toEqual([
      ...['DONE', 'DONE', 'REFUSED', 'REFUSED'],
    ]);
    const links = items.nodes.slice(0, 2).map(({ message }: { message: string }) => {
      const [token] = /kwh_[0-9A-Za-z]{46}$/.exec(message) ?? [];
      return served.server.client(token!);
    }) as Client[];
    for (const [index, customer] of [first, second].entries()) {
      const text = JSON.stringify(await handedOff(links[index]!));
      expect(text).toContain(customer.externalId);
      expect(text).not.toContain([second, first][index]!.externalId);
      expect(codes(await attest(links[index]!, 'KEY'))).toEqual([]);
      for (const answer of await actOnAll(links[index]!, ['POLICY']))
        expect(answer).toEqual(['NOT_FOUND']);
    }
    for (const by of [served.owner, other, await served.server.person('AUDITOR')])
      expect(JSON.stringify(await shown(id, by, fields))).not.toContain('kwh_');
    const [row] = await served.server.database.query<{ text: string }>(
      `select string_agg(l::text, '') as text from bulk_link l`,
    );
    expect(row!.text).not.toContain('kwh_');
  });
});
