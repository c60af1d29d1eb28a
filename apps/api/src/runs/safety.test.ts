/**
 * What must never happen, tried through GraphQL on a real database: random mutations of several
 * people, the worker between them, run after run.
 */
import {
  parseGlobalId,
  type EventData,
  type EventKind,
  type Run,
  type RunEvent,
} from '@keyway/core';
import { aClock, continuing, exampleKeyIdentifier, WORKER } from '@keyway/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let people: Client[];
beforeAll(async () => {
  server = await aServer();
  const scopes = ['read', 'runs:write', 'approve'];
  people = [
    await server.person('OWNER', scopes),
    await server.person('OPERATOR', scopes),
    await server.person('APPROVER', scopes),
  ];
});
afterAll(() => server.close());

const NAMES = ['keyway-cmk', 'other-cmk'];
const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
};
/** Clouds are connected, with this credential or another, and disconnected. */
const CONNECTIONS: readonly [string, object][] = [
  ['connectAdobe', { clientId: 'c', clientSecret: 'sandbox-a', scopes: ['openid'] }],
  ['connectAdobe', { clientId: 'd', clientSecret: 'sandbox-d', scopes: ['openid'] }],
  ['connectAzure', { tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-b' }],
  ['disconnectAdobe', {}],
  ['disconnectAzure', {}],
];
const WAYS = ['connected', 'attested', 'AWS'] as const;

/**
 * Everything that happens to one organization. `submitted`: what was sent to Adobe, by a POST or
 * by a person.
 */
class Story {
  readonly submitted: string[] = [];
  readonly runs: string[] = [];
  readonly organization: { id: string; imsOrgId: string; uuid: string };
  readonly clients: Client[];
  private n = 0;

  constructor(organization: Story['organization'], clients: Client[]) {
    this.organization = organization;
    this.clients = clients;
  }

  get runId(): string {
    return this.runs.at(-1)!;
  }
  get uuid(): string {
    return parseGlobalId('Run', this.runId)!;
  }
  async run(): Promise<Run> {
    return (await server.store.system().run(this.uuid))!.run;
  }

  choose(n: number): this {
    this.n = n;
    return this;
  }
  pick<T>(from: readonly T[]): T {
    const chosen = from[this.n % from.length]!;
    this.n = Math.floor(this.n / from.length);
    return chosen;
  }

  async record<K extends EventKind>(kind: K, data: EventData[K]): Promise<void> {
    const at = new Date().toISOString();
    await server.store.system().advance(this.uuid, {
      id: crypto.randomUUID(),
      at,
      actor: WORKER,
      kind,
      data,
    } as unknown as RunEvent);
  }

  /** Input of a mutation, right but for what is chosen to be wrong. */
  async input(mutation: string, track: string, step: string): Promise<Record<string, unknown>> {
    const { runId } = this;
    const confirmImsOrgId = this.pick([
      this.organization.imsOrgId,
      this.organization.imsOrgId,
      'other',
    ]);
    const run = await this.run();
    const approved = run.tracks.AEP.approval?.configurationName ?? this.pick(NAMES);
    switch (mutation) {
      case 'attestStep':
        return {
          runId,
          track,
          step,
          statement: 'said',
          reference: referenceFor(step, approved),
          confirmImsOrgId,
        };
      case 'provideKey':
        return {
          runId,
          track,
          keyIdentifier: exampleKeyIdentifier(run, track as 'AEP').replace(
            '/keys/',
            this.pick(['/keys/', '/keys/', '/keys/x']),
          ),
        };
      case 'requestApproval':
        return {
          runId,
          track,
          configurationName: track === 'AEP' ? this.pick([null, ...NAMES]) : null,
        };
      case 'approve':
        return { runId, track, confirmImsOrgId };
      case 'submitConfiguration':
        return { runId, configurationName: approved, confirmImsOrgId };
      case 'recordTicket':
        return { runId, caseNumber: 'E-1' };
      case 'confirmCja':
        return { runId, confirmedBy: 'Care', text: 'done' };
      case 'retryStep':
        return { runId, track, step };
      case 'verify':
        return { runId };
      case 'cancelRun':
        return { runId, reason: 'x' };
      default:
        return { runId, track, reason: 'x' };
    }
  }

  async does(mutation: string, track: string, step: string): Promise<void> {
    const client = this.pick(this.clients);
    const organizationId = this.organization.id;
    if (mutation === 'archive') {
      const { userErrors } = await client.mutate('archiveOrganization', {
        organizationId,
        reason: 'x',
      });
      if (userErrors.length > 0) await client.mutate('restoreOrganization', { organizationId });
      return;
    }
    if (mutation === 'connect') {
      const [name, input] = this.pick(CONNECTIONS);
      await client.mutate(name, { organizationId, ...input });
      return;
    }
    if (mutation === 'startRun') {
      const { run } = await client.mutate(
        'startRun',
        { organizationId: this.organization.id },
        'run { id }',
      );
      if (run) this.runs.push(run.id as string);
      return;
    }
    const { userErrors } = await client.mutate(mutation, await this.input(mutation, track, step));
    if (mutation === 'attestStep' && step === 'SUBMISSION' && userErrors.length === 0)
      this.submitted.push('by hand');
  }

  /** Something that the server offers. */
  async offered(): Promise<void> {
    const client = this.pick(this.clients);
    const { run } = await client.ask(
      'query($id: ID!) { run(id: $id) { nextActions { mutation track step movesRun } } }',
      {
        id: this.runId,
      },
    );
    const actions = (run.nextActions as Payload[]).filter(
      ({ movesRun, mutation }) => movesRun && !mutation.startsWith('connect'),
    );
    if (actions.length === 0) return;
    const { mutation, track, step } = this.pick([actions[0], this.pick(actions)]);
    const { userErrors } = await client.mutate(mutation, await this.input(mutation, track, step));
    if (mutation === 'attestStep' && step === 'SUBMISSION' && userErrors.length === 0)
      this.submitted.push('by hand');
  }

  /** What the worker would do next: read what is open, read again, send, ask. */
  async work(): Promise<void> {
    const run = await this.run();
    const { submission } = run.tracks.AEP;
    const answer = { id: 'job', status: 'RUNNING', keyVaultKeyIdentifier: null, imsOrgId: null };
    if (submission?.status === 'sending') {
      const submissionId = submission.id;
      await this.record('configurationSending', { submissionId, send: submission.sends + 1 });
      const after = (await this.run()).tracks.AEP.submission;
      if (after?.sends === submission.sends + 1) this.submitted.push(submission.name);
      await this.record('configurationAccepted', {
        submissionId,
        found: false,
        answer,
        timeScale: 1,
      });
    } else if (submission?.status === 'sent') {
      const status = this.pick(['RUNNING', 'COMPLETED']);
      const polled = { failure: null, attempt: 0, pollingSince: run.updatedAt, timeScale: 1 };
      await this.record('configurationObserved', {
        submissionId: submission.id,
        answer: { ...answer, status },
        ...polled,
      });
    } else if (!run.cancelled && !run.completedAt) {
      await this.observe(run);
    }
  }

  private async observe(run: Run): Promise<void> {
    const builder = continuing(run, aClock(run.updatedAt));
    try {
      if (run.tracks.AEP.submission?.status === 'rereading') builder.reread();
      else
        for (const track of ['AEP', 'CJA'] as const)
          if (run.tracks[track].key && run.connections.azure) builder.at('approval', track);
    } catch {
      // Not everything before the approval is the worker's.
    }
    for (const event of builder.events.filter(({ actor }) => actor.principal === WORKER.principal))
      await server.store.system().advance(this.uuid, event);
  }
}

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function referenceFor(step: string, approved: string): string | null {
  if (step === 'APP_REGISTRATION') return '5c0b3f52-9d2e-4a57-8f0e-6f6f2f1f7a01';
  return step === 'SUBMISSION' ? approved : null;
}

async function begun(way: (typeof WAYS)[number], clients: Client[]): Promise<Story> {
  const organization = await anOrganization(people[0]!, way === 'AWS' ? AWS : {});
  if (way === 'connected') {
    const organizationId = organization.id;
    await people[0]!.must('connectAdobe', {
      organizationId,
      clientId: 'c',
      clientSecret: 'sandbox-a',
      scopes: ['openid'],
    });
    await people[0]!.must('connectAzure', {
      organizationId,
      tenantId: TENANT,
      clientId: TENANT,
      clientSecret: 'sandbox-b',
    });
  }
  const story = new Story(organization, clients);
  story.runs.push(await aRun(people[0]!, organization.id));
  const drive = clients[0]!;
  for (const track of way === 'AWS' ? ['AEP'] : ['AEP', 'CJA']) {
    await drive.must('attestStep', {
      runId: story.runId,
      track,
      step: 'ENTITLEMENT',
      statement: 's',
    });
    if (way !== 'AWS')
      await drive.must('provideKey', {
        runId: story.runId,
        track,
        keyIdentifier: exampleKeyIdentifier(await story.run(), track as 'AEP'),
      });
  }
  if (way === 'attested')
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'])
      await drive.must('attestStep', {
        runId: story.runId,
        track: 'AEP',
        step,
        statement: 's',
        reference: referenceFor(step, ''),
      });
  if (way === 'AWS')
    await drive.must('attestStep', {
      runId: story.runId,
      track: 'AEP',
      step: 'KEY',
      statement: 's',
      reference: KEY_ARN,
    });
  else await story.work();
  return story;
}

const MUTATIONS = [
  ...[
    'attestStep',
    'provideKey',
    'requestApproval',
    'approve',
    'refuse',
    'withdrawApproval',
    'submitConfiguration',
  ],
  ...['recordTicket', 'confirmCja', 'retryStep', 'verify', 'cancelRun', 'startRun'],
  ...['archive', 'connect'],
];
const STEPS = ['KEY', 'APPROVAL', 'SUBMISSION', 'ACTIVATION', 'TICKET', 'CONFIRMATION'];
const moves = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 5, arbitrary: fc.constant('offered') },
      { weight: 2, arbitrary: fc.constant('work') },
      fc.constantFrom(...MUTATIONS),
    ),
    n: fc.nat(),
  }),
  { minLength: 40, maxLength: 50, size: 'max' },
);

type Moves = readonly { what: string; n: number }[];

async function play(story: Story, all: Moves): Promise<void> {
  for (const { what, n } of all) {
    story.choose(n);
    if (what === 'offered') await story.offered();
    else if (what === 'work') await story.work();
    else await story.does(what, story.pick(['AEP', 'AEP', 'CJA']), story.pick(STEPS));
  }
}

async function expectSafe(story: Story): Promise<void> {
  // A story may end after the reread and before the POST, where the configuration is already held:
  // the worker makes that POST in any case.
  if ((await story.run()).tracks.AEP.submission?.status === 'sending') await story.work();
  expect(story.submitted.length).toBeLessThanOrEqual(1);
  const rows = await server.database.query<{ run_id: string }>(
    'select run_id from configuration where organization_id = $1',
    [story.organization.uuid],
  );
  expect(rows).toHaveLength(story.submitted.length);
  for (const id of story.runs) {
    const { run } = (await server.store.system().run(parseGlobalId('Run', id)!))!;
    const { approval } = run.tracks.AEP;
    if (rows[0]?.run_id === run.id) {
      expect(run.cancelled).toBeNull();
      expect(approval?.status).toBe('spent');
      expect(approval!.decidedBy!.principal).not.toBe(approval!.requestedBy.principal);
    } else expect(run.completedAt).toBeNull();
  }
}

/** Without shrinking, which would take minutes; the moves describe a failure well enough. */
const OPTIONS = { numRuns: 8, endOnFailure: true } as const;

describe.each(WAYS)('%s: 40 mutations at random', (way) => {
  it('submit one configuration, with two persons', async () => {
    const reached = new Set<number>();
    const safely = async (all: Moves): Promise<void> => {
      const story = await begun(way, people);
      await play(story, all);
      await expectSafe(story);
      reached.add(story.submitted.length);
    };
    await fc.assert(fc.asyncProperty(moves, safely), OPTIONS);
    // Stories that never come to the submission show nothing; chance alone must not decide whether
    // one does.
    for (let more = 0; !reached.has(1) && more < 60; more += 1)
      await safely(fc.sample(moves, 1)[0]!);
    expect([...reached]).toContain(1);
  });

  it('of one person who may do everything submit nothing', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const story = await begun(way, [people[0]!]);
        await play(story, all);
        await expectSafe(story);
        expect(story.submitted).toEqual([]);
      }),
      { ...OPTIONS, numRuns: 3 },
    );
  });
});
