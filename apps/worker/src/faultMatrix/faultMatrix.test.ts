/** Every outbound request × every fault: how the call ends, and what is shown of it then. */
import { isDeepStrictEqual } from 'node:util';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAwsConnector } from '@keyway/connector-aws';
import { createAzureConnector, createVaultProbe } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import {
  isPassingProbe,
  isRetryable,
  type ConnectorError,
  type VaultProbeReason,
} from '@keyway/core';
import { aSandbox, type TestSandbox } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, NETWORKS, SHORT_MS, TOO_SLOW, type FaultName } from './faults.ts';
import {
  CHANGING,
  OUTBOUND_CALLS,
  SCENARIO_OF,
  prepared,
  type AwsCustomer,
  type AzureCustomer,
  type Clouds,
  type Customers,
} from './outboundCalls.ts';
import {
  isSame,
  nameOf,
  recordRequests,
  type Recorded,
  type SentRequest,
} from './recordRequests.ts';
import type { Shown } from './testing/endedCalls.ts';
import { CALL_OF_EFFECT, shownByCall } from './testing/shownByCall.ts';

let sandbox: TestSandbox;
let otherCa: string;
let customers: Customers;
let agent: SandboxAgent;
let shown: Awaited<ReturnType<typeof shownByCall>>;
beforeAll(async () => {
  const other = await aSandbox();
  otherCa = other.ca;
  await other.close();
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
  customers = await layOut();
  await OUTBOUND_CALLS['adobe.submitConfiguration'](clouds(), customers);
  shown = await shownByCall(clouds(), customers);
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});

const AWS_IDENTITY = {
  accessKeyId: 'AKIAKEYWAYSANDBOX001',
  secretAccessKey: 'sandbox-secret-access-key-of-no-account',
};
/** Connectors that remember nothing yet. */
function clouds({ through = agent, timeoutMs = 15_000 } = {}): Clouds {
  const options = { agent: through, timeoutMs, retry: { firstDelayMs: 1 } };
  const identity = () => Promise.resolve(AWS_IDENTITY);
  return {
    azure: createAzureConnector(options),
    adobe: createAdobeConnector(options),
    aws: createAwsConnector({ ...options, identity }),
    vaults: createVaultProbe({ agent: through, resolve: null }),
  };
}

async function layOut(scenario = 'roleMissing'): Promise<Customers> {
  await sandbox.control('DELETE', '/faults');
  const [onAzure, onAws] = await Promise.all([
    sandbox.control<AzureCustomer>('POST', '/scenario', { scenario }),
    sandbox.control<AwsCustomer>('POST', '/scenario', { scenario: 'awsHappyPath' }),
  ]);
  return prepared(clouds(), onAzure, onAws);
}

interface Cell extends Recorded {
  call: string;
  request: SentRequest;
  fault: FaultName;
  /** As without the fault. */
  good: unknown;
  /** What people see then, in each place. */
  shown: Shown[];
}

/** How often the spoiled request was sent. */
const timesOf = ({ requests, request }: Cell): number =>
  requests.filter((sent) => isSame(sent, request)).length;

/** Requests that go out together, with other queries, end one another at different moments. */
function sentText(times: number): string {
  if (times <= 2) return ['not sent', 'once', 'twice'][times]!;
  return times <= 4 ? 'up to 4 times' : 'up to 8 times';
}

function textOf(cell: Cell): string {
  const { error, value, good, call } = cell;
  const sent = sentText(timesOf(cell));
  if (!error && CHANGING.has(call)) return `${sent}; done`;
  if (!error && call === 'azure.readSetup') return `${sent}; ${partsText(value)}`;
  if (!error)
    return `${sent}; read ${isDeepStrictEqual(value, good) ? 'all the same' : 'otherwise'}`;
  const { kind, status, code, retryAfterSeconds } = error.failure;
  return [
    `${sent}; ${kind}`,
    ...(status === null ? [] : [String(status)]),
    ...(code === null ? [] : [code]),
    ...(retryAfterSeconds === null ? [] : [`after ${retryAfterSeconds} s`]),
    ...(CHANGING.has(call) && error.ambiguous ? ['may have arrived'] : []),
    isRetryable(kind) ? 'tried again later' : 'somebody must act',
  ].join(', ');
}

type Parts = Record<string, { outcome: string; failure?: { kind: string } }>;

/** Of a reading in parts: which could not be read, and how those ended. */
function partsText(value: unknown): string {
  const unread = Object.entries(value as Parts).filter(([, is]) => is.outcome === 'unreadable');
  const ends = new Set(unread.map(([, { failure }]) => failure!.kind));
  if (unread.length === 0) return 'every part read';
  return `${unread.map(([part]) => part).join(', ')} not read: ${[...ends].join(', ')}`;
}

const customersOf = (call: string): Promise<Customers> | Customers =>
  CHANGING.has(call) ? layOut(SCENARIO_OF[call]) : customers;

async function cellsOf(call: keyof typeof OUTBOUND_CALLS): Promise<Cell[]> {
  const ask = OUTBOUND_CALLS[call];
  const cells: Cell[] = [];
  const first = await customersOf(call);
  await sandbox.control('DELETE', '/faults');
  const { requests, value: good, error } = await recordRequests(() => ask(clouds(), first));
  expect(error, `${call} without a fault`).toBeUndefined();
  // What else is read to show a step is not spoiled.
  const about = async (cell: Recorded) => {
    await sandbox.control('DELETE', '/faults');
    return { call, good, shown: await shown[call](cell) };
  };
  const distinct = requests.filter(
    (one, place) => requests.findIndex((o) => isSame(one, o)) === place,
  );
  for (const [place, sample] of distinct.entries()) {
    for (const [fault, answer] of Object.entries(ANSWERS)) {
      const of = await customersOf(call);
      // The same request of another customer has another path.
      const request = CHANGING.has(call) ? { ...sample, path: pathOf(sample, first, of) } : sample;
      await sandbox.control('DELETE', '/faults');
      await sandbox.control('POST', '/faults', { ...request, count: 99, ...answer });
      const limits = TOO_SLOW.has(fault) ? { timeoutMs: SHORT_MS } : {};
      const cell = await recordRequests(() => ask(clouds(limits), of));
      cells.push({ ...cell, ...(await about(cell)), request, fault: fault as FaultName });
    }
    if (place > 0) continue;
    for (const [fault, network] of Object.entries(NETWORKS)) {
      const through = network(sandbox, otherCa);
      const cell = await recordRequests(() => ask(clouds({ through }), first));
      through.destroy();
      cells.push({ ...cell, ...(await about(cell)), request: sample, fault: fault as FaultName });
    }
  }
  return cells;
}

/** By what differs from one customer to the next: a vault's name ends in it, also of a new one. */
const namesOf = ({ onAzure: { tenantId, subscriptionId, vaultId } }: Customers): string[] => [
  ...[tenantId, subscriptionId, vaultId.split('-').at(-1)!],
];
function pathOf({ path }: SentRequest, from: Customers, to: Customers): string {
  const after = namesOf(to);
  return namesOf(from).reduce((text, name, place) => text.replace(name, after[place]!), path);
}

const READ_OTHERWISE: Record<string, string> = {
  'azure.readKey':
    'the data plane is asked where ARM does not answer (docs/reference/clouds.md 2.3)',
  'azure.readSetup': 'a part that could not be read says so, and hides no other',
  'vaults.probe': 'it never fails: what it could not find out is UNKNOWN',
};

describe.each(Object.keys(OUTBOUND_CALLS) as (keyof typeof OUTBOUND_CALLS)[])('%s', (call) => {
  let cells: Cell[];
  beforeAll(async () => {
    cells = await cellsOf(call);
  });

  it('ends in every cell as it is written down', async () => {
    const lines = cells.map((cell) => [
      nameOf(cell.request),
      `  ${cell.fault.padEnd(16)} ${textOf(cell)}`,
      ...cell.shown.map(({ text }) => `${' '.repeat(19)}${text}`),
    ]);
    const text = lines.flatMap(([request, ...about], place) =>
      place > 0 && lines[place - 1]![0] === request ? about : [request, ...about],
    );
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(`expected/${call}.txt`);
  });

  it('is repeated a few times where that may help, and a change never', () => {
    for (const cell of cells) {
      const about = `${nameOf(cell.request)}, ${cell.fault}`;
      expect(timesOf(cell), about).toBeLessThanOrEqual(
        CHANGING.has(call) && isTheChange(cell) ? 1 : 8,
      );
    }
  });

  it('never reads something else, or nothing, out of a fault', () => {
    for (const { request, fault, error, value, good } of cells) {
      const about = `${nameOf(request)}, ${fault}`;
      if (error?.failure.kind === 'notFound')
        expect([fault, isToken(request)], about).toEqual(['404', false]);
      if (error) continue;
      if (!CHANGING.has(call) && !(call in READ_OTHERWISE)) expect(value, about).toEqual(good);
    }
  });

  it('takes nothing for absent, of what surrounds a vault, that could not be read', () => {
    for (const { request, fault, value, good } of cells)
      if (call === 'azure.readSetup' && value)
        for (const [part, is] of Object.entries(value as Parts))
          if (part !== 'vaultName' && is.outcome !== 'unreadable')
            expect(is.outcome, `${part}: ${nameOf(request)}, ${fault}`).toBe(
              (good as Parts)[part]?.outcome,
            );
  });

  it('finds a vault out of its own challenge alone', () => {
    for (const { request, fault, value, good } of cells)
      if (call === 'vaults.probe' && (value as { exists: string }).exists === 'PASS')
        expect(value, `${nameOf(request)}, ${fault}`).toEqual(good);
  });

  const ofEffects = Object.entries(CALL_OF_EFFECT).filter(([, made]) => made === call);
  it('is made in every cell by the effects of a run that make it', () => {
    for (const { request, fault, shown } of cells)
      for (const [effect] of ofEffects)
        expect(
          shown.map((one) => one.effect),
          `${nameOf(request)}, ${fault}`,
        ).toContain(effect);
  });

  it('confirms a tenant in a run by a challenge alone, and asks again where nothing was said', () => {
    for (const { request, fault, value, good, shown } of cells)
      for (const { text, conclusion, effect } of shown) {
        if (effect !== 'probeVault') continue;
        const about = `${nameOf(request)}, ${fault}: ${text}`;
        expect(conclusion === 'good', about).toBe(isDeepStrictEqual(value, good));
        const { reason } = value as { reason: VaultProbeReason };
        expect(text.includes('probeVault in'), about).toBe(isPassingProbe(reason));
      }
  });

  it('is never shown as done or failed where nothing was found out', () => {
    for (const { request, fault, error, shown } of cells)
      for (const { text, conclusion, isOwnWork } of shown) {
        const about = `${nameOf(request)}, ${fault}: ${text}`;
        if (!error) continue;
        // ROT-09: rotation is optional, so that it can't be read is a warning to accept, at most.
        if (call === 'aws.readRotation' && conclusion === 'good') {
          expect(isRetryable(error.failure.kind), about).toBe(false);
          expect(text, about).toContain('WARN kmsKeyRotates');
          continue;
        }
        expect(conclusion, about).not.toBe(absenceIsGood(call, error) ? 'bad' : 'good');
        // A definite refusal ends what Keyway does itself; a passing failure never does.
        if (conclusion === 'bad' && isOwnWork)
          expect(isRetryable(error.failure.kind), about).toBe(false);
        // What was asked for is not there, or this vault is not in DNS.
        else if (conclusion === 'bad' && !READ_BESIDE.has(call))
          expect(error.failure.kind, about).toBe('notFound');
      }
  });

  it('waits as long as it is asked to', () => {
    for (const { request, fault, error } of cells)
      if (fault === '429 Retry-After' && error)
        expect(error.failure, nameOf(request)).toMatchObject({
          ...{ kind: 'throttled', status: 429, retryAfterSeconds: 17 },
        });
  });

  it('reads nothing of a set-up again before that', () => {
    for (const { request, fault, shown } of cells)
      for (const { text } of shown)
        // A change that is there already is decided by the parts that were read.
        if (fault === '429 Retry-After' && /set-up [^;]*(?<!ALREADY_THERE); /.test(text))
          expect(text, nameOf(request)).toMatch(/ in (1[7-9]|[2-9]\d|\d{3,}) s$/);
  });

  it('says of a change that was not sent that it did not arrive', () => {
    for (const cell of cells)
      if (CHANGING.has(call) && cell.error && !isTheChange(cell))
        expect(cell.error.ambiguous, nameOf(cell.request)).toBe(false);
  });
});

/** Another read says what is missing, and this one only more of it. */
const READ_BESIDE: ReadonlySet<string> = new Set([
  'azure.readDeletedVault',
  'azure.readDenyAssignments',
]);

/** Nothing has the name yet, so the configuration is submitted. */
const absenceIsGood = (call: string, { failure: { kind } }: ConnectorError): boolean =>
  call === 'adobe.readConfiguration' && kind === 'notFound';

const isToken = ({ path }: SentRequest): boolean => /\/token(\/v3)?$/.test(path);
const isTheChange = ({ request }: Cell): boolean => request.method !== 'GET' && !isToken(request);
