/**
 * Takes back an approval that was given and not used yet, with a reason; by whoever gave it, or an
 * owner.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea } from '@react-spectrum/s2';
import type { TrackId } from '../../../generated/enums.ts';
import { refusalFor } from '../../../ui/UserErrorsNotice.tsx';
import { WITHDRAW_APPROVAL } from '../data/runMutations.ts';
import type { RunView } from '../data/runFields.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';

export function WithdrawDialog({
  run,
  track,
  onClose,
}: {
  run: RunView;
  track: TrackId;
  onClose: () => void;
}) {
  const intl = useIntl();
  const intent = useKeywayMutation(WITHDRAW_APPROVAL);
  const [reason, setReason] = useState('');
  async function send() {
    if (await intent.send({ runId: run.id, track, reason: reason.trim() })) onClose();
  }
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'run.withdraw.title' }, { track })}
      text={intl.formatMessage({ id: 'run.withdraw.text' })}
      confirm={intl.formatMessage({ id: 'run.withdraw.confirm' })}
      variant="negative"
      intent={intent}
      run={run}
      track={track}
      fields={['reason']}
      disabled={reason.trim() === ''}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.withdraw.reason' })}
        value={reason}
        onChange={setReason}
        isInvalid={Boolean(refusalFor(intent.errors, 'reason'))}
        errorMessage={refusalFor(intent.errors, 'reason')}
      />
    </FormDialog>
  );
}
