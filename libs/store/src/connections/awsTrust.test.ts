/** The external ID of an organization on AWS, and the role that is stored under it. */
import {
  aDatabase,
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationRecord, Store, UnitOfWork } from '../index.ts';

const ROLE = 'arn:aws:iam::111122223333:role/KeywayRead';
const OTHER_ROLE = 'arn:aws:iam::111122223333:role/KeywayReadAgain';
const region = 'us-east-1';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let other: TestPartner;
let organization: OrganizationRecord;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  [partner, other] = await Promise.all([
    aPartner(database, store),
    aPartner(database, store, 'Others'),
  ]);
});
afterAll(() => database.close());

const onAws = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
} as const;
beforeEach(async () => {
  organization = await partner.organization(onAws);
});

const mutate = async <T extends object>(
  work: (unit: UnitOfWork) => Promise<T | { refusal: unknown }>,
  by = partner,
): Promise<T | { refusal: unknown }> =>
  requireAccepted(
    await by.store.mutate({ principal: OPERATOR.principal, operation: 't', input: null }, work),
  );
const prepare = (id = organization.id, by = partner) =>
  mutate((unit) => unit.connections.prepareAws(id, { region }, anOccurrence()), by);
const setRole = (roleArn: string, id = organization.id, by = partner) =>
  mutate((unit) => unit.connections.setAwsRole(id, { roleArn, region }, anOccurrence), by);
const remove = () =>
  mutate((unit) => unit.connections.remove(organization.id, 'aws', anOccurrence()));
const trustOf = async (id = organization.id, by = partner) =>
  (await by.store.awsTrusts([id])).get(id) ?? null;
const kinds = async (): Promise<string[]> => {
  const page = await partner.store.history({ first: 20 }, { organizationId: organization.id });
  return page.edges.map(({ node }) => node.kind);
};

describe('the external ID', () => {
  it('is made once, however many ask for it at once, and history says so once', async () => {
    expect(await trustOf()).toBeNull();
    await Promise.all([prepare(), prepare(), setRole(ROLE), prepare()]);
    const trust = await trustOf();
    expect(trust).toMatchObject({ roleArn: ROLE, region });
    expect(trust!.externalId).toMatch(/^keyway-[\w-]{43}$/);
    expect((await kinds()).filter((kind) => kind === 'awsExternalIdCreated')).toHaveLength(1);
  });

  it('stays when the role is replaced, removed and connected again', async () => {
    await prepare();
    const { externalId } = (await trustOf())!;
    for (const change of [() => setRole(ROLE), () => setRole(OTHER_ROLE), remove, prepare]) {
      requireDone(await change());
      expect((await trustOf())!.externalId).toBe(externalId);
    }
    expect(await trustOf()).toMatchObject({ roleArn: null });
    requireDone(await setRole(ROLE));
    const { aws } = await store.system().connections(partner.of(organization.id));
    expect(aws).toEqual({ roleArn: ROLE, region, externalId });
  });

  it('is another one for each organization, and cannot be changed or shared in the database', async () => {
    const second = await partner.organization(onAws);
    await Promise.all([prepare(), prepare(second.id)]);
    const [a, b] = [(await trustOf())!, (await trustOf(second.id))!];
    expect(a.externalId).not.toBe(b.externalId);
    await expect(
      database.query(`update aws_trust set external_id = reverse(external_id)`),
    ).rejects.toThrow(/never changes/);
    const third = await partner.organization(onAws);
    await expect(
      database.query(
        `insert into aws_trust select $1, partner_id, external_id, region, created_at
         from aws_trust where organization_id = $2`,
        [third.id, second.id],
      ),
    ).rejects.toThrow(/aws_trust_external_id_key/);
  });

  it('is neither made nor shown for another partner, on Azure, or once archived', async () => {
    const azure = await partner.organization();
    for (const refused of [await prepare(azure.id), await setRole(ROLE, azure.id)])
      expect(refused).toMatchObject({ refusal: { reason: 'awsNotUsedOnAzure' } });
    for (const refused of [
      await prepare(organization.id, other),
      await setRole(ROLE, organization.id, other),
    ])
      expect(refused).toMatchObject({ refusal: { reason: 'organizationNotFound' } });
    await prepare();
    expect(await trustOf(organization.id, other)).toBeNull();
    await mutate((unit) => unit.organizations.archive(organization.id, null, anOccurrence()));
    for (const refused of [await prepare(), await setRole(ROLE)])
      expect(refused).toMatchObject({ refusal: { reason: 'organizationArchived' } });
  });
});

describe('a role', () => {
  it('is in the run, in history and shown, and its external ID in none of them', async () => {
    const started = await mutate((unit) => unit.runs.start(organization.id, anOccurrence()));
    const { run } = requireDone<{ run: { run: { id: string } } }>(started as never).run;
    expect(requireDone(await setRole(ROLE))).toMatchObject({
      organization: { awsConnected: true },
    });
    expect((await store.system().run(run.id))!.run.connections.aws).toEqual({
      roleArn: ROLE,
      region,
    });
    expect(await partner.store.connections([organization.id])).toMatchObject([
      { kind: 'aws', clientId: ROLE, state: 'NOT_TRIED' },
    ]);
    const { externalId } = (await trustOf())!;
    const rows = await database.query<{ row: string }>(
      `select to_jsonb(c)::text as row from connection c union all select to_jsonb(h)::text from history_entry h
       union all select to_jsonb(r)::text from run r`,
    );
    for (const { row } of rows) expect(row).not.toContain(externalId);
    requireDone(await remove());
    expect((await store.system().run(run.id))!.run.connections.aws).toBeUndefined();
    expect(await kinds()).toEqual([
      ...['connectionsChanged', 'awsDisconnected', 'connectionsChanged', 'awsConnected'],
      ...['awsExternalIdCreated', 'runStarted', 'organizationCreated'],
    ]);
  });

  it('is tried, and the result is history', async () => {
    await setRole(ROLE);
    const trial = (await store.trials.claim(50)).find(
      ({ organizationId }) => organizationId === organization.id,
    );
    expect(trial).toMatchObject({ kind: 'aws' });
    const none = { message: null, status: null, againAfterSeconds: null };
    await store.trials.record(trial!, { result: 'failed', code: 'AccessDenied', ...none });
    const page = await partner.store.history({ first: 1 }, { organizationId: organization.id });
    expect(page.edges[0]!.node).toMatchObject({
      kind: 'connectionFailed',
      data: { cloud: 'AWS', roleArn: ROLE, failure: { code: 'AccessDenied' } },
    });
  });

  it('keeps the cloud of its organization', async () => {
    await setRole(ROLE);
    const correction = { cloud: 'AZURE', region: 'VA7' } as const;
    const [refused] = requireAccepted(
      await partner.store.mutate({ principal: 'p', operation: 't', input: 1 }, async (unit) => [
        ...(
          await unit.organizations.change(
            [{ organizationId: organization.id, correction }],
            anOccurrence,
          )
        ).values(),
      ]),
    );
    expect(JSON.stringify(refused)).toContain('awsRoleStored');
  });
});
