/** Archives an organization, after a dialog that says what this means. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { ARCHIVE_ORGANIZATION } from './organizationDocuments.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

interface ArchiveOrganizationProps {
  organizationId: string;
  name: string;
  /** The configuration was submitted: the run continues, and the server requires a reason. */
  needsReason: boolean;
}

export function ArchiveOrganization(props: ArchiveOrganizationProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={intl.formatMessage({ id: 'archive.title' })}>
      <p className={text}>
        {intl.formatMessage({ id: props.needsReason ? 'archive.aboutSubmitted' : 'archive.about' })}
      </p>
      <div>
        <Button variant="secondary" size="S" onPress={() => setOpen(true)}>
          {intl.formatMessage({ id: 'archive.open' })}
        </Button>
      </div>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? <ArchiveDialog {...props} onClose={() => setOpen(false)} /> : null}
      </DialogContainer>
    </Panel>
  );
}

function ArchiveDialog({
  organizationId,
  name,
  needsReason,
  onClose,
}: ArchiveOrganizationProps & { onClose: () => void }) {
  const intl = useIntl();
  const mutation = useKeywayMutation(ARCHIVE_ORGANIZATION, {
    evicts: ['organizations', 'portfolio', 'runs'],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'archive.dialogTitle' }, { name })}
      text={intl.formatMessage({ id: needsReason ? 'archive.meansSubmitted' : 'archive.means' })}
      confirm={intl.formatMessage({ id: 'archive.confirm' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      isRequired={needsReason}
      mutation={mutation}
      onSubmit={(reason) => mutation.send({ organizationId, reason: reason || null })}
      onClose={onClose}
    />
  );
}
