/** What a person does on a step of this run, with this organization's values filled in. */
import { type Locale, planStep, type Run, type StepId, type TrackId } from '@keyway/core';
import {
  activationInstructions,
  appRegistrationInstructions,
  approvalInstructions,
  confirmationInstructions,
  entitlementInstructions,
  submissionInstructions,
  ticketInstructions,
} from './adobe.ts';
import { awsInstructions } from './aws.ts';
import type { AwsAccess } from './awsAccessScript.ts';
import { consentInstructions } from './consent.ts';
import { writeInstructions, type Draft, type Instructions } from './instruction.ts';
import { keyInstructions } from './key.ts';
import { networkInstructions } from './network.ts';
import { roleInstructions } from './role.ts';
import { settingOf, type Setting } from './setting.ts';
import { vaultInstructions } from './vault.ts';

/** The plan of Azure has every step but POLICY. */
const ON_AZURE = {
  ENTITLEMENT: entitlementInstructions,
  VAULT: vaultInstructions,
  NETWORK: networkInstructions,
  KEY: keyInstructions,
  APP_REGISTRATION: appRegistrationInstructions,
  CONSENT: consentInstructions,
  ROLE: roleInstructions,
  APPROVAL: approvalInstructions,
  SUBMISSION: submissionInstructions,
  ACTIVATION: activationInstructions,
  TICKET: ticketInstructions,
  CONFIRMATION: confirmationInstructions,
} satisfies Record<Exclude<StepId, 'POLICY'>, (setting: Setting) => Draft>;

/** Null where the track does not apply or has no such step. */
export function instructionsFor(
  run: Run,
  track: TrackId,
  step: StepId,
  locale: Locale,
  { byLink = false, awsAccess = null }: { byLink?: boolean; awsAccess?: AwsAccess | null } = {},
): Instructions | null {
  if (!run.tracks[track].applicable || !planStep(run, track, step)) return null;
  const setting = settingOf(run, track, locale, byLink);
  const draft =
    run.organization.cloud === 'AWS' || step === 'POLICY'
      ? awsInstructions(step, setting, awsAccess)
      : ON_AZURE[step](setting);
  return draft && writeInstructions(draft, run.tracks[track].steps[step]?.checks ?? [], locale);
}
