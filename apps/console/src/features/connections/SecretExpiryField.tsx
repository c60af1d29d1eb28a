/** The day on which a client secret expires, as the cloud shows it; nobody has to know it. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { DayField } from '../../ui/DayField.tsx';

const help = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, marginTop: 4 });

/** Its beginning: the cloud shows no time, and a warning that is early harms nobody. */
export const toExpiry = (day: string): string | null => (day ? `${day}T00:00:00.000Z` : null);

interface SecretExpiryFieldProps {
  /** `2026-11-25`, or empty. */
  day: string;
  onChange: (day: string) => void;
}

export function SecretExpiryField({ day, onChange }: SecretExpiryFieldProps) {
  const intl = useIntl();
  return (
    <div>
      <DayField
        label={intl.formatMessage({ id: 'connection.secretExpires' })}
        value={day}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
      <p className={help}>{intl.formatMessage({ id: 'connection.secretExpiresHelp' })}</p>
    </div>
  );
}
