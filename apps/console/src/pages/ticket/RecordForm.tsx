/** Records the case that was opened with Adobe Customer Care, and what it confirmed already. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Checkbox, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { findFieldMessage, toFieldProps } from '../../apollo/userErrors.ts';
import { DecisionForm } from '../../features/run/decision/DecisionForm.tsx';
import { RECORD_TICKET } from './ticketMutations.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { isComplete, type Confirmation } from './confirmation.ts';
import { ConfirmationFields } from './ConfirmationFields.tsx';
import { InstantField } from './InstantField.tsx';
import { fromLocalField, toLocalField } from './localInstant.ts';

const wide = style({ width: 'full', maxWidth: 480 });

interface RecordFormProps {
  run: RunView;
  /** Whether the person can see what can't be undone. */
  canRecord: boolean;
  /** The confirmation that is typed with it. */
  confirmation: Confirmation;
  onConfirmation: (draft: Confirmation) => void;
  /** @param isConfirmed the confirmation is to be recorded too */
  onDone: (isConfirmed: boolean) => void;
}

export function RecordForm(props: RecordFormProps) {
  const { run, canRecord, confirmation, onConfirmation, onDone } = props;
  const intl = useIntl();
  const announce = useAnnounce();
  const [isConfirmed, setConfirmed] = useState(false);
  const mutation = useKeywayMutation(RECORD_TICKET, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.ticket.recorded' }));
      onDone(isConfirmed);
    },
  });
  const [caseNumber, setCaseNumber] = useState('');
  const [openedAt, setOpenedAt] = useState(() => toLocalField(new Date()));
  const [url, setUrl] = useState('');
  return (
    <DecisionForm
      run={run}
      track="CJA"
      mutation={mutation}
      fields={['caseNumber', 'openedAt', 'url']}
      confirm={intl.formatMessage({ id: 'action.recordTicket' })}
      isDisabled={
        !canRecord || caseNumber.trim() === '' || (isConfirmed && !isComplete(confirmation))
      }
      onSubmit={() =>
        mutation.send({
          runId: run.id,
          caseNumber: caseNumber.trim(),
          openedAt: fromLocalField(openedAt),
          url: url.trim() || null,
        })
      }
    >
      <TextField
        isRequired
        label={intl.formatMessage({ id: 'run.ticket.case' })}
        value={caseNumber}
        onChange={setCaseNumber}
        {...toFieldProps(mutation.errors, 'caseNumber')}
        styles={wide}
      />
      <InstantField
        label={intl.formatMessage({ id: 'run.ticket.opened' })}
        description={intl.formatMessage({ id: 'run.ticket.localTime' })}
        value={openedAt}
        max={toLocalField(new Date())}
        onChange={setOpenedAt}
        errorMessage={findFieldMessage(mutation.errors, 'openedAt')}
      />
      <TextField
        type="url"
        label={intl.formatMessage({ id: 'run.ticket.url' })}
        value={url}
        onChange={setUrl}
        {...toFieldProps(mutation.errors, 'url')}
        styles={wide}
      />
      <Checkbox isSelected={isConfirmed} onChange={setConfirmed}>
        {intl.formatMessage({ id: 'run.ticket.already' })}
      </Checkbox>
      {isConfirmed ? (
        <ConfirmationFields draft={confirmation} onChange={onConfirmation} errors={[]} />
      ) : null}
    </DecisionForm>
  );
}
