/** Where the end of each call is shown: on steps, as a trial of a credential, or as a probe. */
import {
  permissionProbes,
  permissionScopes,
  type EffectType,
  type ListedPermissions,
  type VaultProbeFacts,
} from '@keyway/core';
import { CONNECTED } from '@keyway/core/testing';
import { readLists } from '../../trials/readPermissionLists.ts';
import {
  MAX_LIST_ATTEMPTS,
  outcomeOfFailure,
  outcomeWithLists,
} from '../../trials/tryConnection.ts';
import {
  after,
  ending,
  firstObservations,
  notFound,
  ownCalls,
  setUp,
  shownOf,
  type CallEnd,
  type Scene,
  type Shown,
  type Ports,
} from './endedCalls.ts';
import { probeCall, shownOfProbe } from './probeCalls.ts';
import { setupCalls, shownOfSetup, type SetupScene } from './setupCalls.ts';
import type { CallName, Clouds, Customers } from '../outboundCalls.ts';

/** What is shown, for each place. */
type ShownAfter = (end: CallEnd) => Promise<Shown[]>;

const AZURE = {
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
} as const;
const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
} as const;

async function scenesOf(ports: Ports, { onAzure, onAws }: Customers) {
  const { imsOrgId, tenantId, subscriptionId, keys } = onAzure;
  const azure = { ...CONNECTED.azure!, tenantId, subscriptionId };
  const onAzureRun = setUp(
    {
      organization: { ...AZURE, imsOrgId, azureTenantId: tenantId },
      connections: { ...CONNECTED, azure },
    },
    keys.AEP,
  );
  const { roleArn, keyArn, keyPolicyTemplate } = onAws.aws;
  const onAwsRun = setUp(
    {
      organization: { ...AWS, imsOrgId: onAws.imsOrgId },
      connections: { adobe: null, azure: null, aws: { roleArn, region: 'us-east-1' } },
    },
    keyArn,
    keyPolicyTemplate,
  );
  const [azureSteps, awsSteps] = [
    await firstObservations(onAzureRun, ports),
    await firstObservations(onAwsRun, ports),
  ];
  return { azureSteps, awsSteps, own: ownCalls(ports) };
}

const CONCLUSIONS = { connected: 'good', failed: 'bad', undecided: 'open' } as const;
const trial: ShownAfter = ({ error }) => {
  const { result, againAfterSeconds } = error
    ? outcomeOfFailure(error.failure, 1, 1)
    : ({ result: 'connected', againAfterSeconds: null } as const);
  const next = againAfterSeconds === null ? '' : `, again in ${againAfterSeconds} s`;
  const shown = { text: `trial ${result}${next}`, conclusion: CONCLUSIONS[result] };
  return Promise.resolve([{ ...shown, isOwnWork: true }]);
};

const FOUND = { PASS: 'good', BLOCK: 'bad', UNKNOWN: 'open' } as const;
/** A person who typed a key identifier, and the run that asks later. */
const probe =
  (later: Scene): ShownAfter =>
  async (end) => {
    const { exists, reason } = end.value as VaultProbeFacts;
    const shown = { text: `exists ${exists} (${reason})`, conclusion: FOUND[exists] };
    const asked = shownOfProbe(later, await after(later, 'vaults.probe', end));
    return [
      { ...shown, isOwnWork: false },
      { ...asked, effect: later.effect.type },
    ];
  };

const SUBSCRIPTION = '22222222-2222-2222-2222-222222222222';
const AT = '2026-11-28T00:00:00.000Z';
const COUNTED = ['GRANTED', 'MISSING', 'UNKNOWN'] as const;

/** What a trial records of a list, and what people see of the permissions, once it is tried so. */
async function listedAfter({ value, error }: CallEnd, attempts: number): Promise<Shown> {
  const azure = { ...CONNECTED.azure!, access: 'WRITE' as const, subscriptionId: SUBSCRIPTION };
  const end = () => (error ? Promise.reject(error) : Promise.resolve(value as ListedPermissions));
  const read = await readLists(permissionScopes(null, azure), end, () => new Date(AT));
  const { result, againAfterSeconds, permissions } = outcomeWithLists(read, attempts, 1);
  const stored = { azure, storedAt: AT, lists: permissions ?? [] };
  const states = permissionProbes(null, stored).map(({ state }) => state);
  const counts = COUNTED.map((one) => [one, states.filter((state) => state === one).length]);
  const text = [
    `trial ${result}${againAfterSeconds === null ? '' : `, again in ${againAfterSeconds} s`}`,
    ...counts.flatMap(([state, count]) => (count === 0 ? [] : [`${state} ${count}`])),
  ].join('; ');
  const isRead = states.some((state) => state !== 'UNKNOWN');
  // A list blocks nothing, so that a trial never fails by it.
  return { text, isOwnWork: true, conclusion: isRead ? 'good' : 'open' };
}

/** The first attempt, and the last one, after which the permissions stay unknown. */
const permissions: ShownAfter = (end) =>
  Promise.all([1, MAX_LIST_ATTEMPTS].map((attempts) => listedAfter(end, attempts)));

/**
 * A call of each effect, in whose cells the effect itself is performed; a new effect is an error of
 * types here. Null: it calls nobody, or reads as `observeStep` does.
 */
export const CALL_OF_EFFECT = {
  observeStep: 'azure.readVault',
  rereadTrack: null,
  submitConfiguration: 'adobe.submitConfiguration',
  pollConfiguration: 'adobe.readConfiguration',
  assignRole: 'azure.assignRole',
  expireApproval: null,
  probeVault: 'vaults.probe',
  planSetup: 'azure.readSetup',
  makeChange: 'azure.createVault',
} as const satisfies Record<EffectType, CallName | null>;

/** By call, on customers of the sandbox while nothing is spoiled. */
export async function shownByCall(
  clouds: Clouds,
  customers: Customers,
): Promise<Record<CallName, ShownAfter>> {
  const { azureSteps, awsSteps, own } = await scenesOf(clouds, customers);
  const on =
    (call: CallName, ...scenes: (Scene | undefined)[]): ShownAfter =>
    (end) =>
      Promise.all(
        scenes.map(async (scene) => ({
          ...shownOf(scene!, await after(scene!, call, end)),
          effect: scene!.effect.type,
        })),
      );
  const setup = setupCalls(clouds);
  const onSetup =
    (call: CallName, ...scenes: SetupScene[]): ShownAfter =>
    (end) =>
      Promise.all(
        scenes.map(async (scene) => ({
          ...shownOfSetup(scene, await after(scene, call, end)),
          effect: scene.effect.type,
        })),
      );
  const noVault = (scene: Scene): Scene => ({
    ...scene,
    ports: ending(scene.ports, 'azure.readVault', { error: notFound() }),
  });
  return {
    'azure.tryCredential': trial,
    'azure.readVault': on('azure.readVault', azureSteps.get('VAULT'), azureSteps.get('NETWORK')),
    'azure.readDeletedVault': on('azure.readDeletedVault', noVault(azureSteps.get('VAULT')!)),
    'azure.readKey': on('azure.readKey', azureSteps.get('KEY')),
    'azure.readServicePrincipal': on('azure.readServicePrincipal', azureSteps.get('CONSENT')),
    'azure.readRoleAssignments': on(
      'azure.readRoleAssignments',
      azureSteps.get('ROLE'),
      own.assign,
    ),
    'azure.readDenyAssignments': on('azure.readDenyAssignments', azureSteps.get('ROLE')),
    'azure.assignRole': on('azure.assignRole', own.assign),
    'azure.readPermissions': permissions,
    'azure.readSetup': onSetup('azure.readSetup', setup.planning, setup.CREATE_VAULT),
    'azure.createVault': onSetup('azure.createVault', setup.CREATE_VAULT),
    'azure.updateVault': onSetup(
      'azure.updateVault',
      setup.ENABLE_PURGE_PROTECTION,
      setup.ADD_NETWORK_RULE,
    ),
    'azure.createKey': onSetup('azure.createKey', setup.CREATE_KEY),
    'azure.putDiagnosticSetting': onSetup(
      'azure.putDiagnosticSetting',
      setup.PUT_DIAGNOSTIC_SETTING,
    ),
    'azure.putLock': onSetup('azure.putLock', setup.PUT_LOCK),
    'vaults.probe': probe(probeCall(clouds, customers.onAzure.keys.AEP)),
    'adobe.tryCredential': trial,
    'adobe.readAppRegistration': on(
      'adobe.readAppRegistration',
      azureSteps.get('APP_REGISTRATION'),
    ),
    'adobe.readConfiguration': on('adobe.readConfiguration', own.submit, own.poll),
    'adobe.submitConfiguration': on('adobe.submitConfiguration', own.submit),
    'aws.tryRole': trial,
    'aws.readKey': on('aws.readKey', awsSteps.get('KEY')),
    'aws.readRotation': on('aws.readRotation', awsSteps.get('KEY')),
    'aws.readKeyPolicy': on('aws.readKeyPolicy', awsSteps.get('POLICY')),
  };
}
