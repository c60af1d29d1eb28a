/** What Adobe Customer Care confirmed: who, when, and in which message. */
import { TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { findFieldMessage, toFieldProps, type UserError } from '../../apollo/userErrors.ts';
import type { Confirmation } from './confirmation.ts';
import { InstantField } from './InstantField.tsx';
import { toLocalField } from './localInstant.ts';

const wide = style({ width: 'full', maxWidth: 480 });

interface ConfirmationFieldsProps {
  draft: Confirmation;
  onChange: (draft: Confirmation) => void;
  errors: readonly UserError[];
}

export function ConfirmationFields({ draft, onChange, errors }: ConfirmationFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <TextField
        isRequired
        label={intl.formatMessage({ id: 'run.ticket.confirmedByWho' })}
        value={draft.confirmedBy}
        onChange={(confirmedBy) => onChange({ ...draft, confirmedBy })}
        {...toFieldProps(errors, 'confirmedBy')}
        styles={wide}
      />
      <InstantField
        label={intl.formatMessage({ id: 'run.ticket.confirmedAt' })}
        description={intl.formatMessage({ id: 'run.ticket.localTime' })}
        value={draft.confirmedAt}
        max={toLocalField(new Date())}
        onChange={(confirmedAt) => onChange({ ...draft, confirmedAt })}
        errorMessage={findFieldMessage(errors, 'confirmedAt')}
      />
      <TextArea
        isRequired
        label={intl.formatMessage({ id: 'run.ticket.upstreamMessage' })}
        description={intl.formatMessage({ id: 'run.ticket.upstreamMessageHint' })}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
        {...toFieldProps(errors, 'text')}
        styles={wide}
      />
    </>
  );
}
