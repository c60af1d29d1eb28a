/** The steps of each track in their order, and which of them must be done before each. */
import type { StepId, TrackId } from '../../../generated/enums.ts';

/** All steps of any plan. A plan can omit steps: AWS has neither vault nor consent. */
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

/** Only the AWS plan has them: a key policy, and on AEP a confirmation (AWS-04, AWS-14). */
const AWS_STEPS: readonly StepId[] = ['POLICY', 'CONFIRMATION'];

/** The steps of the Azure plan. */
export function listAzureSteps(track: TrackId): StepId[] {
  const steps = Object.keys(STEP_DEPENDENCIES[track]) as StepId[];
  return track === 'AEP' ? steps.filter((step) => !AWS_STEPS.includes(step)) : steps;
}
