/** Records Adobe Customer Care's confirmation that the CJA key is in use (CJA-13). */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { Button, Form, TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { toFieldProps, findFieldMessage } from '../../apollo/userErrors.ts';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { CONFIRM_CJA } from '../../features/run/data/runMutations.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { InstantField } from './InstantField.tsx';
import { fromLocalField, toLocalField } from './localInstant.ts';

const wide = style({ width: 'full', maxWidth: 480 });
const form = style({ maxWidth: 480 });
const row = style({ display: 'flex' });

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
  const missing = confirmedBy.trim() === '' || text.trim() === '';
  function confirm(event: FormEvent) {
    event.preventDefault();
    if (missing || mutation.isPending) return;
    const input = {
      runId: run.id,
      confirmedBy: confirmedBy.trim(),
      confirmedAt: fromLocalField(confirmedAt),
      text: text.trim(),
    };
    mutation.send(input);
  }
  return (
    <div data-print="hidden">
      <Form onSubmit={confirm} validationBehavior="aria" styles={form}>
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
        <div className={row}>
          <Button
            type="submit"
            variant="accent"
            isPending={mutation.isPending}
            isDisabled={missing}
          >
            {intl.formatMessage({ id: 'run.ticket.confirmButton' })}
          </Button>
        </div>
      </Form>
      <RunMutationNotice
        mutation={mutation}
        run={run}
        track="CJA"
        fields={['confirmedBy', 'confirmedAt', 'text']}
      />
    </div>
  );
}
