/**
 * Records Adobe Customer Care's confirmation that the CJA key is in use (CJA-13): at once where it
 * was given with the case.
 */
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useAnnounce } from '../../ui/announce.tsx';
import { DecisionForm } from '../../features/run/decision/DecisionForm.tsx';
import { CONFIRM_CJA } from './ticketMutations.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { confirmationInput, isComplete, type Confirmation } from './confirmation.ts';
import { ConfirmationFields } from './ConfirmationFields.tsx';

interface ConfirmFormProps {
  run: RunView;
  draft: Confirmation;
  onChange: (draft: Confirmation) => void;
  /** The press that recorded the case was for the confirmation too. */
  isAsked: boolean;
  /** It is sent, and never again because of that press. */
  onAsked: () => void;
  onDone: () => void;
}

export function ConfirmForm(props: ConfirmFormProps) {
  const { run, draft, onChange, isAsked, onAsked, onDone } = props;
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(CONFIRM_CJA, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.ticket.confirmed' }));
      onDone();
    },
  });
  const send = () => mutation.send(confirmationInput(run.id, draft));
  const sendAsked = () => {
    onAsked();
    send();
  };
  const latest = useRef(sendAsked);
  const wasSent = useRef(false);
  useEffect(() => {
    latest.current = sendAsked;
  });
  useEffect(() => {
    if (!isAsked || wasSent.current) return;
    wasSent.current = true;
    latest.current();
  }, [isAsked]);
  return (
    <DecisionForm
      run={run}
      track="CJA"
      mutation={mutation}
      fields={['confirmedBy', 'confirmedAt', 'text']}
      confirm={intl.formatMessage({ id: 'action.confirmCja' })}
      isDisabled={!isComplete(draft)}
      onSubmit={send}
    >
      <ConfirmationFields draft={draft} onChange={onChange} errors={mutation.errors} />
    </DecisionForm>
  );
}
