/** What workers ask of the database beside runs says whose rows it is for. */
import { CHAT_INBOX_KINDS, INBOX_KINDS, type BulkInput } from '@keyway/core';
import type { BulkJobRecord } from '@keyway/store';
import {
  aMember,
  anOccurrence,
  collectPlans,
  OPERATOR,
  partnerlessReads,
  requireAccepted,
  requireDone,
  type CollectedPlans,
  type CrossPartner,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bulkLoop } from './bulkLoop.ts';
import { Checkpoints } from './checkpoints.ts';
import { fillInboxes } from './inbox/fillInboxes.ts';
import { sendChats } from './inbox/sendChats.ts';
import { sendDigests } from './inbox/sendDigests.ts';
import { accept, aReceiver, refuseWith } from './testing/aReceiver.ts';
import {
  anAzureCustomer,
  aStarter,
  ended,
  startDryRun,
  withDryWorkers,
} from './testing/dryRunsUnderTest.ts';
import { missedMutants, readByPartner } from './testing/partnerPlans.ts';
import { aWebhook, LOOPBACK, mutated, senders, WAIT } from './testing/webhooksUnderTest.ts';
import { database, partner, store, workerUnderTest } from './testing/workerUnderTest.ts';
import { warnOfExpiry } from './warnOfExpiry.ts';

const CLAIM = 'a claim chooses among all partners';
const SWEEP = 'what is too old goes, whoever it is of';
/** Apart from these (docs/decisions/0099-partitions-and-shards.md). */
const CROSS_PARTNER: readonly CrossPartner[] = [
  { text: 'from bulk_job j', why: CLAIM },
  { text: 'with leased as ( select i.partner_id', why: CLAIM },
  { text: 'from webhook_change where problem is null order by', why: CLAIM },
  { text: 'with held as materialized ( select l.webhook_id', why: CLAIM },
  { text: 'with recursive firsts', why: 'of some partners in turn, what happened becomes items' },
  { text: 'with due as ( select d.id, d.window_until', why: CLAIM },
  { text: 'with due as ( select d.id from digest d', why: CLAIM },
  { text: 'with asked as ( select d.id from digest d', why: CLAIM },
  { text: 'select case when exists (select from webhook_change', why: 'when a worker claims next' },
  {
    text: '(select c.partner_id as "partnerId", c.organization_id',
    why: 'credentials that expire',
  },
  { text: 'from (select * from chain_head where chain_id >', why: 'chains whose end is signed' },
  { text: 'select chain_id as id from chain_head where chain_id >', why: 'and up to which' },
  { text: 'from organization_deletion where deleted_at is null', why: 'organizations that go' },
  { text: 'from organization o where o.id > $1 and o.archived_at', why: 'and that may go now' },
  { text: 'update digest set test_taken_at = null', why: 'tests whose worker ended' },
  ...[
    ...['session', 'idempotency', 'oauth_code', 'bulk_job', 'webhook w', 'webhook_line l'],
    ...['bulk_link where (job_id', 'dry_run where', 'webhook_message where id in'],
    ...['inbox_item where (id) in', 'inbox_item where id in'],
    ...['webhook_delivery where (id) in ( select id from webhook_delivery where ended_at'],
  ].map((of) => ({ text: `delete from ${of}`, why: SWEEP })),
  { text: "update webhook_delivery set status = 'FAILED', ended_at", why: SWEEP },
  { text: 'with gone as materialized', why: SWEEP },
  { text: 'from data_key where wrapper', why: 'whether the sealing key opens what is stored' },
  { text: 'SELECT 1 FROM ONLY', why: 'PostgreSQL checks a foreign key' },
  { text: 'DELETE FROM ONLY', why: 'and deletes what refers to what goes' },
  { text: 'delete from member_grant where member_id', why: 'a sign-in' },
  { text: 'from member m where m.id = $1', why: 'a sign-in' },
  { text: 'select partner_id as "partnerId" from run where id', why: 'this test names runs alone' },
];

/** What is known to be done beside runs. */
const HOT = [
  ...['insert into bulk_item', 'update bulk_item', 'insert into bulk_link', 'update dry_run_item'],
  ...['update dry_run j', 'delete from webhook_change', 'update webhook_delivery set status'],
  ...[
    'is_aside = true',
    'paused_until = greatest',
    'disabled_reason',
    'lease_token = null, lease_until',
  ],
  ...['from inbox_item i join organization', 'update digest set', 'delete from history_entry'],
];

let collected: CollectedPlans;
let partnered: ReadonlySet<string>;
workerUnderTest(async () => {
  collected = await collectPlans(database);
});
afterAll(() => collected.stop());

const signal = new AbortController().signal;
const log = pino({ level: 'silent' });

const holds = (is: () => Promise<boolean>): Promise<unknown> =>
  vi.waitFor(async () => expect(await is()).toBe(true), WAIT);

// Bulk jobs

const START: BulkInput = { action: 'START_RUNS', track: null, reason: null };
const STEP = { ...START, track: 'CJA', step: 'ENTITLEMENT' } as const;

async function worked(until: () => Promise<boolean>): Promise<void> {
  const shutdown = new AbortController();
  const loop = bulkLoop({ store, log }, shutdown.signal);
  await holds(until);
  shutdown.abort();
  await loop;
}

async function aJob(
  input: BulkInput,
  organizationIds: string[],
  starter: string,
  keys?: Map<string, Parameters<typeof Object.keys>[0]>,
): Promise<void> {
  const { partnerId } = partner;
  const view = store.forPartner({ partnerId, organizationIds: null, viewer: starter });
  const actor = { ...OPERATOR, principal: `member:${starter.slice('MEMBER:'.length)}` };
  const started = await view.mutate({ principal: starter, operation: 't', input: null }, (unit) =>
    unit.bulk.start(
      { input, organizationIds, starter, ...(keys && { keys: keys as never }) },
      { ...anOccurrence(), actor },
    ),
  );
  const { id } = requireDone<{ job: BulkJobRecord }>(requireAccepted(started)).job;
  await worked(async () => (await view.bulkJob(id))?.endedAt !== null);
}

async function bulkJobs(): Promise<void> {
  const starter = await aStarter();
  const ids = [(await partner.organization()).id, (await partner.organization()).id];
  const owner = { memberId: starter.slice('MEMBER:'.length), name: 'Olga' };
  await aJob(START, ids, starter);
  await aJob(
    { ...STEP, action: 'ATTEST_STEPS', attestation: { statement: 'seen', reference: null } },
    ids,
    starter,
  );
  await aJob({ ...START, action: 'ASSIGN', assignment: { owner } }, ids, starter);
  const keys = new Map(
    ids.map((id, place) => [
      id,
      {
        AEP: {
          keyIdentifier: `https://v-${place}-x.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef`,
          vaultResourceId: null,
        },
      },
    ]),
  );
  await aJob({ ...START, action: 'PROVIDE_KEYS' }, ids, starter, keys);
  await aJob({ ...START, action: 'VERIFY' }, ids, starter);
  const handOff = { actor: 'AZURE_ADMIN', note: null, expiresAt: null } as const;
  await aJob({ ...START, action: 'CREATE_HAND_OFFS', handOff }, ids, starter);
  await aJob({ ...START, action: 'RETRY_STEPS', track: 'AEP', step: 'VAULT' }, ids, starter);
  await aJob({ ...START, action: 'REQUEST_APPROVAL', track: 'AEP' }, ids, starter);
  await aJob({ ...START, action: 'CANCEL_RUNS', reason: 'x' }, ids, starter);
}

async function dryRuns(): Promise<void> {
  const customer = await anAzureCustomer('happyPath');
  const { id } = await startDryRun([customer], await aStarter());
  await withDryWorkers(1, () => ended(id));
}

async function webhooks(): Promise<void> {
  const good = await aReceiver(accept);
  const bad = await aReceiver(refuseWith(503, { 'retry-after': '1' }));
  const gone = await aReceiver(refuseWith(410));
  const all = [await aWebhook(good), await aWebhook(bad), await aWebhook(gone)];
  await partner.organization({ name: 'Listened to' });
  const stop = senders(store, 1);
  await holds(() => Promise.resolve([good, bad, gone].every((one) => one.requests() > 0)));
  await holds(
    async () => (await database.query('select from webhook where not enabled')).length === 1,
  );
  await stop();
  for (const { webhook } of all)
    await mutated((unit) => unit.webhooks.delete(webhook.id, anOccurrence()));
  await Promise.all([good, bad, gone].map((one) => one.stop()));
  await store.webhooks.forget();
}

async function inboxes(): Promise<void> {
  const { id, name } = await aMember(store, partner.partnerId, { email: 'a@a.example' });
  const viewer = `MEMBER:${id}`;
  const view = store.forPartner({ partnerId: partner.partnerId, organizationIds: null, viewer });
  const chosen = { frequency: 'HOURLY', locale: 'en', timeZone: 'UTC', quietHours: null } as const;
  const chat = await aReceiver(accept);
  requireAccepted(
    await view.mutate({ principal: viewer, operation: 'n', input: null }, async (unit) => {
      await unit.inbox.setNotifications(
        { ...chosen, kinds: INBOX_KINDS },
        { memberId: id, name, at: new Date().toISOString() },
      );
      await unit.inbox.setChat(
        {
          ...chosen,
          kind: 'SLACK',
          target: { url: chat.url, host: chat.host },
          kinds: CHAT_INBOX_KINDS,
        },
        anOccurrence(),
      );
    }),
  );
  const organization = await partner.organization({ name: 'In inboxes' });
  const { run } = await partner.run(organization.id);
  await partner.play(run.id, (builder) => builder.at('submission'));
  await fillInboxes({ store, log }, signal);
  await database.query(`update inbox_item set created_at = now() - interval '2 minutes'`);
  await database.query(`update digest set due_at = now(), sent_until = now() - interval '1 hour'`);
  const mailer = () => Promise.resolve({ isSent: true } as const);
  await sendDigests(
    { store, log, mailer, from: 'k@k.example', publicUrl: 'https://k.example' },
    signal,
  );
  await sendChats(
    { store, log, allowed: LOOPBACK, proxy: null, publicUrl: 'https://k.example' },
    signal,
  );
  await chat.stop();
  await store.inboxes.forget();
}

async function retention(): Promise<void> {
  const { id } = await partner.organization({ name: 'Over' });
  const { run } = await partner.run(id);
  await partner.play(run.id, (builder) => builder.completed());
  await mutated((unit) => unit.organizations.archive(id, 'Contract ended', anOccurrence()));
  await database.query(
    `update organization set archived_at = archived_at - interval '31 days' where id = $1`,
    [id],
  );
  const sweeping = await database.store({ retention: { archivedDays: 30 } });
  await sweeping.system().sweep();
  expect(await database.query('select from organization where id = $1', [id])).toEqual([]);
}

beforeAll(async () => {
  partnered = await collected.partnered();
  await bulkJobs();
  await dryRuns();
  await webhooks();
  await inboxes();
  await warnOfExpiry({ store, log }, signal);
  await new Checkpoints({ store, timeScale: 1, log }).pass(signal);
  await retention();
});

/** Rows that are deleted by their place were found with their partner: by the other scan. */
const isByPlace = (text: string): boolean => /ctid\)? (in|= any) \(/.test(text);

it('every read names the partner, apart from claims and sweeps', () => {
  const executed = collected.plans();
  for (const part of HOT)
    expect(
      executed.some(({ text }) => text.includes(part)),
      part,
    ).toBe(true);
  const { found, unused } = partnerlessReads(executed, partnered, CROSS_PARTNER);
  expect(found.filter(({ text, scans }) => !isByPlace(text) || scans.length > 1)).toEqual([]);
  expect(unused).toEqual([]);
});

const isCrossPartner = (text: string): boolean =>
  CROSS_PARTNER.some((one) => text.replace(/\s+/g, ' ').includes(one.text));
/** Written by the store, after a claim. */
const own = (): string[] => [
  ...new Set(
    collected
      .plans()
      .map(({ text }) => text)
      .filter((text) => /^\s*(select|with|update|delete)/.test(text) && !isCrossPartner(text)),
  ),
];

it('what is read by its key is found by it, though planned while tables are empty', async () => {
  const byKey = own().filter(
    (text) => text.includes("any (array_append('{}'") && /webhook_|dry_run|digest/.test(text),
  );
  // What a deletion of an organization asks is planned by the tables' own statistics.
  const hot = byKey.filter((text) => !isByPlace(text) && !/limit 1$|"mayBeOld"/.test(text));
  expect(hot.length).toBeGreaterThan(10);
  expect(await readByPartner(hot, ['run_vault_by_uri', 'dry_run_item_pending'])).toEqual([]);
});

it('a statement that loses one of its conditions is found', async () => {
  const { missed, mutants } = await missedMutants(own(), partnered);
  expect(mutants).toBeGreaterThan(80);
  expect(missed).toEqual([]);
});
