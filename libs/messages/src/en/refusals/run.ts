import type { ReasonOf } from '@keyway/core';

export const runRefusals = {
  bulkAssignmentMissing: 'Say who becomes responsible, or when the runs should be done.',
  bulkItemFailed: 'Keyway failed to do this several times. Try it again for this organization.',
  bulkJobNotFound: 'This bulk job doesn’t exist.',
  bulkKeysByImport:
    'Keys are provided to many organizations by an import whose file has columns for them (importOrganizations).',
  bulkNothing: 'No organization matches. Choose others.',
  bulkOrganizationUnseen: 'Whoever started the job has no access to this organization any more.',
  bulkReferenceOfEach:
    'At {step}, the attestation names what each organization has of its own. Attest it one by one.',
  bulkStarterGone: 'Whoever started the job has no access any more, so the rest of it was skipped.',
  cancelReasonMissing: 'Give a reason for canceling the run.',
  configurationOfEarlierRun:
    'An earlier run submitted this organization’s configuration. There can be only one (IRR-04).',
  dryRunKeyElsewhere: 'Planned key {row, number} is for an organization that is not chosen.',
  dryRunKeyNotChecked:
    'Planned key {row, number} is for {track}, which is not among the tracks to check.',
  dryRunKeyNotOnAws:
    'An organization on AWS has no key for CJA, because Adobe set up Customer Journey Analytics there. Plan its key for AEP.',
  dryRunKeyOfTwo:
    'Planned key {row, number} has the organizationId of one organization and the imsOrgId of another. Correct one of them, or leave it out.',
  dryRunKeyOfWhom: 'Planned key {row, number} needs an organizationId or an imsOrgId.',
  dryRunKeyTwice:
    'Planned key {row, number} is the second one for the same organization and track. Keep one of them.',
  dryRunNotFound: 'This dry run doesn’t exist.',
  dryRunTracksMissing: 'Choose at least one track, or leave the list out for both.',
  dryRunsOpen:
    '{max, plural, one {# dry run is} other {# dry runs are}} under way. Wait for one of them to end, or cancel one.',
  organizationHasNoRun: 'This organization has no run.',
  organizationsMissing: 'Name organizations or give a filter. An empty filter selects all of them.',
  runCancelled: 'This run was canceled and can’t be changed.',
  runCompleted: 'This run is complete and can’t be changed.',
  runExistsCompleted: 'This organization already has a completed run.',
  runExistsOpen: 'This organization already has an open run. Continue or cancel it.',
  runNotFound: 'This run doesn’t exist.',
  runStarted: 'This run was already started.',
  runSubmitted:
    'The configuration was, or may have been, submitted to Adobe, which can’t be undone. The run stays open until its outcome is known (IRR-01).',
  tooManyMatches: 'More than {max, number} organizations match. Narrow the filter.',
  tooManyOrganizations: 'Name at most {max, number} organizations.',
} satisfies Record<ReasonOf<'run'>, string>;
