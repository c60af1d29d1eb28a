/**
 * A backup is put back while set-ups, webhooks, digests and requests were under way: what was done
 * since is taken over, what was withdrawn is not done, and no ID names another thing.
 */
import { INBOX_KINDS, setupStatus, type Run } from '@keyway/core';
import type { OrganizationRecord, UnitOfWork } from '@keyway/store';
import { PUT_INBOX_ITEM } from '@keyway/store/testing';
import {
  aMember,
  anImsOrgId,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestPartner,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { announceEras } from './announceEras.ts';
import { sendDigests } from './inbox/sendDigests.ts';
import { accept, aReceiver, type TestReceiver } from './testing/aReceiver.ts';
import { claimedAt } from './testing/changesUnderTest.ts';
import { diskBackup, putBack } from './testing/diskBackup.ts';
import { failingOver } from './testing/failingOver.ts';
import { runOf } from './testing/performedByTest.ts';
import type { Azure } from './testing/portfolio.ts';
import { signedIn } from './testing/restored.ts';
import {
  ALL,
  ask,
  changesOf,
  confirm,
  isInPlace,
  isPlanned,
  makeDue,
  setupOf,
} from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
  begin,
  database,
  dependencies,
  ledgerOf,
  partner,
  statusOf,
  store,
  until,
  withWorkers,
} from './testing/workerUnderTest.ts';
import { senders, WAIT } from './testing/webhooksUnderTest.ts';

failingOver();
afterEach(() => void vi.restoreAllMocks());
afterAll(() => receiver.stop());

/** A change of a partner that no worker has anything to do for. */
let listening: TestPartner;
const changed = async <T extends object>(
  work: (unit: UnitOfWork) => Promise<T | { refusal: unknown }>,
  idempotencyKey?: string,
): Promise<{ result: T; replayed: boolean }> => {
  const request = { principal: 'test', operation: 'test', input: {}, idempotencyKey };
  const outcome = await listening.store.mutate(request, work);
  const result = requireDone<T>(requireAccepted(outcome));
  return { result, replayed: 'replayed' in outcome && outcome.replayed };
};

// Set-ups

async function planned(): Promise<Azure> {
  const begun = await begin('emptySubscription', 'WRITE');
  await withWorkers(1, async () => {
    await ask(begun.customer, begun.runId);
    await until('the plan', begun.runId, isPlanned);
  });
  return begun;
}
const inPlace = ({ runId }: Azure): Promise<Run> => until('in place', runId, isInPlace);
const hasRole = ({ runId }: Azure): Promise<Run> =>
  until('role done', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE');
const assignmentsOf = async ({ customer }: Azure): Promise<number> =>
  (await ledgerOf(customer)).filter(
    ({ method, path }) => method === 'PUT' && path.includes('/roleAssignments/'),
  ).length;

// Webhooks

let receiver: TestReceiver;
const organizationNamed = (name: string): Promise<unknown> => listening.organization({ name });
async function allSent(): Promise<void> {
  const stop = senders(store, 1);
  const left = `select (select count(*) from webhook_change) + (select count(*) from webhook_delivery where status = 'PENDING') as left`;
  await vi.waitFor(async () => expect(await database.query(left)).toEqual([{ left: '0' }]), WAIT);
  await stop();
}
const positions = async (): Promise<string[]> =>
  (await database.query<{ position: string }>('select position from webhook_message')).map(
    (row) => row.position,
  );
const nameIn = (body: string): string =>
  (JSON.parse(body) as { data: { organization: { name: string } } }).data.organization.name;

// Digests

interface Mail {
  messageId: string;
  text: string;
}
const mails: Mail[] = [];
const passOfDigests = (): Promise<void> =>
  sendDigests(
    {
      ...{ store, log: pino({ level: 'silent' }), from: 'keyway@keyway.example' },
      publicUrl: 'https://keyway.example',
      mailer: ({ messageId, text }) => {
        mails.push({ messageId, text });
        return Promise.resolve({ isSent: true });
      },
    },
    new AbortController().signal,
  );
const digestIsDue = (): Promise<unknown> => database.query('update digest set due_at = now()');
async function anItem(memberId: string, name: string): Promise<void> {
  const { id } = await listening.organization({ name });
  await database.query(PUT_INBOX_ITEM, [listening.partnerId, id, memberId, name]);
  await database.query(`update inbox_item set created_at = now() - interval '2 minutes'`);
}
async function reader(): Promise<string> {
  const { id, name } = await aMember(store, listening.partnerId, { email: 'ana@a.example' });
  const { partnerId } = listening;
  const viewer = `MEMBER:${id}`;
  const view = store.forPartner({ partnerId, organizationIds: null, viewer });
  const chosen = {
    frequency: 'HOURLY',
    kinds: INBOX_KINDS,
    locale: 'en',
    timeZone: 'UTC',
  } as const;
  const settings = { ...chosen, quietHours: null };
  requireAccepted(
    await view.mutate({ principal: viewer, operation: 'n', input: null }, (unit) =>
      unit.inbox.setNotifications(settings, { memberId: id, name, at: new Date().toISOString() }),
    ),
  );
  await anItem(id, 'Before the backup');
  await database.query(`update digest set sent_until = now() - interval '1 hour'`);
  return id;
}

// Requests

const IMS = { before: anImsOrgId(), since: anImsOrgId() };
const create = (when: keyof typeof IMS) =>
  changed<{ organization: OrganizationRecord }>(
    (unit) =>
      unit.organizations.create(
        {
          ...({ name: when, imsOrgId: IMS[when], cloud: 'AZURE', region: 'VA7' } as const),
          ...({ shield: 'HEALTHCARE_SHIELD', ownsCja: false, azureTenantId: null } as const),
        },
        anOccurrence(),
      ),
    `key-${when}`,
  );

// Rights

const maker = { kind: 'BOOTSTRAP', id: 'b', principal: 'token:b', name: 'Bootstrap' } as const;
const makeToken = () =>
  changed<{ token: string; apiToken: { id: string } }>((unit) =>
    unit.tokens.create(
      {
        ...({ name: 'CI', role: 'OPERATOR', scopes: ['read'], organizationIds: null } as const),
        ...{ expiresAt: null, maker },
      },
      anOccurrence(),
    ),
  );

interface Mark {
  chainId: string;
  hash: string;
  at: Date;
}
const marks = (): Promise<Mark[]> =>
  database.query('select chain_id as "chainId", hash, at from chain_head where seq > 0');

interface UnderWay {
  sure: Azure;
  half: Azure;
  withdrawn: Azure;
  role: Azure;
  keys: unknown[];
  session: string;
  token: string;
  removed: string;
  reader: string;
  first: string;
  second: string;
  positions: string[];
  marks: Mark[];
}
let was: UnderWay;
const keyOf = async ({ runId }: Azure): Promise<unknown> => (await runOf(runId)).tracks.AEP.key;

beforeAll(async () => {
  listening = await aPartner(database, store, 'Listening');
  receiver = await aReceiver(accept);
  const { url, host } = receiver;
  await changed((unit) =>
    unit.webhooks.create({ url, host, events: ['*'], organizationIds: null }, anOccurrence()),
  );
  // Confirmed when no worker runs any more before the backup.
  const [sure, withdrawn] = [await planned(), await planned()];
  const half = await claimedAt('CREATE_KEY');
  const made = { sure, half, withdrawn, role: await begin('roleMissing', 'WRITE') };
  for (const { runId } of [sure, withdrawn]) await confirm(runId);
  const { id: removed } = await aMember(store, listening.partnerId, { name: 'Gone' });
  const { result: token } = await makeToken();
  const session = await signedIn();
  const readerId = await reader();
  const { result: first } = await create('before');
  await organizationNamed('Rendered before');
  while ((await store.webhooks.render()) > 0);
  await organizationNamed('Not rendered before');
  const backup = await diskBackup('under-way');

  await applyRunEvent(made.withdrawn.runId, 'setupCancelled', { track: 'AEP' });
  await database.query('update effect set lease_token = null, lease_until = null');
  for (const { runId } of Object.values(made)) await makeDue(runId);
  await withWorkers(2, () =>
    Promise.all([inPlace(made.sure), inPlace(made.half), hasRole(made.role)]),
  );
  await changed((unit) => unit.tokens.revoke(token.apiToken.id, anOccurrence()));
  await changed((unit) => unit.members.remove({ memberId: removed, reason: null }, anOccurrence()));
  const { result: second } = await create('since');
  await organizationNamed('Since');
  await allSent();
  await digestIsDue();
  await passOfDigests();
  was = {
    ...made,
    ...{ session, token: token.token, removed, reader: readerId },
    keys: await Promise.all([made.sure, made.half].map(keyOf)),
    ...{ first: first.organization.id, second: second.organization.id },
    ...{ positions: await positions(), marks: await marks() },
  };
  await putBack(backup);
  await database.query('update effect set lease_token = null, lease_until = null');
});

/** As if 45 seconds had gone by since. */
function settled(): void {
  const real = store.eras.settling.bind(store.eras);
  vi.spyOn(store.eras, 'settling').mockImplementation(async (seconds) => ({
    ...(await real(seconds)),
    seconds: 0,
  }));
}

describe('a set-up', () => {
  it('takes over what was made since, also the key in the same version', async () => {
    settled();
    for (const { runId } of [was.sure, was.half]) await makeDue(runId);
    const runs = await withWorkers(2, () => Promise.all([was.sure, was.half].map(inPlace)));
    for (const [index, of] of [was.sure, was.half].entries()) {
      expect(await changesOf(of.customer)).toEqual(ALL);
      expect(await keyOf(of)).toEqual(was.keys[index]);
      expect(runs[index]!.tracks.AEP.setup!.replanned).toBeUndefined();
    }
    const states = runs.map((run) => setupOf(run).progress.map(({ state }) => state));
    expect(states).toEqual([
      ['ALREADY_THERE', 'ALREADY_THERE', 'ALREADY_THERE', 'ALREADY_THERE'],
      ['MADE', 'ALREADY_THERE', 'ALREADY_THERE', 'ALREADY_THERE'],
    ]);
  });

  it('that was canceled since makes nothing until somebody confirms it again', async () => {
    settled();
    const { customer, runId } = was.withdrawn;
    await makeDue(runId);
    const asked = await withWorkers(1, () =>
      until('a question', runId, (run) => setupOf(run).replanned === true),
    );
    expect(setupStatus(setupOf(asked))).toBe('PLANNED');
    expect(await changesOf(customer)).toEqual([]);
    await confirm(runId);
    await withWorkers(1, () => inPlace(was.withdrawn));
    expect(await changesOf(customer)).toEqual(ALL);
  });

  it('assigns no role a second time', async () => {
    await makeDue(was.role.runId);
    await withWorkers(1, () => hasRole(was.role));
    expect(await assignmentsOf(was.role)).toBe(1);
  });
});

it('webhooks repeat a message under its ID, and give an ID to nothing else', async () => {
  const before = [...receiver.taken];
  await organizationNamed('After');
  await allSent();
  const after = receiver.taken.slice(before.length);
  for (const name of ['before', 'Rendered before', 'Not rendered before']) {
    const [first, ...others] = receiver.taken.filter(({ body }) => nameIn(body) === name);
    expect([name, others.length]).toEqual([name, 1]);
    expect(others[0]).toMatchObject({ id: first!.id, body: first!.body });
  }
  expect(after.map(({ body }) => nameIn(body))).toContain('After');
  expect(after.map(({ body }) => nameIn(body))).not.toContain('Since');
  // The places of what is lost are others' now; their messages are others all the same.
  expect((await positions()).some((position) => was.positions.includes(position))).toBe(true);
  const bodies = new Map<string, Set<string>>();
  for (const { id, body } of receiver.taken)
    bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
  expect([...bodies.values()].every(({ size }) => size === 1)).toBe(true);
});

it('a digest comes a second time at most, as another mail that has what is new', async () => {
  expect(mails).toHaveLength(1);
  await anItem(was.reader, 'After the restore');
  await digestIsDue();
  await passOfDigests();
  await digestIsDue();
  await passOfDigests();
  expect(mails).toHaveLength(2);
  expect(mails[1]!.text).toContain('After the restore');
  expect(mails[1]!.messageId).not.toBe(mails[0]!.messageId);
});

it('a key of before answers its result; one of since does its work again', async () => {
  const before = await create('before');
  expect([before.replayed, before.result.organization.id]).toEqual([true, was.first]);
  const since = await create('since');
  expect(since.replayed).toBe(false);
  expect(since.result.organization.id).not.toBe(was.second);
  expect((await create('since')).result.organization.id).toBe(since.result.organization.id);
  const rows = await database.query('select from organization where ims_org_id = $1', [IMS.since]);
  expect(rows).toHaveLength(1);
});

it('sessions are over; what was revoked since counts again, is listed, and ends', async () => {
  expect(await store.system().authenticateSession(was.session)).toBeNull();
  expect(await store.system().authenticateToken(was.token)).not.toBeNull();
  const rights = await store.eras.rights();
  expect(rights).toContainEqual(
    expect.objectContaining({ partner: 'Listening', kind: 'TOKEN', of: 'OPERATOR' }),
  );
  expect(rights).toContainEqual(
    expect.objectContaining({ partner: 'Listening', kind: 'MEMBER', name: 'Gone' }),
  );
  await store.eras.revokeTokens();
  expect(await store.system().authenticateToken(was.token)).toBeNull();
});

it('who follows histories finds that each one that lost entries does not continue', async () => {
  await announceEras(dependencies(), new AbortController().signal);
  let lost = 0;
  for (const { chainId, hash, at } of was.marks) {
    const after = await database.query<{ kind: string; hash: string; at: Date }>(
      'select kind, hash, at from history_entry where chain_id = $1 order by seq',
      [chainId],
    );
    if (after.length === 0 || after.some((entry) => entry.hash === hash)) continue;
    lost += 1;
    // It is later than what they have, so that they read it, and follows another entry.
    const said = after.find(({ kind }) => kind === 'databaseRestored');
    expect(said!.at.getTime()).toBeGreaterThan(at.getTime());
  }
  expect(lost).toBeGreaterThan(3);
  expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
});
