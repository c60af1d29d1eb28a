/** What people see of a track's tenant after its vault was asked later, by the run's own effect. */
import { tenantConfirmation, tenantOf, type Effect, type Run } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { again, ownWork, type Ports, type Scene, type Shown } from './endedCalls.ts';

/** Of an organization without a connection, whose vault did not answer at first. */
export function probeCall(ports: Ports, keyIdentifier: string): Scene {
  const driven = new DrivenRun({
    organization: { azureTenantId: null },
    connections: { adobe: null, azure: null },
  });
  const entitled = { statement: 'Contract seen', reference: 'C-1' };
  driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...entitled });
  const provided = { keyIdentifier, vaultResourceId: null, askVaultLater: true } as const;
  driven.must('keyProvided', { track: 'AEP', ...provided });
  return ownWork('asking the vault later', 'VAULT', 'probeVault', driven, ports);
}

/** `run: tenant asking; probeVault in 1 s`. */
export function shownOfProbe(
  { now }: Scene,
  { run, effects }: { run: Run; effects: Effect[] },
): Shown {
  const confirmed = tenantConfirmation(run, 'AEP');
  const next = effects.filter(({ type }) => type === 'probeVault');
  const named = tenantOf(run, 'AEP') === null ? 'without a tenant' : 'with a tenant';
  const text = [`run ${named}, confirmed ${confirmed}`, ...next.map((one) => again(one, now))];
  const conclusion = confirmed === 'yes' ? 'good' : 'open';
  return { text: text.join('; '), isOwnWork: true, conclusion };
}
