/** Evidence over HTTP: it verifies outside, and only for those who see the organization. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseGlobalId } from '@keyway/core';
import {
  checkpointsOfText,
  packOfBytes,
  parseCheckpoint,
  parseKeySet,
  verifyPack,
  type EvidenceKeySet,
} from '@keyway/evidence';
import { compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import {
  anOrganization,
  aServer,
  missingId,
  type Client,
  type TestServer,
} from '../testing/aServer.ts';

const PYTHON = fileURLToPath(new URL('../../../../docs/api/verify_evidence.py', import.meta.url));

let server: TestServer;
let operator: Client;
let approver: Client;
let run: RunToApprove;
const folder = mkdtempSync(join(tmpdir(), 'keyway-evidence-'));
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
  run = await aRunToApprove(server, { operator });
  await operator.must('requestApproval', { runId: run.runId, track: 'AEP' });
  await approver.must('approve', { runId: run.runId, track: 'AEP', confirmImsOrgId: run.imsOrgId });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, token: string | null = operator.token, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, {
    ...init,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...init.headers },
  });
const keySet = async (): Promise<EvidenceKeySet> =>
  parseKeySet(await (await get('/.well-known/keyway-keys.json', null)).text())!;
const packOf = async (query = '', token = operator.token): Promise<Buffer> => {
  const response = await get(`/evidence/${run.organizationId}.zip${query}`, token);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await response.arrayBuffer());
};
const checkpointsNow = async (): Promise<string[]> =>
  checkpointsOfText(await (await get(`/checkpoints/${run.organizationId}.jsonl`)).text());

describe('the keys', () => {
  it('are public, cacheable and have no private part', async () => {
    const response = await get('/.well-known/keyway-keys.json', null);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const text = await response.text();
    expect(text).not.toContain('"d"');
    expect((JSON.parse(text) as EvidenceKeySet).keys).toHaveLength(1);
    expect(parseKeySet(text)!.keys).toHaveLength(1);
  });
});

describe('a pack', () => {
  it('verifies with the keys, and says who exported it', async () => {
    const keys = await keySet();
    const verified = await verifyPack(await packOfBytes(await packOf()), { keys });
    expect(verified).toMatchObject({ ok: true, problems: [], keysFrom: 'given' });
    expect(verified.manifest).toMatchObject({
      organization: { id: run.organizationId, imsOrgId: run.imsOrgId },
      createdBy: 'operator (API token)',
    });
    const { history } = (await operator.ask(
      'query($id: ID!) { history(first: 1, filter: { organizationId: $id }) { nodes { kind hash } } }',
      { id: run.organizationId },
    )) as { history: { nodes: { kind: string; hash: string }[] } };
    expect(history.nodes[0]).toEqual({
      kind: 'evidenceExported',
      hash: verified.manifest!.chain.end.hash,
    });
    expect(verified.checkpoints.lastEntries).toBe(verified.manifest!.chain.end.entries);
  });

  it('verifies with Python and OpenSSL alone', async () => {
    for (const program of ['python3', 'openssl']) {
      try {
        execFileSync(program, [program === 'openssl' ? 'version' : '--version']);
      } catch {
        // Every machine that tests for others has both.
        if (process.env.CI === 'true') throw new Error(`${program} is not here.`);
        console.warn(`Not tried: ${program} is not here.`);
        return;
      }
    }
    const files = { pack: join(folder, 'pack.zip'), keys: join(folder, 'keys.json') };
    const kept = join(folder, 'kept.jsonl');
    // Also what was signed again while nothing happened: the pack's last one takes its number.
    const before = await checkpointsNow();
    await server.store.checkpoints.coverDue('00000000-0000-0000-0000-000000000000', {
      ...{ grownSeconds: 0, unchangedSeconds: 0 },
    });
    const renewed = await checkpointsNow();
    expect(renewed.slice(0, -1)).toEqual(before);
    writeFileSync(files.pack, await packOf());
    writeFileSync(files.keys, JSON.stringify(await keySet()));
    writeFileSync(kept, renewed.join('\n'));
    expect(await checkpointsNow()).not.toContain(renewed.at(-1));
    const verify = (file: string): string =>
      execFileSync('python3', [PYTHON, file, files.keys, kept], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(verify(files.pack)).toMatch(/^OK: Org \w+: \d+ entries, \d+ checkpoints, \d+ files/);
    const bytes = await packOf();
    const changed = join(folder, 'changed.zip');
    bytes[bytes.length - 900]! ^= 1;
    writeFileSync(changed, bytes);
    expect(() => verify(changed)).toThrow();
  });
});

describe('checkpoints', () => {
  it('verify with any JWS library, each after the one before it', async () => {
    await packOf();
    const jws = await checkpointsNow();
    const { keys } = await keySet();
    const key = await importJWK(keys[0]!, 'EdDSA');
    for (const one of jws) {
      const { payload, protectedHeader } = await compactVerify(one, key);
      expect(protectedHeader).toEqual({
        alg: 'EdDSA',
        kid: keys[0]!.kid,
        typ: 'keyway-checkpoint+jws',
      });
      expect(parseCheckpoint(payload)).toMatchObject({ organization: run.organizationId });
    }
  });
});

describe('who may', () => {
  it('nobody without signing in, and none of another partner or organization', async () => {
    const other = await server.otherOwner();
    const elsewhere = await anOrganization(server.owner);
    const limited = await server.person('AUDITOR', ['read'], [elsewhere.id]);
    const writer = await server.person('OPERATOR', ['runs:write']);
    const before = await server.database.query<{ count: string }>(
      'select count(*) from history_entry',
    );
    for (const path of ['/evidence/', '/checkpoints/']) {
      const end = path === '/evidence/' ? '.zip' : '.jsonl';
      const ask = async (id: string, token: string | null) => {
        const response = await get(`${path}${id}${end}`, token);
        const headers = Object.fromEntries(response.headers);
        for (const varying of ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'ratelimit'])
          delete headers[varying];
        return { status: response.status, text: await response.text(), headers };
      };
      expect((await ask(run.organizationId, null)).status).toBe(401);
      expect((await ask(run.organizationId, 'kw_wrong')).status).toBe(401);
      expect((await ask(run.organizationId, writer.token)).status).toBe(403);
      const missing = await ask(missingId('Organization'), limited.token);
      expect(missing.status).toBe(404);
      expect(await ask(run.organizationId, limited.token)).toEqual(missing);
      expect(await ask(run.organizationId, other.token)).toEqual(missing);
      for (const wrong of ['x', missingId('Run'), `${run.organizationId}.zip`, '..%2f..', '%00'])
        expect((await ask(wrong, operator.token)).status).toBe(404);
      expect((await ask(elsewhere.id, limited.token)).status).toBe(200);
    }
    expect((await get('/checkpoints/partner.jsonl', limited.token)).status).toBe(404);
    expect((await get('/checkpoints/partner.jsonl')).status).toBe(200);
    const after = await server.database.query<{ count: string }>(
      'select count(*) from history_entry',
    );
    // The one that was allowed.
    expect(Number(after[0]!.count)).toBe(Number(before[0]!.count) + 1);
  });
});

describe('parameters', () => {
  it('name what is wrong, with an example', async () => {
    const path = `/evidence/${run.organizationId}.zip`;
    for (const [query, text] of [
      ['since=yesterday', /since isn’t a time.*since=2026-/],
      ['until=2026-02-30T00:00:00Z', /until isn’t a time/],
      ['since=2026-02-02&until=2026-02-01', /until must be later than since/],
      ['since=2026-02-02&since=2026-02-03', /since isn’t a parameter here/],
      ['form=pdf', /form isn’t a parameter here/],
      ['locale=de', /locale=en or locale=es/],
    ] as const) {
      const response = await get(`${path}?${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      expect(await response.text()).toMatch(text);
    }
  });

  it('limit the range, which verifies alone', async () => {
    const keys = await keySet();
    const entries = await server.database.query<{ at: Date }>(
      'select at from history_entry where organization_id = $1 order by seq',
      [parseGlobalId('Organization', run.organizationId)],
    );
    const [since, until] = [entries[3]!.at, entries[8]!.at].map((at) => at.toISOString());
    const pack = await packOf(`?since=${since}&until=${until}&locale=es`);
    const verified = await verifyPack(await packOfBytes(pack), { keys });
    expect(verified).toMatchObject({ ok: true, entries: 5, manifest: { range: { since, until } } });
    const none = await packOf('?until=2020-01-01');
    expect(await verifyPack(await packOfBytes(none), { keys })).toMatchObject({
      ok: true,
      entries: 0,
    });
    const later = await packOf('?since=2100-01-01');
    expect(await verifyPack(await packOfBytes(later), { keys })).toMatchObject({
      ok: true,
      entries: 0,
    });
  });

  it('HEAD says what GET would, and exports nothing', async () => {
    const count = async () =>
      (
        await server.database.query<{ count: string }>(
          `select count(*) from history_entry where kind = 'evidenceExported'`,
        )
      )[0]!.count;
    const before = await count();
    const response = await get(`/evidence/${run.organizationId}.zip`, operator.token, {
      method: 'HEAD',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="keyway-evidence-[A-Z0-9]{24}-AdobeOrg\.zip"$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await count()).toBe(before);
  });
});

it('is refused of a history that was changed below what was signed', async () => {
  const { id, uuid } = await anOrganization(operator);
  const path = `/evidence/${id}.zip`;
  expect((await get(path)).status).toBe(200);
  await server.database.query('alter table history_entry disable trigger all');
  await server.database.query('delete from history_entry where organization_id = $1 and seq = 2', [
    uuid,
  ]);
  await server.database.query(
    'update chain_head set seq = 1, hash = (select hash from history_entry where chain_id = $1) where chain_id = $1',
    [uuid],
  );
  await server.database.query('alter table history_entry enable trigger all');
  const refused = await get(path);
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('is not what was signed'),
  ]);
});

describe('a key that is replaced while a pack is written', () => {
  it.each(['obtain', 'publicKeys'] as const)(
    'leaves a pack that verifies, by former and new keys (before %s)',
    async (point) => {
      const { evidenceKeys } = server.store.system();
      const former = (await evidenceKeys.obtain()).kid;
      await server.store.checkpoints.cover({
        partnerId: server.partnerId,
        organizationId: parseGlobalId('Organization', run.organizationId)!,
      });
      const original = evidenceKeys[point].bind(evidenceKeys) as () => Promise<never>;
      // After the snapshot, whose checkpoint the former key signed.
      const spy = vi.spyOn(evidenceKeys, point).mockImplementationOnce(async () => {
        expect(await evidenceKeys.retire()).toBe(former);
        return original();
      });
      const pack = await packOf();
      expect(spy).toHaveBeenCalled();
      spy.mockRestore();
      const { kid } = await evidenceKeys.obtain();
      expect(kid).not.toBe(former);
      const keys = await evidenceKeys.publicKeys();
      for (const given of [{ keys }, {}])
        expect(await verifyPack(await packOfBytes(pack), given)).toMatchObject({
          ...{ ok: true, problems: [], kid: point === 'obtain' ? kid : former },
        });
      const last = (await checkpointsNow()).at(-1)!;
      const header = Buffer.from(last.split('.')[0]!, 'base64url').toString('utf8');
      expect(JSON.parse(header)).toMatchObject({ kid: former });
      // And the next one, by the new key alone, with both among its keys.
      const next = await verifyPack(await packOfBytes(await packOf()), { keys });
      expect(next).toMatchObject({ ok: true, kid });
    },
  );
});
