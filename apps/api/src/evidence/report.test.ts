/** The report of a pack: readable alone, in both languages, and whatever names hold. */
import { packOfBytes } from '@keyway/evidence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let run: RunToApprove;
const HOSTILE = `<script>alert("1")</script>&'" <img src=x onerror=alert(1)> \u202e`;
beforeAll(async () => {
  server = await aServer();
  run = await aRunToApprove(server);
  await server.owner.must('updateOrganization', {
    organizationId: run.organizationId,
    name: HOSTILE.slice(0, 40),
  });
  await server.owner.must('addComment', { runId: run.runId, text: HOSTILE });
  await server.owner.must('requestApproval', { runId: run.runId, track: 'AEP' });
});
afterAll(() => server.close());

async function filesOf(query = ''): Promise<Map<string, string>> {
  const response = await fetch(`${server.url}/evidence/${run.organizationId}.zip${query}`, {
    headers: { authorization: `Bearer ${server.owner.token}` },
  });
  const pack = await packOfBytes(Buffer.from(await response.arrayBuffer()));
  const files = new Map<string, string>();
  for (const { path, open } of pack.entries) {
    const parts: Uint8Array[] = [];
    for await (const part of open().content) parts.push(part);
    files.set(path, Buffer.concat(parts).toString('utf8'));
  }
  return files;
}

it('has no script, loads nothing, and escapes what comes from outside', async () => {
  const report = (await filesOf()).get('report.html')!;
  expect(report).not.toMatch(/<script|<img|<link|<iframe|onerror=[^&]*>|javascript:|url\(/i);
  expect(report).toContain('&#60;script&#62;alert(');
  expect(report).toMatch(/^<!doctype html>/);
  // Every element that is opened is closed.
  const open = report.replace(/<(br|meta)[^>]*>|<!doctype html>/g, '').match(/<[a-z]+\d?/g)!.length;
  expect(report.match(/<\/[a-z]+\d?/g)!.length).toBe(open);
});

it('says the same in both languages', async () => {
  const [en, es] = [
    (await filesOf()).get('report.html')!,
    (await filesOf('?locale=es')).get('report.html')!,
  ];
  expect(en).toContain('<html lang="en">');
  expect(es).toContain('<html lang="es">');
  for (const [report, texts] of [
    [en, ['Approvals', 'What this pack proves', 'How to verify', 'Observed']],
    [es, ['Aprobaciones', 'Qué demuestra este paquete', 'Cómo verificarlo', 'Observado']],
  ] as const)
    for (const text of texts) expect(report).toContain(text);
  for (const report of [en, es]) {
    expect(report).toContain(run.imsOrgId);
    expect(report).toContain('keyway evidence verify');
    expect(report).not.toMatch(/undefined|\[object/);
  }
});

it('shows the newest entries of many, and says where the others are', async () => {
  const many = 1100;
  const { database } = server;
  const [{ id }] = (await database.query<{ id: string }>(
    'select id from organization where ims_org_id = $1',
    [run.imsOrgId],
  )) as [{ id: string }];
  await database.query('alter table history_entry disable trigger all');
  await database.query(
    `insert into history_entry (id, partner_id, organization_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
     select gen_random_uuid(), h.partner_id, h.organization_id, h.chain_id, h.seq + n, h.at + n * interval '1 ms', h.actor, h.principal, true, 'organizationRestored', '{"name":"x"}', h.hash, repeat('a', 64)
     from chain_head c join history_entry h on h.chain_id = c.chain_id and h.seq = c.seq, generate_series(1, $2::int) n where c.chain_id = $1`,
    [id, many],
  );
  await database.query(
    `update chain_head set seq = seq + $2::int, hash = repeat('a', 64) where chain_id = $1`,
    [...[id, many]],
  );
  await database.query('alter table history_entry enable trigger all');
  const report = (await filesOf()).get('report.html')!;
  expect(report).toMatch(/The newest 1000 of 1,?1\d\d\. All of them are in history\.jsonl/);
  expect(report).toContain('history.jsonl');
});

it('keeps the evidence that was approved under its hash, and names it in approvals.json', async () => {
  const files = await filesOf();
  const [approval] = JSON.parse(files.get('approvals.json')!) as {
    evidence: { sha256: string; file: string };
    requested: { by: string };
    policy: { fourEyes: string };
  }[];
  expect(approval).toMatchObject({ policy: { fourEyes: 'ANOTHER_MEMBER' } });
  const evidence = JSON.parse(files.get(approval!.evidence.file)!) as Record<string, unknown>;
  expect(evidence).toMatchObject({ track: 'AEP', imsOrgId: run.imsOrgId });
  const runs = JSON.parse(files.get('runs.json')!) as {
    tracks: { approval: { evidenceHash: string } }[];
  }[];
  expect(runs[0]!.tracks[0]!.approval.evidenceHash).toBe(approval!.evidence.sha256);
});

it('says the rules of an approval and the text of the case as text', async () => {
  const [en, es] = [
    (await filesOf()).get('report.html')!,
    (await filesOf('?locale=es')).get('report.html')!,
  ];
  for (const [report, texts] of [
    [en, ['approved by any approver or owner other than the requester', 'Customer Care']],
    [es, ['aprueba cualquier aprobador o propietario', 'Texto del caso con Adobe Customer Care']],
  ] as const) {
    for (const text of texts) expect(report.includes(text)).toBe(true);
    expect(report.includes('coolingOffSeconds')).toBe(false);
    expect(/<pre>[^<]*Customer Journey Analytics/.test(report)).toBe(true);
  }
});
