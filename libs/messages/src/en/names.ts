/** Names of tracks, steps, actors and actions. */
import type { ActionName, PersonalOrigin, StepId, TrackId } from '@keyway/core';

export const tracks = {
  AEP: 'Experience Platform',
  CJA: 'Customer Journey Analytics',
} satisfies Record<TrackId, string>;

export const steps = {
  ENTITLEMENT: 'Entitlement',
  VAULT: 'Vault',
  NETWORK: 'Network',
  KEY: 'Key',
  POLICY: 'Key policy',
  APP_REGISTRATION: 'App registration',
  CONSENT: 'Consent',
  ROLE: 'Role',
  APPROVAL: 'Approval',
  SUBMISSION: 'Submission',
  ACTIVATION: 'Activation',
  TICKET: 'Ticket',
  CONFIRMATION: 'Confirmation',
} satisfies Record<StepId, string>;

/** As named after “waiting on”. */
export const actor = `{actor, select,
  PARTNER {{team, select, none {{partner, select, none {the partner} other {{partner}}}} other {your team}}}
  AZURE_ADMIN {{organization}’s Azure admin}
  ENTRA_ADMIN {{organization}’s Entra admin}
  AWS_ADMIN {{organization}’s AWS admin}
  APPROVER {an approver}
  OWN_APPROVER {an approver of {organization}}
  ADOBE {Adobe}
  other {Keyway}
}`;

/** Labels of buttons. */
export const actions = {
  attestStep: 'Attest',
  provideKey: 'Provide key',
  provideKeyPolicy: 'Provide Adobe’s policy',
  connectAdobe: 'Connect Adobe',
  connectAzure: 'Connect Azure',
  connectAws: 'Connect AWS',
  approve: 'Approve',
  refuse: 'Refuse',
  withdrawApproval: 'Withdraw approval',
  submitConfiguration: 'Submit to Adobe',
  requestApproval: 'Request approval',
  overrideCheck: 'Accept warning',
  recordTicket: 'Record case',
  confirmCja: 'Record confirmation',
  retryStep: 'Try again',
  verify: 'Check now',
  planSetup: 'Let Keyway set this up',
  confirmSetup: 'Confirm changes',
  cancelSetup: 'Cancel set-up',
  cancelRun: 'Cancel run',
} satisfies Record<ActionName, string>;

/** Labels of the same actions where they correct what the run does not wait for. */
export const corrections = {
  provideKey: 'Change key',
  provideKeyPolicy: 'Change Adobe’s policy',
  overrideCheck: 'Override check',
} satisfies Partial<Record<ActionName, string>>;

/** Where a person acted from, as named after their name: `Ana Approver (console)`. */
export const origins = {
  console: 'console',
  apiToken: 'API token',
  bootstrapToken: 'bootstrap token',
  handOff: 'hand-off',
} satisfies Record<PersonalOrigin, string>;

export const worker = 'Keyway worker';
