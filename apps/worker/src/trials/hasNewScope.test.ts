/** Which events of a run make lists of permissions due again, and that a worker reads them. */
import type { Run, RunEvent } from '@keyway/core';
import { aRun, continuing, exampleFacts, type RunBuilder } from '@keyway/testing';
import { expect, it } from 'vitest';
import {
  begin,
  dependencies,
  partner,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';
import { hasNewScope } from './readPermissionLists.ts';
import { trialLoop } from './trialLoop.ts';

workerUnderTest();

/** Whether the last event of the builder does, compared with the run before it. */
const lastOf = (before: Run, builder: RunBuilder): boolean =>
  hasNewScope(before, builder.run, builder.events.at(-1)!);

/** The vault is to be observed for the first time. */
const atVault = (): Run => aRun().at('vault').run;
const observed = (run: Run): RunBuilder =>
  continuing(run).observe('vault', 'AEP', exampleFacts(run, 'AEP', 'VAULT'));

it('the first observation of a vault does, the same one again does not', () => {
  const before = atVault();
  const first = observed(before);
  expect(lastOf(before, first)).toBe(true);
  expect(lastOf(first.run, observed(first.run))).toBe(false);
});

it('an observation of another step does not', () => {
  const { run } = aRun().at('key');
  const builder = continuing(run).observe('key', 'AEP', exampleFacts(run, 'AEP', 'KEY'));
  expect(lastOf(run, builder)).toBe(false);
});

it('no event does where nothing may be listed, nor one of a person', () => {
  const before = atVault();
  const { run, events } = observed(before);
  const without: Run = { ...run, connections: { ...run.connections, azure: null } };
  expect(hasNewScope(before, without, events.at(-1)!)).toBe(false);
  const attested = { ...events.at(-1)!, kind: 'stepAttested' } as RunEvent;
  expect(hasNewScope(before, run, attested)).toBe(false);
});

it('a vault that is found in another group does', () => {
  const before = atVault();
  const { run } = observed(before);
  const facts = exampleFacts(run, 'AEP', 'VAULT');
  if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen') throw new Error('No vault.');
  const resourceId = facts.vault.value.resourceId.replace(
    /resourceGroups\/[^/]+/,
    'resourceGroups/moved',
  );
  const value = { ...facts.vault.value, resourceId };
  const moved = continuing(run).observe('vault', 'AEP', {
    ...facts,
    vault: { ...facts.vault, value },
  });
  expect(lastOf(run, moved)).toBe(true);
});

it('a worker lists what the credential may do at a vault once it has found it', async () => {
  const { customer, runId } = await begin('happyPath');
  const shutdown = new AbortController();
  const trials = trialLoop(dependencies(), shutdown.signal);
  const scopes = async (organizationId: string): Promise<string[]> => {
    const connections = await partner.store.connections([organizationId]);
    const azure = connections.find(({ kind }) => kind === 'azure');
    return (azure?.permissions ?? []).map(({ scope }) => scope);
  };
  try {
    await withWorkers(1, async () => {
      const { organization } = await until('vault read', runId, (run) =>
        (['AEP', 'CJA'] as const).every((track) => statusOf(run, track, 'VAULT') === 'DONE'),
      );
      const subscription = `/subscriptions/${customer.subscriptionId}`;
      await expect
        .poll(async () => (await scopes(organization.id)).sort())
        .toEqual([
          subscription,
          ...[expect.stringMatching(/\/vaults\//), expect.stringMatching(/\/vaults\//)],
        ]);
    });
  } finally {
    shutdown.abort();
    await trials;
  }
});
