/** Steps as tests call them. */
import type { StepId } from '@keyway/core';

export const STEP_NAMES = {
  entitlement: 'ENTITLEMENT',
  vault: 'VAULT',
  network: 'NETWORK',
  key: 'KEY',
  appRegistration: 'APP_REGISTRATION',
  consent: 'CONSENT',
  role: 'ROLE',
  approval: 'APPROVAL',
  submission: 'SUBMISSION',
  activation: 'ACTIVATION',
  ticket: 'TICKET',
  confirmation: 'CONFIRMATION',
} as const satisfies Record<string, StepId>;
export type StepName = keyof typeof STEP_NAMES;

/** The name that tests give to a step. */
export function stepNameOf(step: StepId): StepName {
  const found = Object.entries(STEP_NAMES).find(([, id]) => id === step);
  return found![0] as StepName;
}
