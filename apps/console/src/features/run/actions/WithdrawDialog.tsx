/** Withdraws an approval that has not been used. */
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { WITHDRAW_APPROVAL } from './dialogMutations.ts';
import type { RunView } from '../data/runFields.ts';

interface WithdrawDialogProps {
  run: RunView;
  track: TrackId;
  onClose: () => void;
}

export function WithdrawDialog({ run, track, onClose }: WithdrawDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(WITHDRAW_APPROVAL, { onDone: onClose });
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'run.withdraw.title' }, { track })}
      text={intl.formatMessage({ id: 'run.withdraw.text' })}
      confirm={intl.formatMessage({ id: 'run.withdraw.confirm' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      mutation={mutation}
      onSubmit={(reason) => mutation.send({ runId: run.id, track, reason })}
      onClose={onClose}
    />
  );
}
