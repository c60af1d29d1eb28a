import type { ReasonOf } from '@keyway/core';

export const stepRefusals = {
  activationCompleted: 'Adobe already reported COMPLETED.',
  checkHasNoResult: 'Check {check} has no result on the {track} track.',
  checkNeverAccepted:
    'The policy of this organization lets nobody accept this check. Correct what it found.',
  checkNotOverridable: 'This check blocks and can’t be overridden. Fix its cause.',
  checkPasses: 'This check passes, so there is nothing to accept.',
  checkUnknown: 'This check has no result yet. Unknown results can’t be overridden.',
  cloudNotConnected: 'Connect the cloud first ({mutation}), or attest the step.',
  doneThroughAdobe: '{step} is done through the connection to Adobe and can’t be attested.',
  failingCheckNotAttestable: 'A failing check can’t be attested. Fix its cause.',
  keyNotProvided: 'Provide the key of this track first (provideKey).',
  keyPolicyNotProvided:
    'Provide the key policy of the organization’s page at Adobe first (provideKeyPolicy).',
  overrideReasonMissing: 'Give a reason for accepting this result.',
  statementMissing: 'Describe what was done and how you know.',
  stepDone: '{step} is already done.',
  stepFailed: '{step} failed. Retry it first (retryStep).',
  stepLocked: '{step} is locked. Complete {open} first.',
  stepNeedsAccount:
    'This can’t be undone, so it needs somebody who signs in: it can’t be done by a hand-off.',
  keyOfRunStays:
    'The run already has the key {key}, and an import never replaces one. To use another key, provide it in the run.',
  keyProvidedMeanwhile:
    'Somebody else just provided {key}. Review it, then provide yours again if it should replace that one.',
  keyNeedsAccount:
    'Somebody who signs in says which key it is (provideKey). Then it can be attested by a hand-off.',
  stepNotAttestable: '{step} can’t be attested. Use the mutation for this step.',
  stepNotFailed: '{step} did not fail. To check it again, use verify.',
  stepNotHandedOff:
    'This step is not among the open steps of this hand-off. It may be done already.',
  stepNotOnTrack: 'The {track} track has no step {step}. Its steps: {steps}.',
  stepNotReadable:
    '{step} can’t be read, because an earlier step was attested instead of verified. Verify that step, or attest this one too.',
  stepNotVerifiable: '{step} can’t be verified, because it is not read from a cloud.',
  stepVerifiable: 'The connected cloud can verify this step. Verify it instead of attesting.',
  submissionRunning: 'The configuration is being submitted. Wait until the outcome is known.',
  trackMissing: 'Name the track of the step, AEP or CJA.',
  stepMissing: 'Name the step.',
  trackNotApplicable: 'The {track} track does not apply to this organization.',
  trackPastNoReturn: 'This track is past its point of no return.',
  trackWorkStays:
    'On {track}, steps that depend on the key are attested, or an approval is requested or given. Providing a key would undo that, and an import undoes nothing. Provide the key in the run.',
  vaultIsPlanned:
    'Keyway sets up this vault for {track}, and CJA needs its own vault (CJA-04). Use another one, or cancel that set-up first.',
  vaultNotSeparate: 'CJA needs its own vault. This one is the AEP vault (CJA-04).',
  vaultOfRunStays:
    'The run already has this key, with {vault, select, none {no vault resource ID} other {the vault resource ID {vault}}}. An import never changes it. To use another one, provide the key in the run.',
} satisfies Record<ReasonOf<'step'>, string>;
