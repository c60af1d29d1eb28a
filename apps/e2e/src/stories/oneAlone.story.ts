/**
 * One person alone brings no run to its end, on any plan: not through the console's session, not
 * with tokens of her own of every role, and not by attesting (AWS-14, GAP-15).
 */
import type { Page } from '@playwright/test';
import { expect, story } from '../person/story.ts';
import {
  addAwsOrganization,
  beginOnAws,
  createAwsCustomer,
  nameKeyAndPolicy,
} from '../product/awsCustomers.ts';
import { prepare, prepareByHand, type Prepared } from '../product/customers.ts';
import { ask, mutate, type Payload } from '../product/graphql.ts';
import { approve, untilApprovable, type Track } from '../product/runs.ts';
import { configurationsSent, createCustomer, type Customer } from '../product/sandbox.ts';

/** What she is answered: the code of the refusal, or null. */
type Way = (name: string, type: string, input: object) => Promise<string | null>;

type Run = Pick<Prepared, 'runId' | 'imsOrgId' | 'organizationId'>;

/** Through her session, as the console does it. */
const askInSession = <T>(page: Page, query: string, variables: object): Promise<T> =>
  page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-keyway-csrf': '1' };
    const answer = await fetch('/graphql', { method: 'POST', headers, body });
    const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]?.message);
    return data;
  }, JSON.stringify({ query, variables }));

const wayOf =
  (asked: (query: string, variables: object) => Promise<Record<string, Payload>>): Way =>
  async (name, type, input) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    return (await asked(query, { input }))[name]?.userErrors[0]?.code ?? null;
  };
const inSession = (page: Page): Way =>
  wayOf((query, variables) => askInSession(page, query, variables));
const withToken = (token: string): Way => wayOf((query, variables) => ask(query, variables, token));

/** A token that she makes in her session, or with another token of hers. */
async function tokenOf(page: Page, role: string, by?: string): Promise<string> {
  const scopes = ['read', 'runs:write', 'approve', 'admin'];
  const input = { name: `${role} of Paula`, role, scopes };
  const make = 'mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }';
  const made = by
    ? ask<{ createApiToken: { token: string } }>(make, { input }, by)
    : askInSession<{ createApiToken: { token: string } }>(page, make, { input });
  return (await made).createApiToken.token;
}

/** Every way that Paula, an owner, has: her session, and tokens of every role. */
async function waysOf(page: Page): Promise<[string, Way][]> {
  const owner = await tokenOf(page, 'OWNER');
  const tokens = {
    owner,
    operator: await tokenOf(page, 'OPERATOR'),
    approver: await tokenOf(page, 'APPROVER'),
    'made by a token': await tokenOf(page, 'APPROVER', owner),
  };
  return [
    ['session', inSession(page)],
    ...Object.entries(tokens).map(([name, token]): [string, Way] => [name, withToken(token)]),
  ];
}

const STEPS: Record<string, readonly string[]> = {
  AEP: ['APPROVAL', 'SUBMISSION', 'ACTIVATION', 'CONFIRMATION', 'APP_REGISTRATION'],
  CJA: ['APPROVAL', 'TICKET', 'CONFIRMATION'],
};

/** Everything that leads past an approval, in every way; what was accepted of it. */
async function tryAll({ runId, imsOrgId }: Run, track: Track, ways: [string, Way][]) {
  const accepted: string[] = [];
  for (const [name, act] of ways) {
    const attempt = async (mutation: string, type: string, input: object, what = mutation) => {
      const code = await act(mutation, type, { runId, ...input });
      if (code === null) accepted.push(`${name}: ${what}`);
      return code;
    };
    const confirmImsOrgId = imsOrgId;
    const decided = await attempt('approve', 'ApproveInput', { track, confirmImsOrgId });
    if (name !== 'operator') expect([name, decided]).toEqual([name, 'SELF_APPROVAL']);
    for (const step of STEPS[track]!) {
      const said = { track, step, statement: 'done', reference: 'mine-cmk', confirmImsOrgId };
      await attempt('attestStep', 'AttestStepInput', said, `attestStep ${step}`);
    }
    if (track === 'AEP') {
      const saved = { configurationName: 'mine-cmk', confirmImsOrgId };
      await attempt('submitConfiguration', 'SubmitConfigurationInput', saved);
    } else {
      await attempt('recordTicket', 'RecordTicketInput', { caseNumber: 'E-1' });
      await attempt('confirmCja', 'ConfirmCjaInput', { confirmedBy: 'Care', text: 'done' });
    }
  }
  return accepted;
}

const stateOf = async (runId: string) => {
  const { run } = await ask<{
    run: {
      completedAt: string | null;
      tracks: { id: string; steps: { id: string; status: string }[] }[];
    };
  }>('query($id: ID!) { run(id: $id) { completedAt tracks { id steps { id status } } } }', {
    id: runId,
  });
  const statusOf = (track: string, step: string) =>
    run.tracks.find(({ id }) => id === track)?.steps.find(({ id }) => id === step)?.status;
  return { completedAt: run.completedAt, statusOf };
};

/** She requests, in one of her ways, and then tries everything in each of them. */
async function attack(page: Page, run: Run, tracks: readonly Track[]): Promise<void> {
  const ways = await waysOf(page);
  for (const track of tracks) {
    await untilApprovable(run, track);
    const [, request] = ways.find(([way]) => way === (track === 'AEP' ? 'operator' : 'session'))!;
    const name = track === 'AEP' ? { configurationName: 'mine-cmk' } : {};
    expect(await tryAllBefore(run, track, ways)).toEqual([]);
    expect(
      await request('requestApproval', 'RunTrackInput', { runId: run.runId, track, ...name }),
    ).toBeNull();
    expect(await tryAll(run, track, ways)).toEqual([]);
    const { completedAt, statusOf } = await stateOf(run.runId);
    expect(completedAt).toBeNull();
    expect(statusOf(track, track === 'AEP' ? 'SUBMISSION' : 'TICKET')).toBe('LOCKED');
  }
}

/** Before anybody requested it, nothing can be approved, and nothing follows. */
async function tryAllBefore({ runId, imsOrgId }: Run, track: Track, ways: [string, Way][]) {
  const accepted: string[] = [];
  for (const [name, act] of ways)
    if (
      (await act('approve', 'ApproveInput', { runId, track, confirmImsOrgId: imsOrgId })) === null
    )
      accepted.push(name);
  return accepted;
}

const attestAs = (act: Way, runId: string, track: string, step: string, reference: string) =>
  act('attestStep', 'AttestStepInput', { runId, track, step, statement: 'seen', reference });

story('on AWS with a connection, one person alone submits nothing', async ({ person }) => {
  const page = await person('paula');
  const run = await beginOnAws(await createAwsCustomer('awsHappyPath'));
  await nameKeyAndPolicy(run);
  await attack(page, run, ['AEP']);
  // The same request, decided by somebody else: nothing but the person was in the way.
  await approve(run, 'AEP');
  const saved = { reference: 'mine-cmk', confirmImsOrgId: run.imsOrgId };
  const said = { runId: run.runId, track: 'AEP', step: 'SUBMISSION', statement: 'saved', ...saved };
  expect(await inSession(page)('attestStep', 'AttestStepInput', said)).toBeNull();
});

story('on AWS without a connection, neither, and a corrected key voids it', async ({ person }) => {
  const page = await person('paula');
  const act = inSession(page);
  const { imsOrgId, aws } = await createAwsCustomer('awsHappyPath');
  const organizationId = await addAwsOrganization(imsOrgId, `By hand ${imsOrgId.slice(0, 6)}`);
  const { run } = await mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  const prepared = { runId: run.id, imsOrgId, organizationId };
  for (const [step, reference] of [
    ['ENTITLEMENT', 'C-1'],
    ['KEY', aws.keyArn],
    ['POLICY', 'compared'],
  ] as const)
    expect(await attestAs(act, run.id, 'AEP', step, reference)).toBeNull();
  await attack(page, prepared, ['AEP']);
  await approve(prepared, 'AEP');
  const other = aws.keyArn.replace(/[0-9a-f]{12}$/, '0123456789ab');
  expect(await attestAs(act, run.id, 'AEP', 'KEY', other)).toBeNull();
  const said = { statement: 'saved', reference: 'mine-cmk', confirmImsOrgId: imsOrgId };
  expect(
    await act('attestStep', 'AttestStepInput', {
      ...{ runId: run.id, track: 'AEP', step: 'SUBMISSION', ...said },
    }),
  ).not.toBeNull();
  expect((await stateOf(run.id)).completedAt).toBeNull();
});

async function attackOnAzure(page: Page, customer: Customer, run: Prepared): Promise<void> {
  await attack(page, run, ['AEP', 'CJA']);
  expect(await configurationsSent(customer)).toEqual([]);
}

story('on Azure with connections, one person alone submits nothing', async ({ person }) => {
  const page = await person('paula');
  const customer = await createCustomer('happyPath');
  await attackOnAzure(page, customer, await prepare(customer, 'Alone on Azure'));
});

story('on Azure without connections, one person alone submits nothing', async ({ person }) => {
  const page = await person('paula');
  const act = inSession(page);
  const customer = await createCustomer('happyPath');
  const run = await prepareByHand(customer, 'Alone by hand on Azure');
  for (const track of ['AEP', 'CJA'] as const)
    for (const step of ['VAULT', 'NETWORK', 'APP_REGISTRATION', 'KEY', 'CONSENT', 'ROLE'])
      await attestAs(act, run.runId, track, step, customer.applicationIds[track]);
  await attackOnAzure(page, customer, run);
});
