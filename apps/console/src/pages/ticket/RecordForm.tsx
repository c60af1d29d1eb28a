/** Records the case that was opened with Adobe Customer Care. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { Button, Form, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { toFieldProps, findFieldMessage } from '../../apollo/userErrors.ts';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { RECORD_TICKET } from '../../features/run/data/runMutations.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { InstantField } from './InstantField.tsx';
import { fromLocalField, toLocalField } from './localInstant.ts';

const wide = style({ width: 'full', maxWidth: 480 });
const form = style({ maxWidth: 480 });
const row = style({ display: 'flex' });

export function RecordForm({ run, onDone }: { run: RunView; onDone: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(RECORD_TICKET, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.ticket.recorded' }));
      onDone();
    },
  });
  const [caseNumber, setCaseNumber] = useState('');
  const [openedAt, setOpenedAt] = useState(() => toLocalField(new Date()));
  const [url, setUrl] = useState('');
  const missing = caseNumber.trim() === '';
  function record(event: FormEvent) {
    event.preventDefault();
    if (missing || mutation.isPending) return;
    const input = {
      runId: run.id,
      caseNumber: caseNumber.trim(),
      openedAt: fromLocalField(openedAt),
      url: url.trim() || null,
    };
    mutation.send(input);
  }
  return (
    <div data-print="hidden">
      <Form onSubmit={record} validationBehavior="aria" styles={form}>
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
        <div className={row}>
          <Button
            type="submit"
            variant="accent"
            isPending={mutation.isPending}
            isDisabled={missing}
          >
            {intl.formatMessage({ id: 'run.ticket.recordButton' })}
          </Button>
        </div>
      </Form>
      <RunMutationNotice
        mutation={mutation}
        run={run}
        track="CJA"
        fields={['caseNumber', 'openedAt', 'url']}
      />
    </div>
  );
}
