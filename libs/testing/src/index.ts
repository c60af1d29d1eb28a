/**
 * What tests share: a database a file, a clock, and runs brought to any point by the real
 * transitions.
 */
export { aDatabase, type TestDatabase } from './aDatabase.ts';
export { aMember, NO_ADMISSION, type PersonOptions } from './aMember.ts';
export { aBlackHole, type BlackHole } from './aBlackHole.ts';
export { aCertificate, type CertificateOptions } from './aCertificate.ts';
export { anAddress, type MovableAddress } from './anAddress.ts';
export { aRelay, directions, type Relay, type RelayedPair } from './aRelay.ts';
export { aProxy, type TestProxy } from './aProxy.ts';
export type { PostgresServer } from './aPostgresServer.ts';
export { postgresServers, type PostgresServers } from './postgresServers.ts';
export { aClock, type TestClock } from './aClock.ts';
export { collectPlans, type CollectedPlans, type PlanNode } from './collectPlans.ts';
export { MAX_WAIT_MILLISECONDS, within } from './maxWait.ts';
export { WORKER } from '@keyway/core';
export { partnerlessReads, partnerlessScans, type CrossPartner } from './partnerlessReads.ts';
export { stepNameOf } from './stepNames.ts';
export { APPROVER, aRun, continuing, observedVault, OPERATOR, RunBuilder } from './aRun.ts';
export {
  EXAMPLE_TENANT,
  exampleFacts,
  exampleKeyIdentifier,
  exampleVaultName,
} from './exampleFacts.ts';
export {
  requireAccepted,
  anImsOrgId,
  anOccurrence,
  anyTask,
  aPartner,
  requireApplied,
  requireDone,
  type TestPartner,
} from './aPartner.ts';
export {
  aSandbox,
  type SandboxCustomer,
  type SandboxLedgerRow,
  type TestSandbox,
} from './aSandbox.ts';
export { freePort, MOTO_PYTHON, startMoto, type Moto } from './startMoto.ts';
export type { ProbeResult } from './upgradeProbe.ts';
