/** A note for colleagues, in the history of a run. */
import { Button, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { RunView } from '../run/data/runFields.ts';
import { RunMutationNotice } from '../run/actions/RunMutationNotice.tsx';
import { commentInput, NO_COMMENT } from './commentDraft.ts';
import { CommentField } from './CommentField.tsx';
import { ADD_COMMENT } from './workDocuments.ts';

const box = style({ marginBottom: 16 });
const send = style({ display: 'flex', justifyContent: 'end' });

export function CommentForm({ run }: { run: RunView }) {
  const intl = useIntl();
  const [draft, setDraft] = useState(NO_COMMENT);
  const mutation = useKeywayMutation(ADD_COMMENT, { onDone: () => setDraft(NO_COMMENT) });
  const comment = draft.text.trim();
  return (
    <div className={box} data-print="hidden">
      <Form
        size="S"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (comment !== '' && !mutation.isPending)
            mutation.send({ runId: run.id, ...commentInput(draft) });
        }}
      >
        <CommentField
          organizationId={run.organization.id}
          draft={draft}
          onChange={setDraft}
          errors={mutation.errors}
        />
        <div className={send}>
          <Button
            type="submit"
            variant="secondary"
            isDisabled={comment === ''}
            isPending={mutation.isPending}
          >
            {intl.formatMessage({ id: 'work.comment.add' })}
          </Button>
        </div>
      </Form>
      <RunMutationNotice mutation={mutation} run={run} fields={['text']} isSpaced />
    </div>
  );
}
