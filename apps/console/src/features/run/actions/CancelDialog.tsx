/** Ends a run before its point of no return, with a reason. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea } from '@react-spectrum/s2';
import { refusalFor } from '../../../ui/UserErrorsNotice.tsx';
import { CANCEL_RUN } from '../data/runMutations.ts';
import type { RunView } from '../data/runFields.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';

export function CancelDialog({ run, onClose }: { run: RunView; onClose: () => void }) {
  const intl = useIntl();
  const intent = useKeywayMutation(CANCEL_RUN);
  const [reason, setReason] = useState('');
  async function send() {
    if (await intent.send({ runId: run.id, reason: reason.trim() })) onClose();
  }
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'run.cancel.title' }, { name: run.organization.name })}
      text={intl.formatMessage({ id: 'run.cancel.text' })}
      confirm={intl.formatMessage({ id: 'run.cancel.confirm' })}
      variant="negative"
      intent={intent}
      run={run}
      fields={['reason']}
      disabled={reason.trim() === ''}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.cancel.reason' })}
        value={reason}
        onChange={setReason}
        isInvalid={Boolean(refusalFor(intent.errors, 'reason'))}
        errorMessage={refusalFor(intent.errors, 'reason')}
      />
    </FormDialog>
  );
}
