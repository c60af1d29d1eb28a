/** Reads the facts of one step. What it depends on and was not read yet makes it unreadable. */
import {
  applicationIdOf,
  keyOf,
  OWN_CODES,
  principalOf,
  vaultOf,
  type Observed,
  type ObservedStepId,
  type RunDraft,
  type StepFacts,
  type TrackId,
  type VaultFacts,
  type VaultReference,
} from '@keyway/core';
import type { EffectContext } from '../effects/effectContext.ts';
import { observe } from './observe.ts';
import { keyPolicyFacts, kmsKeyFacts } from './readAwsFacts.ts';
import {
  keyFacts,
  principalFacts,
  readVault,
  roleFacts,
  vaultFacts,
  type LocatedVault,
} from './readFacts.ts';

/** What reading facts needs: of an effect's context, nothing that changes anything. */
export type ObserveContext = Pick<
  EffectContext,
  | 'azure'
  | 'adobe'
  | 'aws'
  | 'azureConnection'
  | 'adobeConnection'
  | 'awsConnection'
  | 'otherOrganizationsSharing'
  | 'signal'
>;

type Reader = (run: RunDraft, track: TrackId, context: ObserveContext) => Promise<StepFacts>;

/** What the observation depends on has not been read yet. */
const NOT_READ_YET: Observed<never> = {
  outcome: 'unreadable',
  failure: {
    kind: 'unavailable',
    message: '',
    status: null,
    code: OWN_CODES.notReadYet,
    permission: null,
    retryAfterSeconds: null,
  },
};

function vaultReference(run: RunDraft, track: TrackId): VaultReference | null {
  const key = keyOf(run, track);
  if (!key) return null;
  return {
    kind: key.kind,
    name: key.vault,
    resourceId: run.tracks[track].key?.vaultResourceId ?? vaultOf(run, track)?.resourceId ?? null,
  };
}

const vaultOfTrack = async (
  reference: VaultReference | null,
  context: ObserveContext,
): Promise<Observed<VaultFacts>> => (reference ? readVault(reference, context) : NOT_READ_YET);

function locatedVault(run: RunDraft, track: TrackId): LocatedVault | null {
  const vault = vaultOf(run, track);
  return vault ? { kind: vault.kind, name: vault.name, resourceId: vault.resourceId } : null;
}

const READERS = {
  VAULT: async (run, track, context) => {
    const reference = vaultReference(run, track);
    const vault = await vaultOfTrack(reference, context);
    return vaultFacts(reference, vault, keyOf(run, track)?.vaultUri ?? '', context);
  },
  NETWORK: async (run, track, context) => ({
    step: 'NETWORK',
    vault: await vaultOfTrack(vaultReference(run, track), context),
  }),
  KEY: async (run, track, context) => {
    if (run.organization.cloud === 'AWS') {
      const arn = run.tracks[track].key?.identifier;
      if (arn) return kmsKeyFacts(arn, context);
      return { step: 'KEY', kmsKey: NOT_READ_YET, rotation: NOT_READ_YET };
    }
    const [vault, key] = [locatedVault(run, track), keyOf(run, track)];
    if (!vault || !key) return { step: 'KEY', key: NOT_READ_YET };
    return keyFacts(vault, { name: key.key, version: key.version }, context);
  },
  APP_REGISTRATION: async (_run, _track, context) => ({
    step: 'APP_REGISTRATION',
    registration: await observe(async () =>
      context.adobe.readAppRegistration(await context.adobeConnection(), {
        signal: context.signal,
      }),
    ),
  }),
  CONSENT: async (run, track, context) => {
    const applicationId = applicationIdOf(run, track);
    if (!applicationId) return { step: 'CONSENT', servicePrincipal: NOT_READ_YET };
    return principalFacts(applicationId, context);
  },
  POLICY: async (run, track, context) => {
    const arn = run.tracks[track].key?.identifier;
    return arn ? keyPolicyFacts(arn, context) : { step: 'POLICY', keyPolicy: NOT_READ_YET };
  },
  ROLE: async (run, track, context) => {
    const [vault, key] = [locatedVault(run, track), keyOf(run, track)];
    const principalObjectId = principalOf(run, track);
    if (!vault || !key || !principalObjectId) return { step: 'ROLE', assignments: NOT_READ_YET };
    return roleFacts(vault, { keyName: key.key, principalObjectId }, context);
  },
} satisfies Record<ObservedStepId, Reader>;

export const observeFacts = (
  run: RunDraft,
  track: TrackId,
  step: ObservedStepId,
  context: ObserveContext,
): Promise<StepFacts> => READERS[step](run, track, context);
