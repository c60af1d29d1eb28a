/** Accepts a difference that is as wanted: what is there now is compared with from then on. */
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { DifferenceFacts } from './DifferenceFacts.tsx';
import { ACCEPT_DRIFT } from './healthDocuments.ts';
import type { Difference } from './healthDocuments.ts';

interface AcceptDifferenceDialogProps {
  difference: Difference;
  track: TrackId;
  organizationId: string;
  onClose: () => void;
}

export function AcceptDifferenceDialog({
  difference,
  track,
  organizationId,
  onClose,
}: AcceptDifferenceDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(ACCEPT_DRIFT, { onDone: onClose });
  return (
    <ReasonDialog
      variant="accent"
      title={intl.formatMessage({ id: 'keyHealth.accept' })}
      text={intl.formatMessage({ id: 'keyHealth.accept.text' })}
      confirm={intl.formatMessage({ id: 'keyHealth.accept.confirm' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      hint={intl.formatMessage({ id: 'keyHealth.accept.hint' })}
      mutation={mutation}
      onSubmit={(reason) =>
        mutation.send({ organizationId, track, field: difference.field, reason })
      }
      onClose={onClose}
    >
      <DifferenceFacts difference={difference} />
    </ReasonDialog>
  );
}
