/**
 * All scenarios by name. The compiler sees to it that each one is complete.
 */
import { accessPolicyVault } from './accessPolicyVault.ts';
import { adobeFails } from './adobeFails.ts';
import { adobeUnknownStatus } from './adobeUnknownStatus.ts';
import { denyAssignment } from './denyAssignment.ts';
import { emptySubscription } from './emptySubscription.ts';
import { expiredKey } from './expiredKey.ts';
import { firewallWithoutAdobe } from './firewallWithoutAdobe.ts';
import { happyPath } from './happyPath.ts';
import { lockDenied } from './lockDenied.ts';
import { managedHsm } from './managedHsm.ts';
import { noPurgeProtection } from './noPurgeProtection.ts';
import { noWrapKey } from './noWrapKey.ts';
import { olderVersion } from './olderVersion.ts';
import { readerDenied } from './readerDenied.ts';
import { restrictedNetwork } from './restrictedNetwork.ts';
import { retention30 } from './retention30.ts';
import { roleMissing } from './roleMissing.ts';
import { rolePropagating } from './rolePropagating.ts';
import { rsa2048 } from './rsa2048.ts';
import { sharedVault } from './sharedVault.ts';
import { slowAdobe } from './slowAdobe.ts';
import { throttledEverywhere } from './throttledEverywhere.ts';
import { versionlessKey } from './versionlessKey.ts';
import { wrongTenantConsent } from './wrongTenantConsent.ts';
import type { Scenario } from './scenario.ts';

export const scenarios = {
  accessPolicyVault,
  adobeFails,
  adobeUnknownStatus,
  denyAssignment,
  emptySubscription,
  expiredKey,
  firewallWithoutAdobe,
  happyPath,
  lockDenied,
  managedHsm,
  noPurgeProtection,
  noWrapKey,
  olderVersion,
  readerDenied,
  restrictedNetwork,
  retention30,
  roleMissing,
  rolePropagating,
  rsa2048,
  sharedVault,
  slowAdobe,
  throttledEverywhere,
  versionlessKey,
  wrongTenantConsent,
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const isScenario = (name: unknown): name is ScenarioName =>
  typeof name === 'string' && Object.hasOwn(scenarios, name);
