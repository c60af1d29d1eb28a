/** Approves or refuses. Approving needs the typed organization ID, refusing needs a reason. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { ActionButton, Button, Form, TextArea } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { APPROVE, REFUSE } from '../../features/run/data/runMutations.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ConfirmOrganization, isTyped } from '../../features/run/decision/ConfirmOrganization.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 20 });
const form = style({ maxWidth: 480 });
const row = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
const wide = style({ width: 'full', maxWidth: 480 });

export function DecideForm({
  run,
  track,
  onDone,
}: {
  run: RunView;
  track: TrackView;
  onDone: () => void;
}) {
  const [refusing, setRefusing] = useState(false);
  return (
    <div className={stack} data-print="hidden">
      {refusing ? (
        <RefuseForm run={run} track={track} onBack={() => setRefusing(false)} onDone={onDone} />
      ) : (
        <ApproveForm run={run} track={track} onRefuse={() => setRefusing(true)} onDone={onDone} />
      )}
    </div>
  );
}

interface FormProps {
  run: RunView;
  track: TrackView;
  onDone: () => void;
}

function ApproveForm({ run, track, onRefuse, onDone }: FormProps & { onRefuse: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(APPROVE, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.approvalStatus.APPROVED' }));
      onDone();
    },
  });
  const [typed, setTyped] = useState('');
  const [comment, setComment] = useState('');
  const { imsOrgId } = run.organization;
  function approve(event: FormEvent) {
    event.preventDefault();
    if (mutation.isPending || !isTyped(typed, imsOrgId)) return;
    const input = {
      runId: run.id,
      track: track.id,
      confirmImsOrgId: typed.trim(),
      comment: comment.trim() || null,
    };
    mutation.send(input);
  }
  return (
    <>
      <Form onSubmit={approve} validationBehavior="aria" styles={form}>
        <ConfirmOrganization
          imsOrgId={imsOrgId}
          value={typed}
          onChange={setTyped}
          errors={mutation.errors}
        />
        <TextArea
          label={intl.formatMessage({ id: 'run.approval.commentOptional' })}
          value={comment}
          onChange={setComment}
          styles={wide}
        />
        <div className={row}>
          <Button
            type="submit"
            variant="accent"
            isPending={mutation.isPending}
            isDisabled={!isTyped(typed, imsOrgId)}
          >
            {intl.formatMessage({ id: 'run.approval.approve' })}
          </Button>
          <ActionButton isQuiet onPress={onRefuse}>
            {intl.formatMessage({ id: 'run.approval.refuseInstead' })}
          </ActionButton>
        </div>
      </Form>
      <RunMutationNotice
        mutation={mutation}
        run={run}
        track={track.id}
        fields={['confirmImsOrgId']}
      />
    </>
  );
}

function RefuseForm({ run, track, onBack, onDone }: FormProps & { onBack: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(REFUSE, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.approvalStatus.REFUSED' }));
      onDone();
    },
  });
  const [reason, setReason] = useState('');
  function refuse(event: FormEvent) {
    event.preventDefault();
    if (mutation.isPending || reason.trim() === '') return;
    mutation.send({ runId: run.id, track: track.id, reason: reason.trim() });
  }
  return (
    <>
      <Form onSubmit={refuse} validationBehavior="aria" styles={form}>
        <TextArea
          autoFocus
          isRequired
          label={intl.formatMessage({ id: 'run.approval.refuseReason' })}
          description={intl.formatMessage({ id: 'run.approval.refuseHint' })}
          value={reason}
          onChange={setReason}
          {...toFieldProps(mutation.errors, 'reason')}
          styles={wide}
        />
        <div className={row}>
          <Button
            type="submit"
            variant="negative"
            isPending={mutation.isPending}
            isDisabled={reason.trim() === ''}
          >
            {intl.formatMessage({ id: 'run.approval.refuse' })}
          </Button>
          <Button variant="secondary" onPress={onBack}>
            {intl.formatMessage({ id: 'run.approval.backToApprove' })}
          </Button>
        </div>
      </Form>
      <RunMutationNotice mutation={mutation} run={run} track={track.id} fields={['reason']} />
    </>
  );
}
