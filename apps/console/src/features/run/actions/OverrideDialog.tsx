/**
 * Accepts a warning, or a block of a house rule (GAP-19), with a reason that stays in the evidence.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Picker, PickerItem, TextArea } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TrackId } from '../../../generated/enums.ts';
import { refusalFor } from '../../../ui/UserErrorsNotice.tsx';
import { OVERRIDE_CHECK } from '../data/runMutations.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { isAcceptable } from './mayAccept.ts';

interface OverrideDialogProps {
  run: RunView;
  track: TrackId;
  check?: string;
  onClose: () => void;
}

const facts = style({ font: 'body-sm', margin: 0, paddingStart: 16 });

/** What may be accepted on a track now: warnings, and blocks of house rules (GAP-19). */
export function acceptable(run: RunView, track: TrackId): CheckView[] {
  const steps = run.tracks.find((one) => one.id === track)?.steps ?? [];
  return steps.flatMap((step) => step.checks).filter(isAcceptable);
}

export function OverrideDialog({ run, track, check, onClose }: OverrideDialogProps) {
  const intl = useIntl();
  const intent = useKeywayMutation(OVERRIDE_CHECK);
  const [reason, setReason] = useState('');
  const warnings = acceptable(run, track);
  const [chosen, setChosen] = useState(check ?? warnings[0]?.id ?? '');
  const all =
    run.tracks.find((one) => one.id === track)?.steps.flatMap((step) => step.checks) ?? [];
  const about = all.find((one) => one.id === chosen);
  async function send() {
    if (await intent.send({ runId: run.id, track, check: chosen, reason: reason.trim() }))
      onClose();
  }
  return (
    <FormDialog
      title={intl.formatMessage(
        { id: about?.verdict === 'BLOCK' ? 'run.override.titleBlock' : 'run.override.title' },
        { track },
      )}
      text={intl.formatMessage({ id: 'run.override.text' })}
      confirm={intl.formatMessage({ id: 'run.override.confirm' })}
      intent={intent}
      run={run}
      track={track}
      fields={['reason']}
      disabled={reason.trim() === '' || chosen === ''}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {!check && warnings.length > 1 ? (
        <Picker
          label={intl.formatMessage({ id: 'run.override.which' })}
          selectedKey={chosen}
          onSelectionChange={(key) => setChosen(String(key))}
        >
          {warnings.map((one) => (
            <PickerItem key={one.id} id={one.id}>
              {one.title}
            </PickerItem>
          ))}
        </Picker>
      ) : null}
      {about ? (
        <ul className={facts}>
          <li>
            <strong>{about.title}</strong>
          </li>
          <li>
            {intl.formatMessage({ id: 'run.check.observedIs' }, { value: about.observed ?? '—' })}
          </li>
          <li>{intl.formatMessage({ id: 'run.check.expectedIs' }, { value: about.expected })}</li>
          {about.cause ? <li>{about.cause}</li> : null}
        </ul>
      ) : null}
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.override.reason' })}
        description={intl.formatMessage({ id: 'run.override.reasonHint' })}
        value={reason}
        onChange={setReason}
        isInvalid={Boolean(refusalFor(intent.errors, 'reason'))}
        errorMessage={refusalFor(intent.errors, 'reason')}
      />
    </FormDialog>
  );
}
