/** Customers whose keys are watched, without the run that leads there. Imported by tests only. */
import { startWatch, TRACK_IDS, type TrackId, type Watch, type WatchedTrack } from '@keyway/core';
import { aRun, type SandboxCustomer } from '@keyway/testing';
import { putWatch } from '@keyway/store/testing';
import { requireAzure } from '../credentials.ts';
import { readVault, type ReadContext } from '../observe/readFacts.ts';
import { observeTrack } from '../watch/observeTrack.ts';
import { begin, database, dependencies, partner, store } from './workerUnderTest.ts';

export interface WatchedCustomer {
  customer: SandboxCustomer;
  organizationId: string;
  runId: string;
}

/** What the sandbox has now is what was approved. */
async function approvedTrack(
  template: WatchedTrack,
  of: { customer: SandboxCustomer; id: TrackId },
  context: ReadContext,
): Promise<WatchedTrack> {
  const { customer, id } = of;
  const keyIdentifier = customer.keys[id];
  const name = new URL(keyIdentifier).hostname.split('.')[0]!;
  const vault = await readVault({ kind: 'vault', name, resourceId: null }, context);
  if (vault.outcome !== 'seen') throw new Error(`No vault ${name}.`);
  const track = {
    ...template,
    ...{ keyIdentifier, vaultResourceId: vault.value.resourceId, principalObjectId: null },
    applicationId: customer.applicationIds[id],
    versions: [],
  };
  const { facts } = await observeTrack(track, new Date().toISOString(), context);
  const consent = facts.find((one) => one.step === 'CONSENT');
  if (consent?.servicePrincipal.outcome !== 'seen') throw new Error('No service principal.');
  const known = { ...track, principalObjectId: consent.servicePrincipal.value.objectId };
  const { facts: all } = await observeTrack(known, new Date().toISOString(), context);
  const approved = Object.fromEntries(
    all.map((one) => [one.step, { facts: one, checks: [] }]),
  ) as WatchedTrack['approved'];
  return { ...known, approved };
}

/** Of the happy path; its first observation is due now. */
export async function watchedCustomer(): Promise<WatchedCustomer> {
  const { customer, runId } = await begin('happyPath');
  const { run } = (await store.system().run(runId))!;
  const { id: organizationId } = run.organization;
  const owner = { organizationId, runId, partnerId: partner.partnerId };
  const connections = () => store.system().connections(owner);
  const context: ReadContext = {
    azure: dependencies().azure,
    azureConnection: async () => requireAzure(await connections()),
    otherOrganizationsSharing: () => Promise.resolve(0),
    signal: new AbortController().signal,
  };
  const template = startWatch(aRun().completed().run, new Date().toISOString())!;
  const [AEP, CJA] = await Promise.all(
    TRACK_IDS.map((id) => approvedTrack(template.tracks[id]!, { customer, id }, context)),
  );
  const watch: Watch = {
    ...template,
    ...{ runId, organization: run.organization, connections: run.connections },
    tracks: { AEP: AEP!, CJA: CJA! },
  };
  await putWatch(database, owner, { watch, dueAt: 'now()' });
  return { customer, organizationId, runId };
}
