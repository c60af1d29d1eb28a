/** Takes care of an alert, with a comment. Of two people at once, the second sees who was first. */
import { TextArea } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { AlertTexts } from './AlertTexts.tsx';
import { ACKNOWLEDGE, type AlertView } from './alertDocuments.ts';
import { reportAlertChange } from './alertChanges.ts';

interface AcknowledgeDialogProps {
  alert: AlertView;
  onClose: () => void;
}

export const AcknowledgeDialog = (props: AcknowledgeDialogProps) => (
  <AlertTexts>
    <Form {...props} />
  </AlertTexts>
);

function Form({ alert, onClose }: AcknowledgeDialogProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const mutation = useKeywayMutation(ACKNOWLEDGE, {
    onDone: ({ alreadyAcknowledged }) => {
      reportAlertChange();
      // It stays, to say who was first and that the comment was not kept.
      if (alreadyAcknowledged) return;
      announce(intl.formatMessage({ id: 'alerts.acknowledged' }));
      onClose();
    },
  });
  const comment = text.trim();
  const isLate = alert.status !== 'OPEN' && !mutation.isPending;
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'alerts.acknowledge.title' }, { alert: alert.title })}
      text={isLate ? undefined : intl.formatMessage({ id: 'alerts.acknowledge.text' })}
      confirm={intl.formatMessage({ id: 'alerts.acknowledge' })}
      dismiss={intl.formatMessage({ id: isLate ? 'common.close' : 'common.cancel' })}
      mutation={mutation}
      fields={['comment']}
      instead={isLate ? <TooLate alert={alert} hasComment={comment !== ''} /> : undefined}
      onSubmit={() => mutation.send({ id: alert.id, comment: comment || null })}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        label={intl.formatMessage({ id: 'alerts.comment' })}
        description={intl.formatMessage({ id: 'alerts.comment.hint' })}
        value={text}
        onChange={setText}
        {...toFieldProps(mutation.errors, 'comment')}
      />
    </FormDialog>
  );
}

function TooLate({ alert, hasComment }: { alert: AlertView; hasComment: boolean }) {
  const intl = useIntl();
  const { acknowledgedBy: name } = alert;
  return (
    <p role="status">
      {alert.status === 'RESOLVED'
        ? intl.formatMessage({ id: 'alerts.ended' })
        : intl.formatMessage({ id: 'alerts.first' }, { name: name ?? '' })}
      {hasComment ? ` ${intl.formatMessage({ id: 'alerts.notKept' })}` : null}
    </p>
  );
}
