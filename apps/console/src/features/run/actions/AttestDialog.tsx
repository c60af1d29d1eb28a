/**
 * Records that a step is done where Keyway cannot verify it: a statement, and a reference if there
 * is one (ENT-04).
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Checkbox, TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { ATTEST_STEP } from './dialogMutations.ts';
import type { RunView } from '../data/runFields.ts';
import { ConfirmOrganization, isTyped } from '../decision/ConfirmOrganization.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { findOfferedAction } from './findOfferedAction.ts';
import { OTHER_TRACK, useBothTracks } from './useBothTracks.ts';

const note = style({ font: 'body-sm', margin: 0 });

interface AttestDialogProps {
  run: RunView;
  track: TrackId;
  step: StepId;
  onClose: () => void;
}

export function AttestDialog({ run, track, step, onClose }: AttestDialogProps) {
  const intl = useIntl();
  const { mutation, isFirstDone, send: sendBoth } = useBothTracks(ATTEST_STEP, onClose);
  const [statement, setStatement] = useState('');
  const [typed, setTyped] = useState('');
  const [isForBoth, setForBoth] = useState(false);
  const other = OTHER_TRACK[track];
  // One contract can be for both (ENT-01); that CJA has more to confirm is said there (ENT-03).
  const mayBeForBoth =
    step === 'ENTITLEMENT' && findOfferedAction(run, 'attestStep', other, step) !== null;
  // This can't be undone, so it needs the same confirmation as a submission by Keyway (IRR-09).
  const isNoReturn = step === 'SUBMISSION';
  const approvedName = isNoReturn
    ? (run.tracks.find((one) => one.id === track)?.approval?.configurationName ?? null)
    : null;
  const [reference, setReference] = useState(approvedName ?? '');
  const title =
    run.tracks.find((one) => one.id === track)?.steps.find((one) => one.id === step)?.title ?? step;
  function send() {
    const common = {
      runId: run.id,
      track,
      step,
      statement: statement.trim(),
      reference: reference.trim() || null,
    };
    const input = isNoReturn ? { ...common, confirmImsOrgId: typed.trim() } : common;
    // Also where the other one is offered no more by now: the first one must not be sent again.
    const isOtherWanted = isFirstDone || (mayBeForBoth && isForBoth);
    sendBoth(input, isOtherWanted ? { ...common, track: other } : null);
  }
  const texts = referenceTexts(run, step, approvedName !== null);
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'run.attest.title' }, { step: title, track })}
      text={intl.formatMessage({ id: isNoReturn ? 'run.attest.textNoReturn' : 'run.attest.text' })}
      confirm={intl.formatMessage({ id: 'action.attestStep' })}
      mutation={mutation}
      fields={['statement', 'reference', 'confirmImsOrgId']}
      variant={isNoReturn ? 'negative' : 'accent'}
      isDisabled={
        statement.trim() === '' || (isNoReturn && !isTyped(typed, run.organization.imsOrgId))
      }
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.attest.statement' })}
        description={intl.formatMessage({ id: 'run.attest.statementHint' })}
        value={statement}
        onChange={setStatement}
        {...toFieldProps(mutation.errors, 'statement')}
      />
      <TextField
        label={intl.formatMessage({ id: texts.label })}
        description={intl.formatMessage({ id: texts.hint })}
        isRequired={approvedName !== null}
        value={reference}
        onChange={setReference}
        {...toFieldProps(mutation.errors, 'reference')}
      />
      {mayBeForBoth ? (
        <Checkbox isSelected={isForBoth} isDisabled={isFirstDone} onChange={setForBoth}>
          {intl.formatMessage({ id: `run.attest.also.${other}` })}
        </Checkbox>
      ) : null}
      {isFirstDone && mutation.errors.length > 0 ? (
        <p className={note}>
          {intl.formatMessage(
            { id: 'run.attest.firstDone' },
            {
              first: intl.formatMessage({ id: `track.${track}` }),
              second: intl.formatMessage({ id: `track.${other}` }),
            },
          )}
        </p>
      ) : null}
      {isNoReturn ? (
        <ConfirmOrganization
          imsOrgId={run.organization.imsOrgId}
          value={typed}
          onChange={setTyped}
          errors={mutation.errors}
        />
      ) : null}
    </FormDialog>
  );
}

/** The label and the hint of the reference. For some steps it must be a specific value. */
function referenceTexts(run: RunView, step: StepId, hasApprovedName: boolean) {
  if (hasApprovedName) return { label: 'run.submit.name', hint: 'run.attest.nameHint' } as const;
  // An app registration is attested with the Application ID from Adobe's page (AEP-21).
  if (step === 'APP_REGISTRATION')
    return { label: 'run.attest.applicationId', hint: 'run.attest.applicationIdHint' } as const;
  if (step === 'KEY' && run.organization.cloud === 'AWS')
    return { label: 'run.attest.keyArn', hint: 'run.attest.keyArnHint' } as const;
  return { label: 'run.attest.reference', hint: 'run.attest.referenceHint' } as const;
}
