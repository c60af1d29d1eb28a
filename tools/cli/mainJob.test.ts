/** The main job and a partner's Monday morning, by the command line alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from '../product/startProduct.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { done, json, keywayOf, type Keyway } from './keyway.ts';

let product: Product;
let [owner, operator, approver]: Keyway[] = [];
const folder = mkdtempSync(join(tmpdir(), 'keyway-main-job-'));

beforeAll(async () => {
  product = await startProduct({ KEYWAY_POLL_SCALE: '0.01' });
  const as = (token: string): Keyway => keywayOf(product.url, token, join(folder, 'settings'));
  owner = as(product.token);
  const token = async (role: string, scopes: string): Promise<string> =>
    (await done(owner!(['tokens', 'create', role, '--role', role, '--scopes', scopes]))).trim();
  operator = as(await token('OPERATOR', 'read,runs:write'));
  approver = as(await token('APPROVER', 'read,approve'));
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test('one organization, from a line of CSV to COMPLETED', async () => {
  const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
    scenario: 'happyPath',
  });
  const { imsOrgId, tenantId, subscriptionId, keys } = customer;
  const me = operator!;
  const csv = `name,imsOrgId,shield,azureTenantId\nAdatum,${imsOrgId},HEALTHCARE_SHIELD,${tenantId}\n`;
  const customers = file('customers.csv', csv);
  const dry = await json(me(['orgs', 'import', customers, '--dry-run', '--json']));
  expect(dry).toMatchObject({ dryRun: true, created: 1, rejected: [] });
  await done(me(['orgs', 'import', customers]));
  expect(await json(me(['orgs', 'import', customers, '--json']))).toMatchObject({ unchanged: 1 });
  const secret = ['--client-secret', '-'];
  await done(
    me(['orgs', 'connect', 'adobe', 'Adatum', '--client-id', 'a', ...secret], 'sandbox-adobe'),
  );
  const app = ['--client-id', '66666666-7777-4888-8999-000000000000'];
  const azure = ['--tenant-id', tenantId, '--subscription-id', subscriptionId, ...app, ...secret];
  await done(me(['orgs', 'connect', 'azure', 'Adatum', ...azure], 'sandbox-azure'));
  await done(me(['runs', 'start', 'Adatum']));
  expect((await me(['runs', 'start', 'Adatum'])).code).toBe(1);
  const proof = ['--statement', 'Shield is in the contract', '--reference', 'C-1'];
  for (const track of ['AEP', 'CJA'] as const) {
    await done(me(['steps', 'attest', 'Adatum', track, 'ENTITLEMENT', ...proof]));
    await done(me(['key', 'set', 'Adatum', track, keys[track]]));
  }
  await done(me(['steps', 'verify', 'Adatum', '--wait', '--timeout', '5m']));
  for (const track of ['AEP', 'CJA'])
    await done(me(['runs', 'watch', 'Adatum', '--until', `${track}/APPROVAL=READY`]));

  await done(me(['request-approval', 'Adatum', 'AEP', '--name', 'keyway-cmk']));
  const pending = await json<unknown[]>(approver!(['approvals', '--mine', '--json']));
  expect(pending).toMatchObject([{ track: 'AEP', organization: { name: 'Adatum' } }]);
  const approve = (who: Keyway, track: string, confirmation: string) =>
    who(['approve', 'Adatum', track, '--confirm', confirmation]);
  expect((await approve(me, 'AEP', imsOrgId)).code).toBe(1);
  expect((await approver!(['approve', 'Adatum', 'AEP'])).code).toBe(2);
  expect((await approve(approver!, 'AEP', 'X@AdobeOrg')).code).toBe(1);
  const approved = await approve(approver!, 'AEP', imsOrgId);
  expect(approved.code).toBe(0);
  // What is approved is shown first: the very bytes, on which evidence, and what it can't undo.
  const shown = /Exactly this is sent:\n {2}(.+)/.exec(approved.stderr)?.[1];
  expect(approved.stderr).toMatch(/evidence +SHA-256 [0-9a-f]{64}/);
  expect(approved.stderr).toContain("This can't be undone:");

  expect((await me(['submit', 'Adatum'])).code).toBe(2);
  await done(me(['submit', 'Adatum', '--confirm', imsOrgId]));
  await done(me(['runs', 'watch', 'Adatum', '--until', 'AEP/ACTIVATION=DONE']));
  const ledger = await product.sandbox<LedgerRow[]>('GET', '/ledger');
  const sent = ledger.filter(
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/customer/config') && body.includes(imsOrgId),
  );
  expect(sent.map(({ body }) => body)).toEqual([shown]);

  await done(me(['request-approval', 'Adatum', 'CJA']));
  await done(approve(approver!, 'CJA', imsOrgId));
  expect(await done(me(['ticket', 'Adatum']))).toContain(imsOrgId);
  await done(me(['ticket', 'Adatum', '--case', 'E-001234567', '--confirm', imsOrgId]));
  await done(me(['confirm', 'Adatum', '--by', 'Dana', '--text', 'CMK is configured.']));
  await done(me(['runs', 'watch', 'Adatum', '--until', 'done']));
  const run = await json(me(['runs', 'show', 'Adatum', '--json']));
  expect(run).toMatchObject({ status: 'COMPLETED', progress: { done: 19, total: 19 } });

  const jwks = file('keys.json', await done(me(['evidence', 'keys'])));
  const kept = file('kept.jsonl', await done(me(['history', 'checkpoints', 'Adatum'])));
  const trusted = ['--keys', jwks, '--checkpoints', kept, '--json'];
  const verified = await json(me(['history', 'verify', 'Adatum', ...trusted]));
  expect(verified).toMatchObject({ ok: true, problems: [] });
  const pack = join(folder, 'adatum.zip');
  await done(me(['evidence', 'get', 'Adatum', '-o', pack]));
  expect(existsSync(`${pack}.part`)).toBe(false);
  const proven = await json(me(['evidence', 'verify', pack, ...trusted]));
  expect(proven).toMatchObject({ ok: true, keysFrom: 'file', problems: [] });
  // Its own keys prove nothing: a forger's would be in the pack too.
  const alone = await me(['evidence', 'verify', pack, '--json']);
  expect(alone.code).toBe(1);
  expect(JSON.parse(alone.stdout)).toMatchObject({ ok: false, keysFrom: 'pack', problems: [] });
  await done(me(['evidence', 'verify', pack, '--trust-pack-keys']));
  const bytes = readFileSync(pack);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(pack, bytes);
  const changed = await me(['evidence', 'verify', pack, ...trusted]);
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.stdout)).toMatchObject({ ok: false });
});

const ORGANIZATIONS = 500;

test('500 organizations on a Monday morning', async () => {
  const me = operator!;
  const ids = Array.from(
    { length: ORGANIZATIONS },
    () => `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`,
  );
  const lines = ids.map(
    (id, index) => `Customer ${String(index).padStart(3, '0')},${id},VA7,HEALTHCARE_SHIELD`,
  );
  const bad = 'Broken,abc,VA7,HEALTHCARE_SHIELD';
  const csv = file('monday.csv', ['name,imsOrgId,region,shield', ...lines, bad, ''].join('\n'));
  const imported = await me(['orgs', 'import', csv, '--json']);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    created: ORGANIZATIONS,
    rejected: [{ line: ORGANIZATIONS + 2, field: 'imsOrgId' }],
  });

  const select = ['--filter', 'text=Customer'];
  expect((await me(['bulk', 'start', ...select])).code).toBe(2);
  const preview = await json(me(['bulk', 'start', ...select, '--dry-run', '--json']));
  expect(preview).toMatchObject({ affected: ORGANIZATIONS, blockedCount: 0 });
  const started = await json<{ items: unknown[] }>(
    me(['bulk', 'start', ...select, '--yes', '--json']),
  );
  expect(started).toMatchObject({ job: { status: 'DONE', done: ORGANIZATIONS, refused: 0 } });
  expect(started.items).toHaveLength(ORGANIZATIONS);
  const again = await me(['bulk', 'start', ...select, '--yes', '--json']);
  expect(again.code).toBe(1);

  const stuck = async (): Promise<string[]> => {
    const args = ['runs', 'list', '--stuck', '1s', ...select, '--json'];
    const runs = await json<{ organization: { imsOrgId: string } }[]>(me(args));
    return runs.map(({ organization }) => organization.imsOrgId).sort();
  };
  await expect.poll(stuck).toEqual([...ids].sort());
  const waiting = await me(['runs', 'list', '--waiting-on', 'PARTNER', ...select]);
  expect(waiting.stdout.trimEnd().split('\n')).toHaveLength(ORGANIZATIONS);
  // Bounded by counts, not by a clock: what is read in pages is not read one by one.
  const { stdout, stderr } = await me(['runs', 'list', ...select, '--verbose']);
  const read = stdout.trimEnd().split('\n').length;
  expect(stderr.match(/^ListRuns: 200/gm)).toHaveLength(Math.ceil(read / 100));
  // The run of the test before, whose vault has such a name.
  expect(read - ORGANIZATIONS).toBeLessThanOrEqual(1);
  const from = file('ids.txt', ids.slice(0, 3).join('\n'));
  const verified = await json(me(['bulk', 'verify', '--from', from, '--yes', '--json']));
  expect(verified).toMatchObject({ job: { total: 3 } });

  const packs = join(folder, 'evidence');
  await done(me(['evidence', 'get', ...select, '-d', packs]));
  expect(readdirSync(packs).sort()).toEqual(ids.map((id) => `${id}.zip`).sort());
  const jwks = file('keys.json', await done(me(['evidence', 'keys'])));
  await done(me(['evidence', 'verify', join(packs, `${ids[0]}.zip`), '--keys', jwks]));
});
