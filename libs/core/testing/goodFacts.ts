/**
 * Contoso, a customer who did everything right; tests change what they are about. Plain data, no
 * clock.
 */
import type { KeyFacts, RoleAssignmentFacts, VaultFacts } from '../src/azureFacts.ts';
import type { StepFacts } from '../src/facts.ts';
import { CJA_APPLICATION_ID } from '../src/applicationId.ts';
import type { Organization } from '../src/organization.ts';
import type { ObservedStepId, StepId, TrackId } from '../src/vocabulary.ts';
import { aKey, anAssignment, APPLICATION, aVault, TENANT } from './exampleFacts.ts';
import { factsOfPlace, type Place } from './factsOfPlace.ts';

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';

export const goodOrganization: Organization = {
  id: '0b5fbd2c-8c75-4a0a-9d44-8a3c3f7f4b11',
  name: 'Contoso',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  ownsCja: false,
  azureTenantId: TENANT,
};

/** An application ID as Adobe gives one; what documents show as a sample is refused (AEP-23). */
export const attestedApplication = '5c0b3f52-9d2e-4a57-8f0e-6f6f2f1f7a01';

const ATTESTED_KEY = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';

/** A reference with which the step may be attested, on Azure and on AWS. */
export const attestedReference = (step: StepId): string =>
  step === 'KEY' ? ATTESTED_KEY : attestedApplication;

export const vaultName = (track: TrackId): string =>
  track === 'AEP' ? 'contoso-cmk' : 'contoso-cja';
export const keyIdentifier = (track: TrackId): string =>
  `https://${vaultName(track)}.vault.azure.net/keys/ajo-cmk/${VERSION}`;

const placeOf = (track: TrackId): Place => ({
  tenantId: TENANT,
  vaultName: vaultName(track),
  vaultId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${vaultName(track)}`,
  keyIdentifier: keyIdentifier(track),
  applicationId: track === 'AEP' ? APPLICATION : CJA_APPLICATION_ID,
  principalId: `aaaaaaaa-0000-4000-8000-00000000000${track === 'AEP' ? 1 : 2}`,
});

export const goodFacts = (track: TrackId, step: ObservedStepId): StepFacts =>
  factsOfPlace(placeOf(track), step);
export const goodVault = (track: TrackId): VaultFacts => {
  const { vaultId, vaultName: name } = placeOf(track);
  return aVault({ name, resourceId: vaultId, vaultUri: `https://${name}.vault.azure.net` });
};
export const goodKey = (track: TrackId): KeyFacts => aKey({ keyIdentifier: keyIdentifier(track) });
export const goodAssignment = (track: TrackId): RoleAssignmentFacts =>
  anAssignment({ scope: placeOf(track).vaultId, principalId: placeOf(track).principalId });
