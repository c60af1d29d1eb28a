/** What is unusual about a run, by the code that the run keeps. */
import type { AnomalyCode } from '@keyway/core';

export const anomalies = {
  statusNotRead:
    'Adobe’s status could not be read several times in a row: {answer}. The last status that was read is shown.',
  statusWentBack: 'Adobe’s status went back from {from} to {to}.',
  otherConfiguration:
    'Adobe’s answer for {name} names organization {imsOrgId} and key {key}, which are not what was sent.',
  foundBefore:
    'Adobe had a configuration named {name} for this key before this submission. It is used, and this submission sent nothing.',
  blockedAfterTicket:
    'The facts were read again after the case was recorded, and this no longer holds: {checks}. Correct it, or report the difference to Adobe Customer Care.',
  attestedButChanged:
    '{by} attested that the configuration was saved, and the facts read then are not those that were approved{steps, select, none {} other {: {steps}}}. The submission does not count. Check Adobe’s page: if the key is there, correct what changed, have it approved, and attest again.',
  changedAfterAttestation:
    'The run changed after its submission was attested. No longer done then: {steps}.',
} satisfies Record<Exclude<AnomalyCode, 'stored'>, string>;

/** A check in a list of several. */
export const namedCheck = '“{title}”{observed, select, none {} other {: {observed}}}';
