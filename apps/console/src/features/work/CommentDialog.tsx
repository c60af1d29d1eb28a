/** A comment on one step. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { StepId, TrackId } from '../../generated/enums.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import type { RunView } from '../run/data/runFields.ts';
import { commentInput, NO_COMMENT } from './commentDraft.ts';
import { CommentField } from './CommentField.tsx';
import { findStepTitle } from './findStepTitle.ts';
import { ADD_COMMENT } from './workDocuments.ts';

interface CommentDialogProps {
  run: RunView;
  track: TrackId;
  step: StepId;
  onClose: () => void;
}

export function CommentDialog({ run, track, step, onClose }: CommentDialogProps) {
  const intl = useIntl();
  const [draft, setDraft] = useState(NO_COMMENT);
  const mutation = useKeywayMutation(ADD_COMMENT, { onDone: onClose });
  const comment = draft.text.trim();
  return (
    <FormDialog
      title={intl.formatMessage(
        { id: 'work.comment.title' },
        { step: findStepTitle(run, track, step) ?? step, track },
      )}
      text={intl.formatMessage({ id: 'work.comment.text' })}
      confirm={intl.formatMessage({ id: 'work.comment.add' })}
      mutation={mutation}
      fields={['text']}
      isDisabled={comment === ''}
      onSubmit={() => mutation.send({ runId: run.id, track, step, ...commentInput(draft) })}
      onClose={onClose}
    >
      <CommentField
        autoFocus
        isRequired
        organizationId={run.organization.id}
        draft={draft}
        onChange={setDraft}
        errors={mutation.errors}
      />
    </FormDialog>
  );
}
