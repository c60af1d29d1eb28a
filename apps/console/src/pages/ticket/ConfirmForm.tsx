/** Records Adobe Customer Care's confirmation that the CJA key is in use (CJA-13). */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { findFieldMessage, toFieldProps } from '../../apollo/userErrors.ts';
import { DecisionForm } from '../../features/run/decision/DecisionForm.tsx';
import { CONFIRM_CJA } from './ticketMutations.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { InstantField } from './InstantField.tsx';
import { fromLocalField, toLocalField } from './localInstant.ts';

const wide = style({ width: 'full', maxWidth: 480 });

export function ConfirmForm({ run, onDone }: { run: RunView; onDone: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(CONFIRM_CJA, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.ticket.confirmed' }));
      onDone();
    },
  });
  const [confirmedBy, setConfirmedBy] = useState('');
  const [confirmedAt, setConfirmedAt] = useState(() => toLocalField(new Date()));
  const [text, setText] = useState('');
  return (
    <DecisionForm
      run={run}
      track="CJA"
      mutation={mutation}
      fields={['confirmedBy', 'confirmedAt', 'text']}
      confirm={intl.formatMessage({ id: 'action.confirmCja' })}
      isDisabled={confirmedBy.trim() === '' || text.trim() === ''}
      onSubmit={() =>
        mutation.send({
          runId: run.id,
          confirmedBy: confirmedBy.trim(),
          confirmedAt: fromLocalField(confirmedAt),
          text: text.trim(),
        })
      }
    >
      <TextField
        isRequired
        label={intl.formatMessage({ id: 'run.ticket.confirmedByWho' })}
        value={confirmedBy}
        onChange={setConfirmedBy}
        {...toFieldProps(mutation.errors, 'confirmedBy')}
        styles={wide}
      />
      <InstantField
        label={intl.formatMessage({ id: 'run.ticket.confirmedAt' })}
        description={intl.formatMessage({ id: 'run.ticket.localTime' })}
        value={confirmedAt}
        max={toLocalField(new Date())}
        onChange={setConfirmedAt}
        errorMessage={findFieldMessage(mutation.errors, 'confirmedAt')}
      />
      <TextArea
        isRequired
        label={intl.formatMessage({ id: 'run.ticket.upstreamMessage' })}
        description={intl.formatMessage({ id: 'run.ticket.upstreamMessageHint' })}
        value={text}
        onChange={setText}
        {...toFieldProps(mutation.errors, 'text')}
        styles={wide}
      />
    </DecisionForm>
  );
}
