/**
 * The worker against a real store and the real sandbox over HTTPS: what reaches the outside, and
 * how often.
 */
import { runStatus } from '@keyway/core';
import { describeCheck } from '@keyway/messages';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  approved,
  begin,
  database,
  dependencies,
  applyRunEvent,
  ledgerOf,
  POLL_SCALE,
  postsOf,
  sandbox,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();

describe('the main job', () => {
  it('goes through with two workers, and exactly one POST of exactly the approved bytes', async () => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(2, async () => {
      await approved(customer, runId, 'AEP');
      await submit(customer, runId);
      await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
      await approved(customer, runId, 'CJA');
      await applyRunEvent(runId, 'ticketRecorded', {
        caseNumber: 'E-1',
        openedAt: null,
        url: null,
      });
      const run = await applyRunEvent(runId, 'cjaConfirmed', {
        confirmedBy: 'Customer Care',
        confirmedAt: null,
        text: 'done',
      });
      expect(runStatus(run)).toBe('COMPLETED');
      expect(run.tracks.AEP.submission!.statuses.map(({ status }) => status)).toContain(
        'COMPLETED',
      );
      const posts = await postsOf(customer);
      expect(posts).toHaveLength(1);
      expect(posts[0]!.body).toBe(run.tracks.AEP.submission!.body);
    });
  });

  it('with a credential that may write the role is assigned, once a track (AEP-29)', async () => {
    const { customer, runId } = await begin('roleMissing', 'WRITE');
    await withWorkers(2, () =>
      until('role done', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE'),
    );
    const puts = (await ledgerOf(customer)).filter(
      (row) => row.method === 'PUT' && row.path.includes('/roleAssignments/'),
    );
    expect(puts).toHaveLength(1);
    expect(JSON.parse(puts[0]!.body)).toMatchObject({
      properties: { principalType: 'ServicePrincipal' },
    });
  });
});

/** Faults of Adobe's configuration endpoint, and their results. */
describe('the POST under faults (AEP-40)', () => {
  const post = { host: 'platform.adobe.io', path: '*/customer/config', method: 'POST' };
  it.each([
    ['done, but the answer is lost', { ...post, doneButLost: true, count: 1 }],
    ['reset before it is done', { ...post, reset: true, count: 1 }],
    ['500 before it is done', { ...post, status: 500, count: 2 }],
    ['503 without a body', { ...post, status: 503, body: '', count: 1 }],
    ['429 without Retry-After', { ...post, status: 429, count: 2 }],
    ['an HTML page', { ...post, status: 502, body: '<html>bad gateway</html>', count: 1 }],
    ['half an answer', { ...post, truncate: true, count: 1 }],
  ])('%s: one configuration in the end', async (_name, fault) => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, async () => {
      await approved(customer, runId, 'AEP');
      await sandbox.control('POST', '/faults', fault);
      await submit(customer, runId);
      await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
    });
    expect(await postsOf(customer)).toHaveLength(1);
  });

  it('a conflict with our own send, shown late, is taken for that send (ST-09, GAP-31)', async () => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, async () => {
      await approved(customer, runId, 'AEP');
      await sandbox.control('POST', '/faults', { ...post, doneButLost: true, count: 1 });
      // Hidden from the query before the first send, from all after it, and from the one before
      // the second.
      await sandbox.control('POST', '/faults', {
        ...post,
        method: 'GET',
        path: '*/customer/config/*',
        status: 404,
        body: '',
        count: 8,
      });
      await submit(customer, runId);
      await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
    });
    expect((await store.system().run(runId))!.run.tracks.AEP.submission).toMatchObject({
      sends: 2,
    });
    expect((await postsOf(customer)).map(({ status }) => status)).toEqual([200, 409]);
  });

  it('a name that is answered by a page of status 404 again and again is free; one page alone is not believed (ERR-03)', async () => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, async () => {
      await approved(customer, runId, 'AEP');
      const page = {
        status: 404,
        body: '<html>Cannot GET</html>',
        headers: { 'content-type': 'text/html' },
      };
      await sandbox.control('POST', '/faults', {
        ...post,
        method: 'GET',
        path: '*/customer/config/*',
        ...page,
        count: 5,
      });
      await submit(customer, runId);
      await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
    });
    expect(await postsOf(customer)).toHaveLength(1);
    const kinds = (await store.system().run(runId))!.run.tracks.AEP.submission;
    expect(kinds).toMatchObject({ sends: 1 });
  });

  it('a definite refusal is FAILED with Adobe’s message, and nothing is sent again', async () => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, async () => {
      await approved(customer, runId, 'AEP');
      const body = JSON.stringify({ error_code: '403025', message: 'Profile is not valid' });
      await sandbox.control('POST', '/faults', {
        ...post,
        status: 403,
        body,
        headers: { 'content-type': 'application/json' },
        count: 1,
      });
      await submit(customer, runId);
      const run = await until(
        'submission failed',
        runId,
        (state) => statusOf(state, 'AEP', 'SUBMISSION') === 'FAILED',
      );
      expect(run.tracks.AEP.steps.SUBMISSION!.externalStatus).toBe('Profile is not valid');
    });
    expect(await postsOf(customer)).toEqual([]);
  });
});

describe('taking over', () => {
  it('a dead worker’s effect is done by another, and an unresolved send is looked up, not repeated', async () => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, () => approved(customer, runId, 'AEP'));
    const run = await submit(customer, runId);
    await withWorkers(1, () =>
      until('sending', runId, (state) => state.tracks.AEP.submission!.status !== 'rereading'),
    );
    const state = (await store.system().run(runId))!.run.tracks.AEP.submission!;
    expect(state.id).toBe(run.tracks.AEP.submission!.id);
    await withWorkers(1, () =>
      until('AEP active', runId, (later) => statusOf(later, 'AEP', 'ACTIVATION') === 'DONE'),
    );
    expect(await postsOf(customer)).toHaveLength(1);
  });

  it('a worker that is started again under its name takes its work back at once', async () => {
    const { runId } = await begin('happyPath');
    const killed = await database.store({ pollScale: POLL_SCALE, holder: 'worker-1' });
    const held = (await killed.queue.claim(50)).filter((effect) => effect.runId === runId);
    const another = await database.store({ pollScale: POLL_SCALE, holder: 'worker-2' });
    expect([held.length > 0, await another.queue.takeBack()]).toEqual([true, 0]);
    const again = await database.store({ pollScale: POLL_SCALE, holder: 'worker-1' });
    expect(await again.queue.takeBack()).toBeGreaterThanOrEqual(held.length);
    expect((await again.queue.claim(50)).filter((effect) => effect.runId === runId).length).toBe(
      held.length,
    );
    expect(await killed.queue.heartbeat(held[0]!.lease)).toBe(false);
  });

  it('a handler that throws keeps its effect, tries later each time, and is seen by whoever runs it', async () => {
    const { runId } = await begin('happyPath');
    const failures: Record<string, unknown>[] = [];
    let shutdown = new AbortController();
    const write = (line: string): void => {
      const failure = JSON.parse(line) as Record<string, unknown>;
      // Effects of other tests' runs fail too.
      if (failure['runId'] !== runId || failure['jobKey'] !== 'observe:AEP:VAULT') return;
      failures.push(failure);
      shutdown.abort();
    };
    const broken = { ...dependencies(), log: pino({ level: 'error' }, { write }) };
    broken.azure = { ...broken.azure, readVault: () => Promise.reject(new TypeError('a bug')) };
    /** The effect after it failed again, with a worker that claims nothing after that. */
    const failed = async () => {
      shutdown = new AbortController();
      await workLoop(broken, 4, shutdown.signal);
      const [row] = await database.query<{ claims: number; seconds: number; leased: boolean }>(
        `select claims, extract(epoch from due_at - now())::float as seconds, lease_token is not null as leased
         from effect where run_id = '${runId}' and slot = 'observe:AEP:VAULT'`,
      );
      return row!;
    };
    const first = await failed();
    expect(first).toMatchObject({ claims: 1, leased: false });
    expect(first.seconds).toBeLessThanOrEqual(5);
    await database.query(
      `update effect set claims = 6, due_at = now() where run_id = '${runId}' and slot = 'observe:AEP:VAULT'`,
    );
    const last = await failed();
    expect(last).toMatchObject({ claims: 7, leased: false });
    expect(last.seconds).toBeGreaterThan(200);
    expect((await store.monitoring.depth()).failing).toBeGreaterThanOrEqual(1);
    expect(failures).toMatchObject([
      { level: 50, claims: 1, retryInSeconds: 5, err: { message: 'a bug' } },
      { level: 50, claims: 7, retryInSeconds: 300 },
    ]);
    await database.query(`update effect set due_at = now() where run_id = '${runId}'`);
    await withWorkers(1, () =>
      until('vault seen', runId, (run) => statusOf(run, 'AEP', 'VAULT') === 'DONE'),
    );
  });

  it('claimed and never finished: taken over after the lease', async () => {
    const { runId } = await begin('happyPath');
    const dead = await store.queue.claim(50);
    const vault = dead.find(
      (effect) => effect.runId === runId && effect.jobKey === 'observe:AEP:VAULT',
    );
    expect(vault).toBeDefined();
    await withWorkers(1, () =>
      until('vault seen', runId, (run) => statusOf(run, 'AEP', 'VAULT') === 'DONE'),
    );
    expect(await store.queue.heartbeat(vault!.lease)).toBe(false);
  });
});

describe('what Azure shows beside the thing itself', () => {
  it('a deny assignment defeats the role, and nobody can accept that away (RB-06)', async () => {
    const { runId } = await begin('denyAssignment');
    const run = await withWorkers(1, () =>
      until('role observed', runId, (state) => statusOf(state, 'AEP', 'ROLE') === 'BLOCKED'),
    );
    const [check] = run.tracks.AEP.steps.ROLE!.checks;
    expect(check).toMatchObject({ verdict: 'BLOCK', outcome: 'denied' });
    expect(describeCheck(check!, 'en')).toMatchObject({
      observed: expect.stringContaining('cmk-lock') as string,
      cause: expect.stringContaining('overrides every role') as string,
      remedy: expect.stringContaining('excluded') as string,
    });
  });

  it('an older version is warned of, and can be accepted (AEP-35)', async () => {
    const { runId, customer } = await begin('olderVersion');
    const run = await withWorkers(1, () =>
      until('key seen', runId, (state) => statusOf(state, 'AEP', 'KEY') === 'DONE'),
    );
    const warned = run.tracks.AEP.steps.KEY!.checks.filter(({ verdict }) => verdict === 'WARN');
    const version = customer.keys.AEP.split('/').at(-1);
    expect(warned).toMatchObject([
      {
        check: 'keyIdentifierIsValid',
        outcome: 'olderVersion',
        values: { version, enabled: true },
      },
    ]);
    await applyRunEvent(runId, 'checkOverridden', {
      track: 'AEP',
      check: 'keyIdentifierIsValid',
      reason: 'It becomes the current one again',
    });
  });
});

describe('wrong answers of the clouds', () => {
  it.each([
    [
      'throttled without Retry-After',
      { host: 'management.azure.com', path: '*', status: 429 },
      'VAULT',
    ],
    ['unavailable', { host: 'management.azure.com', path: '*', status: 503 }, 'VAULT'],
    [
      'HTML',
      { host: 'graph.microsoft.com', path: '*', status: 200, body: '<html>sign in</html>' },
      'CONSENT',
    ],
    ['half bodies', { host: 'management.azure.com', path: '*', truncate: true }, 'VAULT'],
    ['resets', { host: 'login.microsoftonline.com', path: '*', reset: true }, 'VAULT'],
  ] as const)(
    '%s: unknown and never wrong while it lasts, then through',
    async (_name, fault, step) => {
      await sandbox.control('POST', '/faults', { ...fault, count: 1000 });
      const { runId } = await begin('happyPath');
      await withWorkers(1, async () => {
        const { tracks } = await until(
          `${step} not readable`,
          runId,
          (run) => run.tracks.AEP.steps[step]!.checks.length > 0,
        );
        expect(tracks.AEP.steps[step]!.status).not.toBe('DONE');
        expect(tracks.AEP.steps[step]!.checks.map(({ verdict }) => verdict)).not.toContain('BLOCK');
        expect(tracks.AEP.steps[step]!.checks).toContainEqual(
          expect.objectContaining({ verdict: 'UNKNOWN' }),
        );
        await sandbox.control('DELETE', '/faults');
        await until('role done', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE');
      });
    },
  );

  it('a refused credential waits on the partner, a missing permission on the admin who grants it', async () => {
    const { customer, runId } = await begin('readerDenied');
    const run = await withWorkers(1, () =>
      until('vault observed', runId, (state) => statusOf(state, 'AEP', 'VAULT') === 'WAITING'),
    );
    expect(run.tracks.AEP.steps.VAULT).toMatchObject({ actor: 'AZURE_ADMIN' });
    expect(run.tracks.AEP.steps.VAULT!.checks[0]!.needs?.permission).toBe(
      'Microsoft.KeyVault/vaults/read',
    );
    expect(customer.tenantId).toBe(run.connections.azure!.tenantId);
  });

  it.each([
    ['refused', { deny: ['Microsoft.Authorization/denyAssignments/read'] }, null],
    ['not offered', {}, { status: 501, body: '' }],
    ['nowhere', {}, { status: 404, body: '<html>no such page</html>' }],
    ['broken', {}, { status: 500, body: 'oops' }],
    ['something else', {}, { status: 200, body: '{}' }],
  ])(
    'deny assignments that are %s stop nobody, and that is reported (RB-06)',
    async (_name, changes, fault) => {
      if (fault)
        await sandbox.control('POST', '/faults', {
          host: 'management.azure.com',
          path: '*/denyAssignments',
          count: 1000,
          ...fault,
        });
      const { runId } = await begin('happyPath', 'READ', changes);
      const run = await withWorkers(1, () =>
        until('role done', runId, (state) => statusOf(state, 'AEP', 'ROLE') === 'DONE'),
      );
      await sandbox.control('DELETE', '/faults');
      expect(run.tracks.AEP.steps.ROLE!.checks[0]).toMatchObject({
        verdict: 'PASS',
        outcome: 'okDenialsNotRead',
      });
    },
  );

  it('deny assignments that are away for a moment are waited for (RB-06)', async () => {
    await sandbox.control('POST', '/faults', {
      host: 'management.azure.com',
      path: '*/denyAssignments',
      count: 12,
      status: 503,
      body: '',
    });
    const { runId } = await begin('happyPath');
    const run = await withWorkers(1, () =>
      until('role done', runId, (state) => statusOf(state, 'AEP', 'ROLE') === 'DONE'),
    );
    await sandbox.control('DELETE', '/faults');
    expect(run.tracks.AEP.steps.ROLE!.checks[0]).toMatchObject({
      verdict: 'PASS',
      outcome: 'ok',
    });
  });

  it('a stored credential that cannot be decrypted waits on the partner, with a remedy', async () => {
    const { runId } = await begin('happyPath');
    const [recorded] = await database.query<{ fingerprint: string }>(
      'select fingerprint from sealing_key',
    );
    const { fingerprint } = recorded!;
    const dataDir = `${database.dataDir}/other-key`;
    const otherKey = await database.store({
      pollScale: POLL_SCALE,
      dataDir,
      lostSealingKey: fingerprint,
    });
    await database.query('update sealing_key set fingerprint = $1', [fingerprint]);
    const observed = () =>
      until('vault observed', runId, (state) => statusOf(state, 'AEP', 'VAULT') === 'WAITING');
    const { VAULT } = (await withWorkers(1, observed, otherKey)).tracks.AEP.steps;
    expect(VAULT!.actor).toBe('PARTNER');
    const [check] = VAULT!.checks;
    expect(check).toMatchObject({
      verdict: 'UNKNOWN',
      needs: { kind: 'credential' },
      values: { code: 'KEYWAY_CREDENTIAL_NOT_READABLE', message: '' },
    });
    expect(describeCheck(check!, 'en').remedy).toContain('Connect Azure again');
  });
});
