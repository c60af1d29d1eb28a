/**
 * Organizations corrected, put away and disconnected: what is written together, what is refused by
 * the database itself, and two at the same time.
 */
import {
  requireAccepted,
  anImsOrgId,
  anOccurrence,
  anyTask,
  aDatabase,
  aPartner,
  requireApplied,
  WORKER,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import type { OrganizationCorrection, RunEvent } from '@keyway/core';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../tenancy/refused.ts';
import type {
  MutationOutcome,
  OrganizationRecord,
  PartnerStore,
  UnitOfWork,
  Store,
} from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const request = { principal: 'p', operation: 'organizations', input: null };
type Answer =
  | { organization: OrganizationRecord }
  | { refusal: { code: string; reason: string; field?: string[] } };
const act = (
  work: (unit: UnitOfWork) => Promise<Answer>,
  viewer: PartnerStore = partner.store,
): Promise<MutationOutcome<OrganizationRecord>> =>
  viewer.mutate(request, async (unit) => {
    const answer = await work(unit);
    if ('refusal' in answer) throw new Refused(answer.refusal as never);
    return answer.organization;
  });
const correct = (
  organizationId: string,
  correction: OrganizationCorrection,
  viewer: PartnerStore = partner.store,
) =>
  viewer.mutate(request, async (unit) => {
    const outcome = (
      await unit.organizations.change([{ organizationId, correction }], anOccurrence)
    ).get(organizationId)!;
    if ('refusals' in outcome) throw new Refused(...outcome.refusals);
    return outcome;
  });
const kinds = async (organizationId: string): Promise<string[]> =>
  (await partner.store.history({ first: 50 }, { organizationId })).edges
    .map(({ node }) => node.kind)
    .toReversed();
const submitted = async (runId: string): Promise<void> =>
  void (await partner.play(runId, (run) => run.at('activation')));
const OTHER_TENANT = '99999999-8888-4777-8666-555555555555';

describe('changeOrganizations', () => {
  it('writes the row, the history and the open run together, and the chain still verifies', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    const outcome = requireAccepted(
      await correct(id, { name: 'Ünï Ltd', azureTenantId: OTHER_TENANT, region: 'VA7' }),
    );
    expect(outcome.changes.map(({ field }) => field)).toEqual(['name', 'azureTenantId']);
    expect(await partner.store.organization(id)).toMatchObject({
      name: 'Ünï Ltd',
      azureTenantId: OTHER_TENANT,
    });
    expect((await partner.store.run(run.id))?.run.organization).toMatchObject({
      name: 'Ünï Ltd',
      azureTenantId: OTHER_TENANT,
    });
    expect((await kinds(id)).slice(-2)).toEqual(['organizationUpdated', 'organizationChanged']);
    const [entry] = (
      await partner.store.history(
        { first: 1 },
        { organizationId: id, kind: ['organizationUpdated'] },
      )
    ).edges;
    expect(entry?.node.data).toMatchObject({
      changes: { name: { from: 'Contoso', to: 'Ünï Ltd' } },
    });
    expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true });
    const found = await partner.store.organizations({ first: 5 }, { text: 'ünï' });
    expect(found.edges.map(({ node }) => node.id)).toContain(id);
    const before = await kinds(id);
    expect(requireAccepted(await correct(id, { name: 'Ünï Ltd' })).changes).toEqual([]);
    expect(await kinds(id)).toEqual(before);
  });

  it('refuses an ID that another organization has, also where two take it at once', async () => {
    const [one, two, three] = [
      await partner.organization(),
      await partner.organization(),
      await partner.organization(),
    ];
    expect(await correct(one.id, { imsOrgId: two.imsOrgId })).toMatchObject({
      refusals: [{ code: 'CONFLICT', field: ['imsOrgId'] }],
    });
    const wanted = anImsOrgId();
    const both = await Promise.all([
      correct(one.id, { imsOrgId: wanted }),
      correct(three.id, { imsOrgId: wanted }),
    ]);
    expect(both.filter((outcome) => 'result' in outcome)).toHaveLength(1);
    expect(both.find((outcome) => 'refusals' in outcome)).toMatchObject({
      refusals: [{ code: 'CONFLICT', field: ['imsOrgId'] }],
    });
    const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: [two.id] });
    const answers = await Promise.all(
      [one.imsOrgId, wanted, anImsOrgId()].map((imsOrgId) =>
        correct(two.id, { imsOrgId }, limited),
      ),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ refusals: [{ code: 'FORBIDDEN', field: ['imsOrgId'] }] });
  });

  it('refuses all but the name after a submission, and so does the database alone', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    await submitted(run.id);
    for (const [field, value] of Object.entries({
      region: 'NLD2',
      azureTenantId: OTHER_TENANT,
      ownsCja: true,
      imsOrgId: anImsOrgId(),
    })) {
      expect(await correct(id, { [field]: value })).toMatchObject({
        refusals: [{ code: 'ALREADY_SUBMITTED', field: [field] }],
      });
    }
    requireAccepted(await correct(id, { name: 'Renamed' }));
    const set = (column: string, value: unknown) =>
      database.query(`update organization set ${column} = $2 where id = $1`, [id, value]);
    await expect(set('region', 'NLD2')).rejects.toThrow(/details are fixed/);
    await expect(set('azure_tenant_id', null)).rejects.toThrow(/details are fixed/);
    await expect(set('name', 'Again')).resolves.toBeDefined();
    const begun = await partner.organization();
    await partner.run(begun.id);
    await expect(
      database.query(`update organization set ims_org_id = 'x' where id = $1`, [begun.id]),
    ).rejects.toThrow(/is fixed/);
    await expect(
      database.query(`update organization set cloud = 'AWS' where id = $1`, [begun.id]),
    ).rejects.toThrow(/is fixed/);
  });

  it('never lets a change and a submission pass each other', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { id } = await partner.organization();
      const { run } = await partner.run(id);
      await partner.play(run.id, (builder) => builder.at('submission'));
      const { run: ready } = (await partner.store.run(run.id))!;
      const submissionId = randomUUID();
      const data = {
        submissionId,
        configurationName: 'keyway-cmk',
        confirmImsOrgId: ready.organization.imsOrgId,
      };
      const submission: RunEvent = { ...anOccurrence(), kind: 'submissionRequested', data };
      const reread = async () => {
        const before = (await partner.store.run(run.id))!.run;
        const facts = Object.values(before.tracks.AEP.steps).flatMap((step) => step.facts ?? []);
        const again = {
          track: 'AEP',
          purpose: 'submission',
          facts,
          attempt: 0,
          timeScale: 1,
        } as const;
        await store
          .system()
          .advance(run.id, { ...anOccurrence(), actor: WORKER, kind: 'trackReread', data: again });
      };
      const [, change] = await Promise.all([
        store.system().advance(run.id, submission).then(reread),
        new Promise((resolve) => setImmediate(resolve)).then(() => correct(id, { region: 'NLD2' })),
      ]);
      const after = (await partner.store.run(run.id))!.run;
      const organization = (await partner.store.organization(id))!;
      const sending = after.tracks.AEP.submission?.status === 'sending';
      // Whoever was first: what is sent is for the organization as it is, and the row never differs
      // from the run.
      expect([round, after.organization.region]).toEqual([round, organization.region]);
      expect([round, sending && 'result' in change]).toEqual([round, false]);
      if (sending) expect(after.tracks.AEP.submission?.host).toBe('platform.adobe.io');
    }
  });

  it('never leaves a run that begins in the same moment with the details of before', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { id } = await partner.organization();
      await Promise.all([
        correct(id, { region: 'NLD2' }),
        partner.store.mutate(request, (unit) => unit.runs.start(id, anOccurrence())),
      ]);
      const run = (await partner.store.currentRuns([id])).get(id)!.run;
      expect([round, run.organization.region]).toEqual([round, 'NLD2']);
      expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true });
    }
  });

  it('is refused by the database also where nobody took the organization’s lock', async () => {
    const holding = async (
      first: string,
      then: string,
    ): Promise<[PromiseSettledResult<unknown>, string[]]> => {
      const { id } = await partner.organization();
      const { run } = await partner.run(id);
      const statement = (text: string) =>
        text
          .replaceAll('$id', `'${id}'`)
          .replaceAll('$run', `'${run.id}'`)
          .replaceAll('$partner', `'${partner.partnerId}'`);
      const holder = new pg.Client({ connectionString: database.url });
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query(statement(first));
        const second = database.query(statement(then)).then(
          (value): PromiseSettledResult<unknown> => ({ status: 'fulfilled', value }),
          (reason: unknown): PromiseSettledResult<unknown> => ({ status: 'rejected', reason }),
        );
        await waitsForLock();
        await holder.query('commit');
        const [row] = await database.query<{ region: string }>(
          'select region from organization where id = $1',
          [id],
        );
        return [await second, [row!.region]];
      } finally {
        await holder.end();
      }
    };
    const waitsForLock = async (): Promise<void> => {
      for (let waiting = 0; waiting === 0;) {
        const [row] = await database.query<{ count: number }>(
          `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        waiting = row?.count ?? 0;
      }
    };
    const submit = `insert into configuration (organization_id, partner_id, run_id, submission_id, created_at) values ($id, $partner, $run, 's', now())`;
    const change = `update organization set region = 'NLD2' where id = $id`;
    const [late, before] = await holding(submit, change);
    expect([late.status, before]).toEqual(['rejected', ['VA7']]);
    const [submitted, after] = await holding(change, submit);
    expect([submitted.status, after]).toEqual(['fulfilled', ['NLD2']]);
  });

  it('with dryRun answers what would change and writes nothing', async () => {
    const { id } = await partner.organization();
    const before = await kinds(id);
    const answers = requireAccepted(
      await partner.store.mutate(request, async (unit) => [
        ...(await unit.organizations.change(
          [{ organizationId: id, correction: { region: 'AUS5' } }],
          anOccurrence,
          true,
        )),
      ]),
    );
    expect(answers).toMatchObject([
      [id, { changes: [{ field: 'region', from: 'VA7', to: 'AUS5' }] }],
    ]);
    expect((await partner.store.organization(id))?.region).toBe('VA7');
    expect(await kinds(id)).toEqual(before);
  });

  it('takes no observation that was begun before the change', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at('appRegistration'));
    await database.query(
      `update effect set lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour' where run_id = $1`,
      [run.id],
    );
    requireAccepted(await correct(id, { region: 'NLD2' }));
    const [effect] = await database.query<{ lease_token: string | null }>(
      `select lease_token from effect where run_id = $1 and slot = 'observe:AEP:APP_REGISTRATION'`,
      [run.id],
    );
    expect(effect).toEqual({ lease_token: null });
  });
});

describe('archiveOrganization', () => {
  const archive = (id: string, reason: string | null = null) =>
    act((unit) => unit.organizations.archive(id, reason, anOccurrence()));
  const restore = (id: string) => act((unit) => unit.organizations.restore(id, anOccurrence()));

  it('cancels the open run, hides both from lists, counts and search, and keeps them by their IDs', async () => {
    const { id } = await partner.organization({ name: 'Put away' });
    const { run } = await partner.run(id);
    const portfolio = async () => [
      await partner.store.portfolioOrganizations(),
      (await partner.store.portfolio()).runs,
    ];
    const [organizations, openRuns] = (await portfolio()) as [number, number];
    const runs = await partner.store.countRuns();
    expect(requireAccepted(await archive(id)).archivedAt).not.toBeNull();
    expect(await portfolio()).toEqual([organizations - 1, openRuns - 1]);
    expect(await partner.store.countRuns()).toEqual({ ...runs, count: runs.count - 1 });
    expect((await partner.store.organizations({ first: 5 }, { text: 'put away' })).edges).toEqual(
      [],
    );
    expect(
      (await partner.store.organizations({ first: 5 }, { text: 'put away', archived: true })).edges,
    ).toHaveLength(1);
    expect(await partner.store.search('put away', 5)).toEqual([]);
    expect((await partner.store.runs({ first: 5 }, { text: 'put away' })).edges).toEqual([]);
    expect(
      (await partner.store.runs({ first: 5 }, { text: 'put away', archived: true })).edges,
    ).toHaveLength(1);
    expect((await partner.store.runs({ first: 5 }, { organizationIds: [id] })).edges).toHaveLength(
      1,
    );
    expect((await partner.store.run(run.id))?.status).toBe('CANCELLED');
    expect((await kinds(id)).slice(-2)).toEqual(['runCancelled', 'organizationArchived']);
    const before = await kinds(id);
    requireAccepted(await archive(id));
    expect(await kinds(id)).toEqual(before);
    const begun = await partner.store.mutate(request, (unit) =>
      unit.runs.start(id, anOccurrence()),
    );
    expect(requireAccepted(begun)).toMatchObject({
      refusal: { code: 'CONFLICT', field: ['organizationId'] },
    });
    const connection = { clientId: 'x', clientSecret: 'sandbox-x', scopes: ['openid'] };
    const connected = await act((unit) =>
      unit.connections.set(id, { kind: 'adobe', connection }, anOccurrence()),
    );
    expect(connected).toMatchObject({
      refusals: [{ code: 'CONFLICT', field: ['organizationId'] }],
    });
    requireAccepted(await restore(id));
    expect(await portfolio()).toEqual([organizations, openRuns]);
    expect((await kinds(id)).at(-1)).toBe('organizationRestored');
    const again = await partner.store.mutate(request, (unit) =>
      unit.runs.start(id, anOccurrence()),
    );
    expect(requireAccepted(again)).toMatchObject({ run: { status: 'IN_PROGRESS' } });
    expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true });
  });

  it('after a submission needs a reason and lets the run continue', async () => {
    const { id } = await partner.organization({ name: 'Submitted' });
    const { run } = await partner.run(id);
    await submitted(run.id);
    expect(await archive(id)).toMatchObject({
      refusals: [{ code: 'ALREADY_SUBMITTED', field: ['reason'] }],
    });
    expect((await partner.store.organization(id))?.archivedAt).toBeNull();
    requireAccepted(await archive(id, 'Contract ended'));
    expect((await partner.store.run(run.id))?.run.cancelled).toBeNull();
    await partner.play(run.id, (builder) => builder.complete('ACTIVATION', 'AEP'));
    expect((await partner.store.run(run.id))?.run.tracks.AEP.steps.ACTIVATION?.status).toBe('DONE');
    expect(
      (await partner.store.neededActions(anyTask(), { first: 100 })).map(({ runId }) => runId),
    ).not.toContain(run.id);
  });

  it('starts no run of what is archived in the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await partner.organization();
      const [begun] = await Promise.all([
        partner.store.mutate(request, (unit) => unit.runs.start(id, anOccurrence())),
        archive(id),
      ]);
      const current = await partner.store.currentRuns([id]);
      expect(['CANCELLED', undefined]).toContain(current.get(id)?.status);
      expect('run' in (requireAccepted(begun) as object)).toBe(current.has(id));
    }
  });
});

describe('removeConnection', () => {
  const disconnect = (id: string, kind: 'adobe' | 'azure') =>
    act((unit) => unit.connections.remove(id, kind, anOccurrence()));

  it('deletes the credential, updates the run, and answers whose it was; a second time is fine', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at('approval'));
    expect(requireAccepted(await disconnect(id, 'azure'))).toMatchObject({
      azureConnected: null,
      adobeConnected: true,
    });
    expect(
      await database.query(`select kind from connection where organization_id = $1`, [id]),
    ).toEqual([{ kind: 'adobe' }]);
    expect((await store.system().connections(partner.of(id))).azure).toBeNull();
    const after = (await partner.store.run(run.id))!;
    expect(after.run.tracks.AEP.steps.VAULT).toMatchObject({ status: 'READY', facts: null });
    expect((await kinds(id)).slice(-2)).toEqual(['azureDisconnected', 'connectionsChanged']);
    expect(
      await database.query(
        `select 1 from effect where run_id = $1 and slot like 'observe:%:VAULT'`,
        [run.id],
      ),
    ).toEqual([]);
    const before = await kinds(id);
    requireAccepted(await disconnect(id, 'azure'));
    expect(await kinds(id)).toEqual(before);
    expect(
      JSON.stringify(await partner.store.history({ first: 50 }, { organizationId: id })),
    ).not.toContain('sandbox-azure-secret');
  });

  it('keeps the credential that is needed to learn what came of a send', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at('submission'));
    const { run: ready } = (await partner.store.run(run.id))!;
    const data = {
      submissionId: randomUUID(),
      configurationName: 'keyway-cmk',
      confirmImsOrgId: ready.organization.imsOrgId,
    };
    await requireApplied(store, run.id, { ...anOccurrence(), kind: 'submissionRequested', data });
    await partner.play(run.id, (builder) => builder.reread());
    expect(await disconnect(id, 'adobe')).toMatchObject({
      refusals: [{ code: 'CONFLICT', field: ['organizationId'] }],
    });
    expect((await store.system().connections(partner.of(id))).adobe).not.toBeNull();
    expect((await kinds(id)).at(-1)).not.toBe('adobeDisconnected');
  });

  it('answers another partner as if there were nothing', async () => {
    const { id } = await partner.organization();
    await partner.run(id);
    const outsider = await aPartner(database, store, 'Another');
    const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: [] });
    const before = await kinds(id);
    for (const viewer of [outsider.store, limited]) {
      for (const work of [
        (unit: UnitOfWork) => unit.connections.remove(id, 'adobe', anOccurrence()),
        (unit: UnitOfWork) => unit.organizations.archive(id, 'x', anOccurrence()),
        (unit: UnitOfWork) => unit.organizations.restore(id, anOccurrence()),
      ])
        expect(await act(work, viewer)).toMatchObject({
          refusals: [{ code: 'NOT_FOUND', field: ['organizationId'] }],
        });
      expect(await correct(id, { name: 'Mine now' }, viewer)).toMatchObject({
        refusals: [{ code: 'NOT_FOUND' }],
      });
    }
    expect(await kinds(id)).toEqual(before);
  });
});
