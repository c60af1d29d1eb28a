/** The steps of each track in their order, and which of them must be done before each. */
import type { StepId, TrackId } from '../../../generated/enums.ts';

/**
 * All steps of any plan. A plan can omit steps: AWS has neither vault nor consent, and only AWS has
 * a key policy, and on AEP a confirmation (AWS-04, AWS-14).
 */
export const STEP_DEPENDENCIES: Record<TrackId, Partial<Record<StepId, readonly StepId[]>>> = {
  AEP: {
    ENTITLEMENT: [],
    VAULT: ['ENTITLEMENT'],
    NETWORK: ['VAULT'],
    KEY: ['VAULT'],
    POLICY: ['KEY'],
    APP_REGISTRATION: ['ENTITLEMENT'],
    CONSENT: ['VAULT', 'APP_REGISTRATION'],
    ROLE: ['CONSENT'],
    APPROVAL: ['NETWORK', 'KEY', 'POLICY', 'ROLE'],
    SUBMISSION: ['APPROVAL'],
    ACTIVATION: ['SUBMISSION'],
    CONFIRMATION: ['ACTIVATION'],
  },
  CJA: {
    ENTITLEMENT: [],
    VAULT: ['ENTITLEMENT'],
    NETWORK: ['VAULT'],
    KEY: ['VAULT'],
    CONSENT: ['VAULT'],
    ROLE: ['CONSENT'],
    APPROVAL: ['NETWORK', 'KEY', 'ROLE'],
    TICKET: ['APPROVAL'],
    CONFIRMATION: ['TICKET'],
  },
};

/** The step of each track that cannot be undone (IRR-01). */
export const POINT_OF_NO_RETURN: Record<TrackId, StepId> = { AEP: 'SUBMISSION', CJA: 'TICKET' };

/** Those of every plan, in their order. */
export const listSteps = (track: TrackId): StepId[] =>
  // Cast: the keys of the table are step IDs by its type.
  Object.keys(STEP_DEPENDENCIES[track]) as StepId[];
