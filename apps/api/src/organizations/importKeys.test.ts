/** Keys in the import of organizations: what is provided, what is refused and why, what stays. */
import { beforeEach, describe, expect, it } from 'vitest';
import { anImsOrgId, anOrganization, keyIn, type Payload } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { aVault, KEY_HEADER, keyFile, keyImportTests, keyLine } from '../testing/keyImportTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { workAll } = bulkTests(served);
const { importing, organizationOf, keysOf, count, counts, existing } = keyImportTests(served);

const ARN = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
  azureTenantId: null,
};
const itemsOf = async (id: string): Promise<Payload[]> =>
  (
    await served.owner.ask(
      `query($id: ID!) { node(id: $id) { ... on BulkJob { items(first: 100) { nodes {
         organization { imsOrgId } status code message
         keys { track keyIdentifier vaultResourceId } } } } } }`,
      { id },
    )
  ).node.items.nodes;

let [a, b] = ['', ''];
beforeEach(() => {
  [a, b] = [anImsOrgId(), anImsOrgId()];
});

describe('a file with keys', () => {
  it('creates organizations, and starts one job that starts their runs and provides their keys', async () => {
    const [one, two] = [keyIn(aVault()), keyIn(aVault())];
    const content = keyFile(keyLine(a, one, two), keyLine(b, `"${keyIn(aVault())}"`));
    const payload = await importing(content, { startRuns: true });
    expect(payload).toMatchObject({
      ...{ created: 2, unchanged: 0, updated: 0, rejected: [], userErrors: [] },
      keys: {
        ...{ toProvide: 3, unchanged: 0, runsToStart: 2, refused: [], warnings: [] },
        job: { action: 'PROVIDE_KEYS', total: 2, status: 'RUNNING' },
      },
    });
    await workAll();
    expect(await keysOf(a)).toEqual([one, two]);
    const [item] = await itemsOf(payload.keys.job.id);
    expect(item).toMatchObject({
      ...{ organization: { imsOrgId: a }, status: 'DONE', code: null, message: null },
      keys: [
        { track: 'AEP', keyIdentifier: one, vaultResourceId: null },
        { track: 'CJA', keyIdentifier: two, vaultResourceId: null },
      ],
    });
    const { history } = await served.owner.ask(
      'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { kind summary es: summary(locale: "es") } } }',
      { f: { runId: (await organizationOf(a))!.currentRun!.id } },
    );
    expect(history.nodes[0]).toMatchObject({ kind: 'keyProvided' });
    expect(history.nodes[0].summary).toContain('(bulk job)');
  });

  it('provides to the open run of an organization that is there, and leaves the row unchanged', async () => {
    const { imsOrgId, runId } = await existing();
    const key = keyIn(aVault());
    const payload = await importing(keyFile(keyLine(imsOrgId, key)));
    expect(payload).toMatchObject({
      ...{ created: 0, unchanged: 1, rejected: [] },
      keys: { toProvide: 1, runsToStart: 0, refused: [] },
    });
    await workAll();
    expect(await keysOf(imsOrgId)).toEqual([key, undefined]);
    expect((await organizationOf(imsOrgId))!.currentRun!.id).toBe(runId);
  });

  it('takes the columns in any order, with the vaults, from spreadsheets and from JSON', async () => {
    const [one, two] = [await existing(), await existing(AWS)];
    const vault = aVault();
    const vaultResourceId = `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/a/providers/Microsoft.KeyVault/vaults/${vault}`;
    const csv = [
      '\uFEFFAEPVAULTRESOURCEID;aepkeyidentifier;shield;imsOrgId;name;cjaKeyIdentifier;cjaVaultResourceId',
      `${vaultResourceId}/; ${keyIn(vault)} ;HEALTHCARE_SHIELD;${one.imsOrgId};Imported;;`,
    ].join('\r\n');
    expect((await importing(csv)).keys).toMatchObject({ toProvide: 1, refused: [] });
    const item = {
      ...{ name: 'Imported', imsOrgId: two.imsOrgId, cloud: 'AWS', region: 'VA6' },
      ...{ shield: AWS.shield, aepKeyIdentifier: ARN, cjaKeyIdentifier: null },
    };
    const json = await importing(JSON.stringify([item]), { format: 'JSON' });
    expect(json).toMatchObject({ unchanged: 1, rejected: [], keys: { toProvide: 1 } });
    await workAll();
    expect(await keysOf(one.imsOrgId)).toEqual([keyIn(vault), undefined]);
    expect(await keysOf(two.imsOrgId)).toEqual([ARN, undefined]);
    const [first] = await itemsOf((await importing(csv)).keys.job?.id ?? json.keys.job.id);
    expect(first!.status).toBe('DONE');
  });

  it('does nothing where the keys are there', async () => {
    const { imsOrgId } = await existing();
    const content = keyFile(keyLine(imsOrgId, keyIn(aVault())));
    await importing(content);
    await workAll();
    const before = await counts();
    expect(await importing(content, { startRuns: true })).toMatchObject({
      unchanged: 1,
      keys: { toProvide: 0, unchanged: 1, runsToStart: 0, refused: [], job: null },
    });
    expect(await counts()).toEqual(before);
  });

  it('writes nothing with dryRun, and then says what it said', async () => {
    const { imsOrgId } = await existing();
    const [free] = [await anOrganization(served.owner, { name: 'Imported' })];
    const content = keyFile(
      keyLine(imsOrgId, keyIn(aVault())),
      keyLine(a, keyIn(aVault())),
      keyLine(free.imsOrgId, keyIn(aVault())),
      keyLine(b, 'https://example.com/keys/a'),
    );
    for (const startRuns of [false, true]) {
      const before = await counts();
      const dry = await importing(content, { startRuns, dryRun: true });
      expect(await counts()).toEqual(before);
      expect(dry.keys).toMatchObject({
        ...{ toProvide: startRuns ? 3 : 1, runsToStart: startRuns ? 2 : 0, job: null },
      });
      if (!startRuns) continue;
      const { keys, ...done } = await importing(content, { startRuns });
      expect({ ...done, keys: { ...keys, job: null } }).toEqual(dry);
      expect(keys.job).not.toBeNull();
    }
  });

  it('answers the same request again with the same job', async () => {
    const { imsOrgId } = await existing();
    const more = { idempotencyKey: crypto.randomUUID() };
    const content = keyFile(keyLine(imsOrgId, keyIn(aVault())));
    const first = await importing(content, more);
    await workAll();
    const again = await importing(content, more);
    expect(again.keys).toEqual({ ...first.keys, job: { ...first.keys.job, status: 'DONE' } });
  });

  it('provides each key once, however often it is imported at once', async () => {
    const some = await Promise.all(Array.from({ length: 6 }, () => existing()));
    const news = Array.from({ length: 6 }, anImsOrgId);
    const all = [...some.map(({ imsOrgId }) => imsOrgId), ...news];
    const content = keyFile(...all.map((imsOrgId) => keyLine(imsOrgId, keyIn(aVault()))));
    const before = await count(`history_entry where kind = 'keyProvided'`);
    const imports = await Promise.all(
      Array.from({ length: 3 }, () => importing(content, { startRuns: true })),
    );
    await Promise.all([workAll(), workAll()]);
    for (const { keys, userErrors } of imports) {
      expect(userErrors).toEqual([]);
      expect(keys.refused).toEqual([]);
      for (const { status } of keys.job ? await itemsOf(keys.job.id) : [])
        expect(status).toBe('DONE');
    }
    expect(await count(`history_entry where kind = 'keyProvided'`)).toBe(before + 12);
    const runs = `run r join organization o on o.id = r.organization_id where o.ims_org_id in ('${all.join(`','`)}')`;
    expect(await count(runs)).toBe(12);
  });
});

describe('a line whose key can’t be one is rejected, with its column', () => {
  it.each([
    ['another host', 'https://contoso.example.com/keys/a', '', 'aepKeyIdentifier', /host/i],
    ['a vault only', 'https://contoso-cmk.vault.azure.net', '', 'aepKeyIdentifier', /key/i],
    ['http', 'http://contoso-cmk.vault.azure.net/keys/a', '', 'aepKeyIdentifier', /https/],
    ['a sovereign cloud', 'https://contoso.vault.azure.cn/keys/a', '', 'aepKeyIdentifier', /China/],
    ['a KMS key on Azure', ARN, '', 'aepKeyIdentifier', /AWS|KMS/],
    ['of CJA', keyIn('contoso-cmk'), 'x', 'cjaKeyIdentifier', /./],
    [
      'too long',
      `https://a.vault.azure.net/keys/${'a'.repeat(1000)}`,
      '',
      'aepKeyIdentifier',
      /1,000/,
    ],
  ])('%s', async (_what, aep, cja, field, message) => {
    const before = await counts();
    for (const dryRun of [true, false])
      expect(
        await importing(keyFile(keyLine(a, aep, cja)), { dryRun, startRuns: true }),
      ).toMatchObject({
        ...{ created: 0, rejected: [{ line: 2, field, message: expect.stringMatching(message) }] },
        keys: { toProvide: 0, refused: [], job: null },
      });
    expect(await counts()).toEqual(before);
    const { imsOrgId } = await existing();
    expect(await importing(keyFile(keyLine(imsOrgId, aep, cja)))).toMatchObject({
      ...{ unchanged: 0, rejected: [{ line: 2, field }] },
    });
    expect(await keysOf(imsOrgId)).toEqual([undefined, undefined]);
  });

  it.each([
    ['an address', keyIn('contoso-cmk'), '', 'aepKeyIdentifier'],
    ['an alias', 'alias/mine', '', 'aepKeyIdentifier'],
    ['another region', ARN.replace('us-east-1', 'eu-west-1'), '', 'aepKeyIdentifier'],
    ['a key for CJA (AWS-13)', ARN, ARN, 'cjaKeyIdentifier'],
  ])('on AWS: %s', async (_what, aep, cja, field) => {
    const { imsOrgId } = await existing(AWS);
    // The cloud is left out: that of the organization counts.
    const content = `name,imsOrgId,shield,aepKeyIdentifier,cjaKeyIdentifier\nImported,${imsOrgId},${AWS.shield},${aep},${cja}`;
    expect(await importing(content)).toMatchObject({ rejected: [{ line: 2, field }] });
    const news = content.replace(imsOrgId, a).replace('name,', 'cloud,region,name,');
    expect(await importing(news.replace('\nImported', '\nAWS,VA6,Imported'))).toMatchObject({
      ...{ created: 0, rejected: [{ line: 2, field }] },
    });
    expect(await organizationOf(a)).toBeNull();
  });

  it('an ARN is that of the organization that is there, and of no new one on Azure', async () => {
    const { imsOrgId } = await existing(AWS);
    const content = (id: string) =>
      `name,imsOrgId,shield,aepKeyIdentifier\nImported,${id},${AWS.shield},${ARN}`;
    expect(await importing(content(imsOrgId))).toMatchObject({ keys: { toProvide: 1 } });
    expect(await importing(content(a))).toMatchObject({
      rejected: [{ line: 2, field: 'aepKeyIdentifier' }],
    });
    expect(await organizationOf(a)).toBeNull();
  });

  it.each([
    [
      'of another vault',
      `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/a/providers/Microsoft.KeyVault/vaults/other`,
    ],
    ['no resource ID', 'vaults/contoso'],
  ])('a resource ID %s', async (_what, vault) => {
    const content = `${KEY_HEADER},aepVaultResourceId\n${keyLine(a, keyIn(aVault()))},${vault}`;
    expect(await importing(content)).toMatchObject({
      rejected: [{ line: 2, field: 'aepVaultResourceId' }],
    });
    const alone = `${KEY_HEADER},aepVaultResourceId\n${keyLine(a)},${vault}`;
    expect(await importing(alone)).toMatchObject({
      rejected: [{ line: 2, field: 'aepKeyIdentifier' }],
    });
  });
});

describe('a key is refused for what its organization has', () => {
  const refusal = async (imsOrgId: string, key: string, more: object = {}): Promise<Payload> => {
    const before = await counts();
    const { keys, unchanged } = await importing(keyFile(keyLine(imsOrgId, key)), more);
    expect([unchanged, keys.toProvide, keys.job, keys.runsToStart]).toEqual([1, 0, null, 0]);
    expect(await counts()).toEqual(before);
    expect(keys.refused).toHaveLength(1);
    const [one] = keys.refused;
    expect(one).toMatchObject({
      ...{ line: 2, field: 'aepKeyIdentifier', organizationName: 'Imported', imsOrgId },
      ...{ track: 'AEP', keyIdentifier: key },
    });
    expect(one.es).not.toBe(one.message);
    return one;
  };

  it('no open run', async () => {
    const { imsOrgId } = await anOrganization(served.owner, { name: 'Imported' });
    expect(await refusal(imsOrgId, keyIn(aVault()))).toMatchObject({
      ...{ code: 'NOT_FOUND', message: expect.stringContaining('startRuns') },
    });
  });

  it('a canceled run, unless one is to be started', async () => {
    const { imsOrgId, runId } = await existing();
    await served.owner.must('cancelRun', { runId, reason: 'x' });
    expect(await refusal(imsOrgId, keyIn(aVault()))).toMatchObject({ code: 'NOT_FOUND' });
    const content = keyFile(keyLine(imsOrgId, keyIn(aVault())));
    expect((await importing(content, { startRuns: true })).keys).toMatchObject({ runsToStart: 1 });
  });

  it('another key, which stays', async () => {
    const { imsOrgId, runId } = await existing();
    const kept = keyIn(aVault());
    await served.owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: kept });
    const one = await refusal(imsOrgId, keyIn(aVault()), { startRuns: true, onExisting: 'UPDATE' });
    expect(one).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(kept) });
    await workAll();
    expect(await keysOf(imsOrgId)).toEqual([kept, undefined]);
  });

  it('another key, which only an attestation names (AWS-09); that one is there', async () => {
    const { imsOrgId, runId } = await existing(AWS);
    const attest = (step: string, reference?: string) =>
      served.owner.must('attestStep', { runId, track: 'AEP', step, statement: 's', reference });
    await attest('ENTITLEMENT');
    await attest('KEY', ARN);
    const content = (arn: string) =>
      `name,imsOrgId,shield,aepKeyIdentifier\nImported,${imsOrgId},${AWS.shield},${arn}`;
    expect((await importing(content(ARN))).keys).toMatchObject({ unchanged: 1, toProvide: 0 });
    expect((await importing(content(ARN.replace(/.{4}$/, 'eeee')))).keys).toMatchObject({
      ...{ toProvide: 0, refused: [{ code: 'CONFLICT', message: expect.stringContaining(ARN) }] },
    });
  });

  it('and of two keys only the one that is refused', async () => {
    const { imsOrgId, runId } = await existing();
    await served.owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn(aVault()) });
    const cja = keyIn(aVault());
    const { keys } = await importing(keyFile(keyLine(imsOrgId, keyIn(aVault()), cja)));
    expect(keys).toMatchObject({ toProvide: 1, refused: [{ track: 'AEP', code: 'CONFLICT' }] });
    await workAll();
    expect((await keysOf(imsOrgId))[1]).toBe(cja);
  });

  it('what is decided after the import, in the item of its job', async () => {
    const { imsOrgId, runId } = await existing();
    const { keys } = await importing(keyFile(keyLine(imsOrgId, keyIn(aVault()))));
    const kept = keyIn(aVault());
    await served.owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: kept });
    await workAll();
    expect(await itemsOf(keys.job.id)).toMatchObject([
      { status: 'REFUSED', code: 'CONFLICT', message: expect.stringContaining(kept) },
    ]);
    expect(await keysOf(imsOrgId)).toEqual([kept, undefined]);
  });

  it('nothing of a line that is rejected for another reason', async () => {
    const { imsOrgId } = await existing();
    const content = keyFile(keyLine(imsOrgId, keyIn(aVault()), '', 'Other'));
    expect(await importing(content)).toMatchObject({
      ...{ rejected: [{ line: 2, field: 'name' }], keys: { toProvide: 0, job: null } },
    });
    expect(await importing(content, { onExisting: 'UPDATE' })).toMatchObject({
      ...{ updated: 1, rejected: [], keys: { toProvide: 1 } },
    });
  });
});

describe('what is provided and should be known', () => {
  it('is shown with its line: no version, a vault that is shared', async () => {
    const [shared, taken] = [aVault(), aVault()];
    const other = await existing({ name: 'Taken' });
    await served.owner.must('provideKey', {
      runId: other.runId,
      track: 'AEP',
      keyIdentifier: keyIn(taken),
    });
    const base = `https://${aVault()}.vault.azure.net/keys/cmk`;
    const twice = keyIn(aVault());
    const { keys } = await importing(
      keyFile(
        keyLine(a, keyIn(shared)),
        keyLine(b, keyIn(shared.toUpperCase()), keyIn(taken)),
        keyLine(anImsOrgId(), base),
        keyLine(anImsOrgId(), twice, twice.replace('/cmk/', '/other/')),
      ),
      { startRuns: true },
    );
    expect(keys.refused).toEqual([]);
    expect(
      keys.warnings.map((one: Payload) => [one.line, one.track, one.message.match(/\w+-0\d/)?.[0]]),
    ).toEqual([
      [3, 'AEP', 'VAL-09'],
      [3, 'CJA', 'VAL-09'],
      [4, 'AEP', 'VAL-06'],
      [5, 'CJA', 'CJA-04'],
    ]);
    expect(keys.warnings[0].message).toContain('Line 2');
    expect(keys.warnings[1].message).toContain('Taken');
  });
});
