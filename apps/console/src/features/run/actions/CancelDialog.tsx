/** Cancels a run before its point of no return. */
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { CANCEL_RUN } from './dialogMutations.ts';
import type { RunView } from '../data/runFields.ts';

export function CancelDialog({ run, onClose }: { run: RunView; onClose: () => void }) {
  const intl = useIntl();
  const mutation = useKeywayMutation(CANCEL_RUN, { onDone: onClose });
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'run.cancel.title' }, { name: run.organization.name })}
      text={intl.formatMessage({ id: 'run.cancel.text' })}
      confirm={intl.formatMessage({ id: 'action.cancelRun' })}
      dismiss={intl.formatMessage({ id: 'run.cancel.dismiss' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      mutation={mutation}
      onSubmit={(reason) => mutation.send({ runId: run.id, reason })}
      onClose={onClose}
    />
  );
}
