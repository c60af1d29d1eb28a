/** Who acted, in both languages, whatever a person is called. */
import { randomUUID } from 'node:crypto';
import { WORKER } from '@keyway/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let organizationId: string;
let runId: string;

async function attest(name: string, track: string): Promise<void> {
  const scopes = ['read', 'runs:write'];
  const made = await server.owner.must(
    'createApiToken',
    { name, role: 'OPERATOR', scopes },
    'token',
  );
  const statement = 'The contract says so.';
  await server
    .client(made.token as string)
    .must('attestStep', { runId, track, step: 'ENTITLEMENT', statement });
}

beforeAll(async () => {
  server = await aServer();
  organizationId = (await anOrganization(server.owner)).id;
  runId = await aRun(server.owner, organizationId);
  await attest('Keyway worker', 'AEP');
  await attest('Ana (console)', 'CJA');
  const uuid = Buffer.from(runId, 'base64url').toString().split(':')[1]!;
  const event = { id: randomUUID(), at: new Date().toISOString(), actor: WORKER } as const;
  await server.store
    .system()
    .advance(uuid, { ...event, kind: 'runCancelled', data: { reason: 'Done.' } });
});
afterAll(() => server.close());

const actors = async (actor?: string): Promise<Payload[]> =>
  (
    await server.owner.ask(
      `query($f: HistoryFilter) { history(first: 10, filter: $f) { nodes { en: actor es: actor(locale: "es") } } }`,
      { f: { runId, actor } },
    )
  ).history.nodes;
const OWNER = {
  en: 'Bootstrap token (bootstrap token)',
  es: 'Bootstrap token (token inicial)',
};
const ANA = { en: 'Ana (console) (API token)', es: 'Ana (console) (token de API)' };
const NAMESAKE = { en: 'Keyway worker (API token)', es: 'Keyway worker (token de API)' };
const AUTOMATIC = { en: 'Keyway worker', es: 'Keyway (automático)' };

it('names who acted in the language of the reader', async () => {
  expect(await actors()).toEqual([AUTOMATIC, ANA, NAMESAKE, OWNER]);
});

it('finds by the start of the name', async () => {
  expect(await actors('keyway')).toEqual([AUTOMATIC, NAMESAKE]);
  expect(await actors('ana (')).toEqual([ANA]);
});

it('is shown where a run keeps it, too', async () => {
  const { run } = await server.owner.ask(
    `query($id: ID!) { run(id: $id) { tracks { steps { id attestation { en: by es: by(locale: "es") } } } } }`,
    { id: runId },
  );
  const attestations = (run.tracks as Payload[]).map(
    ({ steps }) => steps.find(({ id }: Payload) => id === 'ENTITLEMENT').attestation as unknown,
  );
  expect(attestations).toEqual([NAMESAKE, ANA]);
});

it('is known in entries from before the hash covered the principal', async () => {
  const before = await actors();
  const hashed = (value: boolean) =>
    server.database.query(
      `set session_replication_role = replica; update history_entry set principal_hashed = ${value};
       set session_replication_role = origin`,
    );
  await hashed(false);
  expect(await actors()).toEqual(before);
  await hashed(true);
});

it('is verified with the English text', async () => {
  const verified = await server.owner.ask(
    'query($o: ID) { historyVerification(organizationId: $o) { ok } }',
    { o: organizationId },
  );
  expect(verified.historyVerification.ok).toBe(true);
});
