/**
 * Runs one story: starts a run by the public API, runs the scripts that it serves by the real Azure
 * CLI, and waits until each step is done.
 */
import type { StepId } from '@keyway/core';
import { driveRun } from '../product/driveRun.ts';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import type { People } from '../product/people.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import type { Product } from '../product/startProduct.ts';
import type { AzLine, AzureCli } from './azureCli.ts';
import type { Story, StoryStep } from './stories.ts';

export interface StoryResult {
  lines: (AzLine & { step: StepId })[];
  /** What went wrong; null where nothing did. */
  failure: string | null;
}

interface StepView {
  id: string;
  status: string;
  checks: { id: string; verdict: string; overridable: boolean; cause: string | null }[];
  instructions: { scripts: { tool: string; text: string }[] } | null;
}

const MAX_WAIT_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 500;
const QUERY =
  'query($id: ID!) { run(id: $id) { tracks { id steps { id status checks { id verdict overridable cause } instructions { scripts { tool text } } } } } }';

async function viewStep(client: GraphqlClient, runId: string, step: StepId): Promise<StepView> {
  const { run } = await client.ask<{ run: { tracks: { id: string; steps: StepView[] }[] } }>(
    QUERY,
    { id: runId },
  );
  return run.tracks.find(({ id }) => id === 'AEP')!.steps.find(({ id }) => id === step)!;
}

const summary = ({ id, status, checks }: StepView): string =>
  `${id} is ${status}; ${checks.map((check) => `${check.id} ${check.verdict}${check.cause ? ` (${check.cause})` : ''}`).join(', ')}`;

async function untilStep(
  client: GraphqlClient,
  runId: string,
  step: StepId,
  holds: (view: StepView) => boolean,
): Promise<StepView> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    const view = await viewStep(client, runId, step);
    if (holds(view)) return view;
    if (Date.now() > end)
      throw new Error(`Not within ${MAX_WAIT_MILLISECONDS / 1000} s: ${summary(view)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/**
 * Asks for a check until the step is done; a warning that may be accepted is accepted, as a person
 * would.
 */
async function done(client: GraphqlClient, runId: string, step: StepId): Promise<void> {
  await client.mutate('verify', 'VerifyInput', { runId, track: 'AEP', step }, 'run { id }');
  const settled = ({ status, checks }: StepView): boolean =>
    status === 'DONE' ||
    (checks.length > 0 &&
      checks.every(({ verdict }) => verdict === 'PASS' || verdict === 'WARN') &&
      status !== 'WORKING');
  const view = await untilStep(client, runId, step, settled);
  if (view.status === 'DONE') return;
  for (const { id, verdict } of view.checks)
    if (verdict === 'WARN')
      await client.mutate(
        'overrideCheck',
        'OverrideCheckInput',
        { runId, track: 'AEP', check: id, reason: 'Agreed with the network team' },
        'run { id }',
      );
  await untilStep(client, runId, step, ({ status }) => status === 'DONE');
}

interface Scene {
  az: AzureCli;
  client: GraphqlClient;
  runId: string;
  /**
   * Object ID for the administrator of a new Managed HSM, where nobody is signed in as a person.
   */
  administrator: string;
}

async function runStep(
  { az, client, runId, administrator }: Scene,
  { step, fillIn = {} }: StoryStep,
): Promise<AzLine[]> {
  const observed = ({ status, checks, instructions }: StepView): boolean =>
    status !== 'LOCKED' &&
    status !== 'WORKING' &&
    checks.some(({ verdict }) => verdict === 'BLOCK' || verdict === 'WARN') &&
    instructions !== null;
  const { instructions } = await untilStep(client, runId, step, observed);
  let script = instructions?.scripts.find(({ tool }) => tool === 'AZ_CLI')?.text;
  if (script === undefined) throw new Error(`${step} has no script for az`);
  for (const [from, to] of Object.entries(fillIn)) script = script.replaceAll(from, to);
  const environment = { ADMINISTRATOR: administrator };
  const first = az.run(script, environment);
  if (first.status !== 0)
    throw new Error(`${step} ended with ${first.status}:\n${script}\n${first.output}`);
  await done(client, runId, step);
  const again = az.run(script, environment);
  if (again.status !== 0)
    throw new Error(`${step} run again ended with ${again.status}:\n${script}\n${again.output}`);
  await done(client, runId, step);
  return [...first.lines, ...again.lines];
}

export async function runStory(
  story: Story,
  product: Product,
  people: People,
  az: AzureCli,
): Promise<StoryResult> {
  const lines: StoryResult['lines'] = [];
  try {
    const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
      scenario: story.scenario,
    });
    const signIn = `az login --tenant='${customer.tenantId}' --allow-no-subscriptions && az account set --subscription='${customer.subscriptionId}'`;
    const before = az.run([signIn, story.before?.(customer)].filter(Boolean).join(' && '));
    if (before.status !== 0) throw new Error(`It could not be prepared:\n${before.output}`);
    const rowsBefore = (await product.sandbox<LedgerRow[]>('GET', '/ledger')).length;
    const keys = {
      ...customer.keys,
      ...(story.keyIdentifier && { AEP: story.keyIdentifier(customer) }),
    };
    const runId = await driveRun(
      { customer: { ...customer, keys }, organization: { name: story.name }, until: 'prepared' },
      people,
    );
    if (runId === null) throw new Error('There is no run.');
    const scene = { az, client: people.operator, runId, administrator: customer.tenantId };
    for (const step of story.steps)
      lines.push(...(await runStep(scene, step)).map((line) => ({ ...line, step: step.step })));
    const rows = (await product.sandbox<LedgerRow[]>('GET', '/ledger')).slice(rowsBefore);
    return { lines, failure: story.wrong?.(rows) ?? null };
  } catch (error) {
    return { lines, failure: (error as Error).message };
  }
}
