/** What an observation of each step reads at one place where everything is as it should be. */
import type { StepFacts } from '../src/facts.ts';
import type { ObservedStepId } from '../src/vocabulary.ts';
import { policyStep } from './awsFacts.ts';
import { aKey, anAssignment, aPrincipal, aRegistration, aVault, seen } from './exampleFacts.ts';

/** Where a track's things are. */
export interface Place {
  tenantId: string;
  vaultName: string;
  /** ARM resource ID. */
  vaultId: string;
  /** Versioned. */
  keyIdentifier: string;
  applicationId: string;
  /** Object ID of Adobe's service principal. */
  principalId: string;
}

export function factsOfPlace(place: Place, step: ObservedStepId): StepFacts {
  const { tenantId, vaultName, vaultId, applicationId, principalId } = place;
  const vault = aVault({
    tenantId,
    name: vaultName,
    resourceId: vaultId,
    vaultUri: `https://${vaultName}.vault.azure.net`,
  });
  switch (step) {
    case 'VAULT':
      return { step, vault: seen(vault), deletedVault: null, otherOrganizations: 0 };
    case 'NETWORK':
      return { step, vault: seen(vault) };
    case 'KEY':
      return { step, key: seen(aKey({ keyIdentifier: place.keyIdentifier })) };
    case 'POLICY':
      return policyStep();
    case 'APP_REGISTRATION':
      return { step, registration: seen(aRegistration()) };
    case 'CONSENT':
      return {
        step,
        servicePrincipal: seen(
          aPrincipal({ tenantId, appId: applicationId, objectId: principalId }),
        ),
      };
    case 'ROLE': {
      const id = `${vaultId}/providers/Microsoft.Authorization/roleAssignments/1`;
      return {
        step,
        assignments: seen([
          anAssignment({ id, scope: vaultId, principalId, createdAt: '2026-01-05T08:00:00.000Z' }),
        ]),
      };
    }
  }
}
