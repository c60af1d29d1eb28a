/** The health of keys from outside: health, drift, the clock, alerts, and what people do. */
import { parseGlobalId, type TrackId } from '@keyway/core';
import { disabledKey, Observations, type Found } from '@keyway/store/testing';
import { expect, it } from 'vitest';
import { servedTests } from '../testing/servedTests.ts';
import { anOrganization, TENANT, type Client } from '../testing/aServer.ts';
import { aWatchedOrganization } from '../testing/watchedOrganization.ts';

const served = servedTests();
const HEALTH = `query($id: ID!) { organization(id: $id) { keyHealth {
  health lookedAt sentence spanish: sentence(locale: "es")
  tracks { track health cause checks { id verdict } expiresAt
    drift { field title approved now harmful acceptedBy acceptedAt }
    currentVersion { version enabled mayBeDisabledAfter } formerVersions { version }
    clock { cause runbook marks { rule passed text at } } } } } }`;

const observations = (): Observations =>
  new Observations(served.server.database, served.server.store);
const uuidOf = (organizationId: string): string => parseGlobalId('Organization', organizationId)!;

const watched = async (): Promise<string> => (await aWatchedOrganization(served.server)).id;
const healthOf = async (organizationId: string, by: Client = served.owner) =>
  (await by.ask(HEALTH, { id: organizationId })).organization.keyHealth;

const shortRetention: Found = (track: TrackId, _step, facts) =>
  track === 'CJA' && facts.step === 'VAULT' && facts.vault.outcome === 'seen'
    ? {
        ...facts,
        vault: { ...facts.vault, value: { ...facts.vault.value, softDeleteRetentionInDays: 30 } },
      }
    : facts;

it('says that nothing is watched before a set-up is complete', async () => {
  const { id } = await anOrganization(served.owner);
  expect(await healthOf(id as string)).toMatchObject({
    ...{ health: 'NOT_WATCHED', lookedAt: null, tracks: [] },
    sentence: expect.stringContaining('Nothing is watched'),
  });
});

it('shows a lost key with its clock, and what to do first', async () => {
  const organizationId = await watched();
  expect(await healthOf(organizationId)).toMatchObject({
    health: 'HEALTHY',
    tracks: [
      { track: 'AEP', health: 'HEALTHY', cause: null, drift: [], clock: null },
      { track: 'CJA', health: 'HEALTHY' },
    ],
  });
  await observations().make(uuidOf(organizationId), disabledKey);
  const lost = await healthOf(organizationId);
  expect(lost).toMatchObject({ health: 'REVOKED', tracks: [{ health: 'REVOKED' }, {}] });
  expect(lost.sentence).toMatch(/^Experience Platform: Adobe can’t use the key\. .+ act now\.$/);
  expect(lost.spanish).toMatch(/Adobe no puede usar la clave/);
  const { clock } = lost.tracks[0];
  expect(
    clock.marks.map(({ rule, passed }: { rule: string; passed: boolean }) => [rule, passed]),
  ).toEqual([
    ['TM-14', true],
    ['TM-05', false],
    ['TM-06', false],
  ]);
  expect(clock.runbook[0]).toContain('Customer Care');
  expect(JSON.stringify(clock)).not.toMatch(/undefined|\{[a-z]/);
});

it('reports an alert, which somebody takes care of', async () => {
  const organizationId = await watched();
  const live = await served.subscriber.subscribe(
    served.owner.token,
    'subscription { alertsChanged { status title organization { id } } }',
  );
  await observations().make(uuidOf(organizationId), disabledKey);
  expect(await live.next()).toMatchObject({
    data: { alertsChanged: { status: 'OPEN', organization: { id: organizationId } } },
  });
  // A page that has read just before misses nothing.
  const late = await served.subscriber.subscribe(
    served.owner.token,
    'subscription { alertsChanged(withRecent: true) { organization { id } } }',
  );
  // Those of other tests may be recent too.
  for (let id = ''; id !== organizationId;)
    id = (await late.next()).data.alertsChanged.organization.id;
  const { alerts } = await served.owner.ask(
    'query($f: AlertFilter) { alerts(first: 5, filter: $f) { totalCount nodes { id kind health purgeClass status title detail runbook source } } }',
    { f: { organizationId } },
  );
  expect(alerts).toMatchObject({
    totalCount: 1,
    nodes: [{ kind: 'HEALTH', health: 'REVOKED', purgeClass: true, status: 'OPEN', source: null }],
  });
  const [{ id }] = alerts.nodes;
  const auditor = await served.server.person('AUDITOR');
  expect(
    (await auditor.mutate('acknowledgeAlert', { id }, 'alert { id }')).userErrors,
  ).toMatchObject([{ code: 'FORBIDDEN' }]);
  const { alert } = await served.owner.must(
    'acknowledgeAlert',
    { id, comment: 'On it.' },
    'alert { status acknowledgedBy }',
  );
  expect(alert).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: expect.any(String) });
  const { portfolio } = await served.owner.ask(
    '{ portfolio { openAlerts byHealth { health count } } }',
  );
  expect(portfolio.openAlerts).toBeGreaterThan(0);
  expect(portfolio.byHealth.map(({ health }: { health: string }) => health)[0]).toBe('REVOKED');
  const { history } = await served.owner.ask(
    'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { kind summary } } }',
    { f: { organizationId } },
  );
  expect(history.nodes[0]).toMatchObject({
    kind: 'alertAcknowledged',
    summary: expect.stringContaining('On it.'),
  });
});

it('leaves out alerts of archived organizations, and checks none of their keys', async () => {
  const organizationId = await watched();
  await observations().make(uuidOf(organizationId), disabledKey);
  const ask = async (): Promise<{ ofAll: boolean; ofIt: number; open: number }> => {
    const { all, one, portfolio } = await served.owner.ask(
      `query($f: AlertFilter) { portfolio { openAlerts } one: alerts(first: 5, filter: $f) { totalCount }
        all: alerts(first: 100) { nodes { organization { id } } } }`,
      { f: { organizationId } },
    );
    const ids = all.nodes.map((alert: { organization: { id: string } }) => alert.organization.id);
    const ofAll = ids.includes(organizationId);
    return { ofAll, ofIt: one.totalCount, open: portfolio.openAlerts };
  };
  const before = await ask();
  expect(before).toMatchObject({ ofAll: true, ofIt: 1 });
  await served.owner.must('archiveOrganization', { organizationId, reason: 'Gone.' });
  expect(await ask()).toEqual({ ofAll: false, ofIt: 1, open: before.open - 1 });
  const difference = { organizationId, track: 'AEP', field: 'vault.sku', reason: 'x' };
  for (const refused of [
    await served.owner.mutate('checkHealth', { organizationId }, 'organization { id }'),
    await served.owner.mutate('acceptDrift', difference, 'organization { id }'),
  ])
    expect(refused.userErrors).toMatchObject([{ message: expect.stringMatching(/archived/) }]);
  await served.owner.must('restoreOrganization', { organizationId });
  expect(await ask()).toEqual(before);
});

it('sends what is known of a key when that changes, and nothing when only time passes', async () => {
  const organizationId = await watched();
  const summary = 'keyHealth { health since version }';
  const ask = async () =>
    (
      await served.owner.ask(`query($id: ID!) { organization(id: $id) { ${summary} } }`, {
        id: organizationId,
      })
    ).organization.keyHealth;
  const before = await ask();
  const live = await served.subscriber.subscribe(
    served.owner.token,
    `subscription { keyHealthChanged { id ${summary} } }`,
  );
  await observations().make(uuidOf(organizationId));
  expect(await ask()).toEqual(before);
  await observations().make(uuidOf(organizationId), disabledKey);
  const { keyHealth } = (await live.next()).data.keyHealthChanged;
  // The first that is sent is the loss, although an observation was made before.
  expect(keyHealth).toMatchObject({ health: 'REVOKED' });
  expect(keyHealth.version).toBeGreaterThan(before.version);
  expect(keyHealth).toEqual(await ask());
  const late = await served.subscriber.subscribe(
    served.owner.token,
    'subscription { keyHealthChanged(withRecent: true) { id } }',
  );
  const sent = new Set<string>();
  while (!sent.has(organizationId)) sent.add((await late.next()).data.keyHealthChanged.id);
});

it('lets an approver accept a difference who did not cause it', async () => {
  const organizationId = await watched();
  await observations().make(uuidOf(organizationId), shortRetention);
  const field = 'VAULT.softDeleteRetentionInDays';
  expect((await healthOf(organizationId)).tracks[1].drift).toEqual([
    {
      ...{ field, approved: '90', now: '30', harmful: true },
      ...{ title: expect.any(String), acceptedBy: null, acceptedAt: null },
    },
  ]);
  const input = { organizationId, track: 'CJA', field, reason: 'Agreed with the customer.' };
  const refusals = async (by: Client, given: object = input) =>
    (await by.mutate('acceptDrift', given as Record<string, unknown>, 'organization { id }'))
      .userErrors;
  const causer = await served.server.person('OWNER');
  const connection = { organizationId, clientId: TENANT, clientSecret: 'sandbox-b' };
  await causer.must('connectAzure', { ...connection, tenantId: TENANT });
  expect(await refusals(causer)).toMatchObject([{ code: 'SELF_APPROVAL' }]);
  expect(await refusals(await served.server.person('OPERATOR'))).toMatchObject([
    { code: 'FORBIDDEN' },
  ]);
  const approver = await served.server.person('APPROVER');
  expect(await refusals(approver, { ...input, reason: ' ' })).toMatchObject([
    { field: ['reason'] },
  ]);
  expect(await refusals(approver, { ...input, field: 'KEY.bits' })).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect(await refusals(approver)).toEqual([]);
  const accepted = await healthOf(organizationId);
  expect(accepted.health).toBe('HEALTHY');
  expect(accepted.tracks[1].drift[0].acceptedAt).toEqual(expect.any(String));
  expect(await refusals(approver)).toMatchObject([{ code: 'NOT_FOUND' }]);
});

it('observes again on request, and finds organizations by health', async () => {
  const organizationId = await watched();
  await served.owner.must('checkHealth', { organizationId }, 'organization { id }');
  const claimed = await served.server.store.observations.claim(50, 0);
  expect(claimed.map((observation) => observation.organizationId)).toContain(
    uuidOf(organizationId),
  );
  for (const observation of claimed) await served.server.store.observations.release(observation);
  const [without] = (await served.organizations(1)) as [string];
  expect(
    (await served.owner.mutate('checkHealth', { organizationId: without }, 'organization { id }'))
      .userErrors,
  ).toMatchObject([{ code: 'CONFLICT' }]);
  const found = async (health: string) =>
    (
      await served.owner.ask(
        'query($f: OrganizationFilter) { organizations(first: 100, filter: $f) { totalCount nodes { id } } }',
        { f: { health: [health] } },
      )
    ).organizations;
  expect((await found('HEALTHY')).nodes).toContainEqual({ id: organizationId });
  expect((await found('NOT_WATCHED')).nodes).toContainEqual({ id: without });
  expect((await found('NOT_WATCHED')).nodes).not.toContainEqual({ id: organizationId });
});

it('says which alert of an organization is the gravest, and of two who acknowledge who was first', async () => {
  const organizationId = await watched();
  await observations().make(uuidOf(organizationId), shortRetention);
  await observations().make(uuidOf(organizationId), disabledKey);
  const top = async (by: Client) =>
    (
      await by.ask('query($id: ID!) { organization(id: $id) { topAlert { id health } } }', {
        id: organizationId,
      })
    ).organization?.topAlert ?? null;
  const { id, health } = await top(served.owner);
  expect(health).toBe('REVOKED');
  const { portfolio } = await served.owner.ask('{ portfolio { checkedSince } }');
  expect(Date.parse(portfolio.checkedSince)).toBeLessThanOrEqual(Date.now());
  const approver = await served.server.person('APPROVER');
  const fields = 'alreadyAcknowledged alert { acknowledgedBy }';
  const acknowledge = (by: Client, comment: string) =>
    by.must('acknowledgeAlert', { id, comment, idempotencyKey: comment }, fields);
  const [one, two] = await Promise.all([
    acknowledge(served.owner, 'one'),
    acknowledge(approver, 'two'),
  ]);
  expect([one.alreadyAcknowledged, two.alreadyAcknowledged].toSorted()).toEqual([false, true]);
  expect(one.alert).toEqual(two.alert);
  // A repeated request gets its first result: to who was first, they still are.
  const [first, by] = one.alreadyAcknowledged ? ['two', approver] : ['one', served.owner];
  expect((await acknowledge(by as Client, first as string)).alreadyAcknowledged).toBe(false);
  const { history } = await served.owner.ask(
    'query($f: HistoryFilter) { history(first: 5, filter: $f) { nodes { kind } } }',
    { f: { organizationId } },
  );
  const kinds = history.nodes.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === 'alertAcknowledged')).toHaveLength(1);
});
