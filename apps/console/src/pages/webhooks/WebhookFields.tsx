/** Where a webhook sends to, and what. */
import { TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { toFieldProps, type UserError } from '../../apollo/userErrors.ts';
import { EventFields } from './EventFields.tsx';

/** Fields that show their own message. */
export const WEBHOOK_FIELDS = ['url', 'events'];

interface Values {
  url: string;
  events: string[];
}

interface WebhookFieldsProps {
  values: Values;
  errors: readonly UserError[];
  onChange: (values: Values) => void;
}

export function WebhookFields({ values, errors, onChange }: WebhookFieldsProps) {
  const intl = useIntl();
  const { url, events } = values;
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'webhooks.url' })}
        description={intl.formatMessage({ id: 'webhooks.urlHelp' })}
        type="url"
        isRequired
        autoFocus
        value={url}
        onChange={(value) => onChange({ url: value, events })}
        {...toFieldProps(errors, 'url')}
      />
      <EventFields
        value={events}
        errors={errors}
        onChange={(value) => onChange({ url, events: value })}
      />
    </>
  );
}
