/** Approves or refuses. Approving needs the typed organization ID, refusing needs a reason. */
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import {
  ActionButton,
  Button,
  Checkbox,
  CheckboxGroup,
  TextArea,
  TextField,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { focusSection } from '../../ui/Section.tsx';
import { CONSEQUENCES } from './decisionAnchor.ts';
import { APPROVE, REFUSE } from './approvalMutations.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ConfirmOrganization, isTyped } from '../../features/run/decision/ConfirmOrganization.tsx';
import { StepUp } from '../../features/viewer/StepUp.tsx';
import { DecisionForm } from '../../features/run/decision/DecisionForm.tsx';

const wide = style({ width: 'full', maxWidth: 480 });

interface DecideFormProps {
  run: RunView;
  track: TrackView;
  /** Whether the approver can see what can't be undone. */
  canApprove: boolean;
  /** Whether more than this waits for the person. */
  hasNext: boolean;
  onDone: (how: Decided) => void;
}

/** Whether the person stays on the page of what was decided, or wants the next approval. */
export type Decided = 'here' | 'toNext';

export function DecideForm(props: DecideFormProps) {
  const { run, track, onDone } = props;
  const [isRefusing, setRefusing] = useState(false);
  return isRefusing ? (
    <RefuseForm
      {...{ run, track }}
      back="run.approval.backToApprove"
      onBack={() => setRefusing(false)}
      onDone={() => onDone('here')}
    />
  ) : (
    <ApproveForm {...props} onRefuse={() => setRefusing(true)} />
  );
}

function ApproveForm({
  run,
  track,
  canApprove,
  hasNext,
  onRefuse,
  onDone,
}: DecideFormProps & { onRefuse: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(APPROVE, {
    evicts: ['pendingApprovals'],
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.approvalStatus.APPROVED' }));
      onDone(wanted.current);
    },
  });
  const wanted = useRef<Decided>('here');
  const [typed, setTyped] = useState('');
  const [comment, setComment] = useState('');
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const blocks = track.steps.flatMap(({ lastBlocked }) => lastBlocked?.checks ?? []);
  const isAccepted =
    blocks.length === 0 ||
    (comment.trim() !== '' && blocks.every(({ id }) => accepted.includes(id)));
  const { imsOrgId } = run.organization;
  const commentProps = {
    ...{ value: comment, onChange: setComment, styles: wide },
    ...toFieldProps(mutation.errors, 'comment'),
  };
  const isDisabled = !canApprove || !isTyped(typed, imsOrgId) || !isAccepted;
  const approve = (how: Decided) => {
    wanted.current = how;
    mutation.send({
      runId: run.id,
      track: track.id,
      confirmImsOrgId: typed.trim(),
      comment: comment.trim() || null,
      ...(blocks.length > 0 && { acceptedBlocks: [...accepted] }),
    });
  };
  const refuseInstead = (
    <>
      <ActionButton isQuiet onPress={onRefuse}>
        {intl.formatMessage({ id: 'run.approval.refuseInstead' })}
      </ActionButton>
      <ActionButton isQuiet onPress={() => focusSection(CONSEQUENCES)}>
        {intl.formatMessage({ id: 'run.approval.irreversible' })}
      </ActionButton>
    </>
  );
  return (
    <StepUp errors={mutation.errors} otherButton={refuseInstead}>
      <DecisionForm
        run={run}
        track={track.id}
        mutation={mutation}
        fields={['confirmImsOrgId', 'acceptedBlocks', 'comment']}
        confirm={intl.formatMessage({ id: 'action.approve' })}
        isDisabled={isDisabled}
        onSubmit={() => approve('here')}
        otherButton={
          <>
            {hasNext ? (
              <Button
                variant="secondary"
                isDisabled={isDisabled || mutation.isPending}
                onPress={() => approve('toNext')}
              >
                {intl.formatMessage({ id: 'run.approval.approveToNext' })}
              </Button>
            ) : null}
            {refuseInstead}
          </>
        }
      >
        <ConfirmOrganization
          imsOrgId={imsOrgId}
          value={typed}
          onChange={setTyped}
          errors={mutation.errors}
        />
        {blocks.length > 0 ? (
          <CheckboxGroup
            isRequired
            label={intl.formatMessage({ id: 'run.approval.acceptBlocks' })}
            description={intl.formatMessage({ id: 'run.approval.acceptBlocksHint' })}
            value={[...accepted]}
            onChange={setAccepted}
            {...toFieldProps(mutation.errors, 'acceptedBlocks')}
          >
            {blocks.map(({ id, title }) => (
              <Checkbox key={id} value={id}>
                {title}
              </Checkbox>
            ))}
          </CheckboxGroup>
        ) : null}
        {blocks.length > 0 ? (
          <TextArea
            isRequired
            label={intl.formatMessage({ id: 'run.approval.whyAccepted' })}
            {...commentProps}
          />
        ) : (
          <TextField
            label={intl.formatMessage({ id: 'run.approval.commentOptional' })}
            {...commentProps}
          />
        )}
      </DecisionForm>
    </StepUp>
  );
}

interface RefuseFormProps extends Omit<DecideFormProps, 'canApprove' | 'hasNext' | 'onDone'> {
  /** What going back is called. */
  back: 'run.approval.backToApprove' | 'common.cancel';
  onBack: () => void;
  onDone: () => void;
}

export function RefuseForm({ run, track, back, onBack, onDone }: RefuseFormProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(REFUSE, {
    evicts: ['pendingApprovals'],
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.approvalStatus.REFUSED' }));
      onDone();
    },
  });
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <DecisionForm
      run={run}
      track={track.id}
      mutation={mutation}
      fields={['reason']}
      confirm={intl.formatMessage({ id: 'action.refuse' })}
      variant="negative"
      isDisabled={reason === ''}
      onSubmit={() => mutation.send({ runId: run.id, track: track.id, reason })}
      otherButton={
        <Button variant="secondary" onPress={onBack}>
          {intl.formatMessage({ id: back })}
        </Button>
      }
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.approval.refuseReason' })}
        description={intl.formatMessage({ id: 'run.approval.refuseHint' })}
        value={text}
        onChange={setText}
        {...toFieldProps(mutation.errors, 'reason')}
        styles={wide}
      />
    </DecisionForm>
  );
}
