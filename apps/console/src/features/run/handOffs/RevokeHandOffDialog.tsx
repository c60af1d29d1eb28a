/** Ends a link at once, after saying which one it is. */
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Quoted } from '../../../ui/Quoted.tsx';
import type { RunView } from '../data/runFields.ts';
import { REVOKE_HAND_OFF, type HandOffView } from './handOffDocuments.ts';
import { handOffsChanged } from './handOffChanges.ts';

interface RevokeHandOffDialogProps {
  run: RunView;
  handOff: HandOffView;
  onClose: () => void;
}

export function RevokeHandOffDialog({ run, handOff, onClose }: RevokeHandOffDialogProps) {
  const intl = useIntl();
  const { actor, createdBy, createdAt, expiresAt, uses, note } = handOff;
  const mutation = useKeywayMutation(REVOKE_HAND_OFF, {
    onDone: () => {
      handOffsChanged(run.id);
      onClose();
    },
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'handOffs.revokeTitle' })}
      text={intl.formatMessage(
        { id: 'handOffs.revokeWhich' },
        {
          actor: intl.formatMessage({ id: `actor.${actor}` }),
          organization: <bdi key="organization">{run.organization.name}</bdi>,
          name: <bdi key="name">{createdBy}</bdi>,
          made: intl.formatDate(createdAt, { dateStyle: 'long', timeStyle: 'medium' }),
          uses,
          until: intl.formatDate(expiresAt, { dateStyle: 'long', timeStyle: 'short' }),
        },
      )}
      confirm={intl.formatMessage({ id: 'handOffs.revoke' })}
      variant="negative"
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: handOff.id })}
      onClose={onClose}
    >
      {note ? (
        <div>
          {intl.formatMessage({ id: 'handOffs.revokeNote' })} <Quoted text={note} />
        </div>
      ) : null}
    </FormDialog>
  );
}
