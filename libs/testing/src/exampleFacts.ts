/** Facts under which every check passes, for a track of a run; tests change what they are about. */
import {
  CJA_APPLICATION_ID,
  type ObservedStepId,
  type Run,
  type StepFacts,
  type StepId,
  type TrackId,
} from '@keyway/core';
import { factsOfPlace } from '@keyway/core/testing';

/** The Entra tenant of every example's vault, consent and connection. */
export const EXAMPLE_TENANT = '11111111-2222-4333-8444-555555555555';
export const EXAMPLE_SUBSCRIPTION = '22222222-2222-4222-8222-222222222222';
/** The app that Adobe registered for the organization. */
export const EXAMPLE_APPLICATION = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
const KEY_VERSION = '02cee357ad5d4c72b2b04881fdffd626';

/**
 * AEP's and CJA's vaults are two (CJA-04); named after the organization, so that no two
 * organizations share one.
 */
export function exampleVaultName(run: Pick<Run, 'organization'>, track: TrackId): string {
  return `kv-${run.organization.imsOrgId.slice(0, 16).toLowerCase()}-${track.toLowerCase()}`;
}

export const exampleVaultId = (run: Pick<Run, 'organization'>, track: TrackId): string =>
  `/subscriptions/${EXAMPLE_SUBSCRIPTION}/resourceGroups/cmk/providers/Microsoft.KeyVault/vaults/${exampleVaultName(run, track)}`;

/** The versioned identifier of the example's key, in the vault of `exampleVaultName`. */
export const exampleKeyIdentifier = (run: Pick<Run, 'organization'>, track: TrackId): string =>
  `https://${exampleVaultName(run, track)}.vault.azure.net/keys/ajo-cmk/${KEY_VERSION}`;

/** On AWS; of each organization another one, since two of them should not share a key (VAL-09). */
function exampleKeyArn({ organization }: Pick<Run, 'organization'>): string {
  const hex = organization.imsOrgId.slice(0, 24).toLowerCase();
  const keyId = [hex.slice(0, 8), hex.slice(8, 12), '4abc', '8abc', hex.slice(12)].join('-');
  return `arn:aws:kms:us-east-1:111122223333:key/${keyId}`;
}

/** As Adobe gives one; the sample of its documentation is refused where it is typed (AEP-23). */
const ATTESTED_APPLICATION = '5c0b3f52-9d2e-4a57-8f0e-6f6f2f1f7a01';

/** What an attestation of this step has to name (AEP-21, AWS-10). */
export function exampleReference(run: Run, track: TrackId, step: StepId): string | null {
  if (step === 'APP_REGISTRATION') return ATTESTED_APPLICATION;
  const namesKey = step === 'KEY' && run.organization.cloud === 'AWS' && !run.tracks[track].key;
  return namesKey ? exampleKeyArn(run) : null;
}

/** What is observed of this step where everything is as it should be. */
export const exampleFacts = (run: Run, track: TrackId, step: ObservedStepId): StepFacts =>
  factsOfPlace(
    {
      tenantId: EXAMPLE_TENANT,
      vaultName: exampleVaultName(run, track),
      vaultId: exampleVaultId(run, track),
      keyIdentifier: exampleKeyIdentifier(run, track),
      applicationId: track === 'AEP' ? EXAMPLE_APPLICATION : CJA_APPLICATION_ID,
      principalId: `aaaaaaaa-0000-4000-8000-00000000000${track === 'AEP' ? 1 : 2}`,
    },
    step,
  );
