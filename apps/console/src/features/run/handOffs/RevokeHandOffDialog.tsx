/** Ends a link at once. */
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { RunView } from '../data/runFields.ts';
import { REVOKE_HAND_OFF } from './handOffDocuments.ts';
import { handOffsChanged } from './useHandOffs.ts';

interface RevokeHandOffDialogProps {
  run: RunView;
  id: string;
  onClose: () => void;
}

export function RevokeHandOffDialog({ run, id, onClose }: RevokeHandOffDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(REVOKE_HAND_OFF, {
    onDone: () => {
      handOffsChanged(run.id);
      onClose();
    },
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'handOffs.revokeTitle' })}
      text={intl.formatMessage({ id: 'handOffs.revokeText' })}
      confirm={intl.formatMessage({ id: 'handOffs.revoke' })}
      variant="negative"
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id })}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
