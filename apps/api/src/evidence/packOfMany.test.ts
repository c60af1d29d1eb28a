/** Packs of very many records: complete, and with few of them in memory at a time. */
import { packOfBytes } from '@keyway/evidence';
import type { ExportedEntry } from '@keyway/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';
import { approvalRecords, MAX_OPEN } from './approvalRecords.ts';
import { Newest } from './newest.ts';
import type { EntryBatches } from './packRecords.ts';
import { MAX_SUBMISSION_FILES } from './writeEvidencePack.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

/** Entries as a chain has them, of which only what is asked for is made. */
function entriesOf(
  kinds: (index: number) => { kind: string; runId: string; data: object },
  count: number,
  onRead: (index: number) => void,
): EntryBatches {
  async function* entries(): AsyncGenerator<ExportedEntry[]> {
    for (let index = 0; index < count; index += 1) {
      onRead(index);
      const { data, ...entry } = kinds(index);
      const hashes = { hash: '', previousHash: '', organizationId: null, seq: index + 1 };
      const by = { at: '2026-01-01T00:00:00.000Z', actor: 'A', principal: null };
      const text = JSON.stringify(data);
      yield await Promise.resolve([{ id: `e${index}`, ...by, ...hashes, ...entry, text }]);
    }
  }
  return entries();
}

it('holds few open approvals, however many runs are decided', async () => {
  const count = 30_000;
  let read = 0;
  let given = 0;
  let most = 0;
  const entries = entriesOf(
    (index) => ({
      kind: 'approvalRequested',
      runId: `run-${index}`,
      data: { track: 'AEP', evidenceHash: String(index) },
    }),
    count,
    () => (read += 1),
  );
  const hashes = new Set<string>();
  for await (const { evidence } of approvalRecords(entries, () => null)) {
    given += 1;
    hashes.add(evidence!.sha256);
    most = Math.max(most, read - given);
  }
  expect([given, hashes.size]).toEqual([count, count]);
  expect(most).toBeLessThanOrEqual(MAX_OPEN);
});

it('keeps decisions with their requests, and policies with their runs', async () => {
  const kinds = ['runStarted', 'approvalRequested', 'approvalRefused', 'approvalRequested'];
  const entries = entriesOf(
    (index) => ({
      kind: kinds[index % 4]!,
      runId: `run-${Math.floor(index / 4)}`,
      data: { track: 'AEP', policy: Math.floor(index / 4) },
    }),
    4000,
    () => undefined,
  );
  const all = [];
  for await (const record of approvalRecords(entries, () => null)) all.push(record);
  expect(all).toHaveLength(2000);
  const decided = all.filter((record) => record.decided.length === 1);
  expect(decided).toHaveLength(1000);
  for (const {
    requested,
    decided: [decision],
    policy,
    run,
  } of decided) {
    expect(requested!.run).toBe(run);
    expect(decision!.run).toBe(run);
    expect(decision!.data.policy).toBe(policy);
  }
});

it('shows the newest in the report, and no more', async () => {
  async function* numbers(): AsyncGenerator<number> {
    for (let number = 0; number < 5000; number += 1) yield await Promise.resolve(number);
  }
  const newest = new Newest<number>(3);
  let all = 0;
  for await (const _ of newest.through(numbers())) {
    all += 1;
    expect(newest.kept.length).toBeLessThanOrEqual(3);
  }
  expect([all, newest.count, newest.kept]).toEqual([5000, 5000, [4997, 4998, 4999]]);
});

it('has every approval and every submission of thousands', async () => {
  const organization = await anOrganization(server.owner);
  const sends = MAX_SUBMISSION_FILES + 700;
  const { database } = server;
  const [{ id }] = (await database.query<{ id: string }>(
    'select id from organization where ims_org_id = $1',
    [organization.imsOrgId],
  )) as [{ id: string }];
  await database.query('alter table history_entry disable trigger all');
  // A request, its decision, a send and its answer, many times.
  await database.query(
    `insert into history_entry (id, partner_id, organization_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
     select gen_random_uuid(), h.partner_id, h.organization_id, h.chain_id, h.seq + n, h.at + n * interval '1 ms', h.actor, h.principal, true,
       (array['approvalRequested', 'approvalGranted', 'configurationSending', 'configurationAccepted'])[(n - 1) % 4 + 1],
       json_build_object('track', 'AEP', 'body', 'bytes ' || n), h.hash, repeat('a', 64)
     from chain_head c join history_entry h on h.chain_id = c.chain_id and h.seq = c.seq, generate_series(1, $2::int) n where c.chain_id = $1`,
    [id, sends * 4],
  );
  await database.query(
    `update chain_head set seq = seq + $2::int, hash = repeat('a', 64) where chain_id = $1`,
    [id, sends * 4],
  );
  await database.query('alter table history_entry enable trigger all');
  const response = await fetch(`${server.url}/evidence/${organization.id}.zip`, {
    headers: { authorization: `Bearer ${server.owner.token}` },
  });
  const pack = await packOfBytes(Buffer.from(await response.arrayBuffer()));
  const textOf = async (path: string): Promise<string> => {
    const parts: Uint8Array[] = [];
    for await (const part of pack.entries.find((one) => one.path === path)!.open().content)
      parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  };
  const approvals = JSON.parse(await textOf('approvals.json')) as { decided: unknown[] }[];
  expect(approvals).toHaveLength(sends);
  expect(approvals.every(({ decided }) => decided.length === 1)).toBe(true);
  const paths = pack.entries.map(({ path }) => path);
  const requests = paths.filter((path) => path.endsWith('-request.json'));
  expect(requests).toHaveLength(MAX_SUBMISSION_FILES);
  expect(await textOf(requests[1]!)).toBe('bytes 7');
  const lines = (await textOf('submissions/more.jsonl')).trim().split('\n');
  const more = lines.map((line) => JSON.parse(line) as { body: string; answers: unknown[] });
  expect(more).toHaveLength(sends - MAX_SUBMISSION_FILES);
  expect(more.every(({ answers }) => answers.length === 1)).toBe(true);
  expect(more.at(-1)!.body).toBe(`bytes ${sends * 4 - 1}`);
  const report = await textOf('report.html');
  expect(report.replaceAll(',', '')).toContain(
    `The newest 200 of ${sends}. All of them are in approvals.json`.replaceAll(',', ''),
  );
});
