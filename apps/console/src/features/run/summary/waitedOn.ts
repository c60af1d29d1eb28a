/** Who is waited on while a step is open. */
import type { StepId } from '../../../generated/enums.ts';

/** `us`: whoever sets the keys up, and approves. */
export type Waited = 'us' | 'customer' | 'adobe';

/** Whose turn each step is, as the plan has it; APP_REGISTRATION needs nobody once connected. */
export const WAITED_ON: Readonly<Record<StepId, Waited>> = {
  ENTITLEMENT: 'us',
  VAULT: 'customer',
  NETWORK: 'customer',
  KEY: 'customer',
  POLICY: 'customer',
  APP_REGISTRATION: 'us',
  CONSENT: 'customer',
  ROLE: 'customer',
  APPROVAL: 'us',
  SUBMISSION: 'us',
  ACTIVATION: 'adobe',
  TICKET: 'us',
  CONFIRMATION: 'adobe',
};
