/** The person's clock, and the hours in which nothing is sent. */
import { ComboBox, ComboBoxItem, Switch, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { FieldsProps } from './DigestFields.tsx';
import { browserTimeZone, timeZones } from './notificationDraft.ts';

const pair = style({ display: 'flex', flexWrap: 'wrap', gap: 16 });
const hint = style({ font: 'ui-sm', color: 'neutral-subdued' });

export function QuietHoursFields({ draft, onChange, errors }: FieldsProps) {
  const intl = useIntl();
  const { hasQuietHours, quietHours } = draft;
  return (
    <>
      <TimeZoneField {...{ draft, onChange, errors }} />
      <Switch isSelected={hasQuietHours} onChange={(isOn) => onChange({ hasQuietHours: isOn })}>
        {intl.formatMessage({ id: 'notifications.quiet' })}
      </Switch>
      {hasQuietHours ? (
        <>
          <div className={pair}>
            {(['from', 'until'] as const).map((end) => (
              <TextField
                key={end}
                type="time"
                isRequired
                label={intl.formatMessage({ id: `notifications.quiet.${end}` })}
                value={quietHours[end]}
                onChange={(time) => onChange({ quietHours: { ...quietHours, [end]: time } })}
              />
            ))}
          </div>
          <span className={hint}>{intl.formatMessage({ id: 'notifications.quietText' })}</span>
        </>
      ) : null}
    </>
  );
}

/** Found by part of its name. */
function TimeZoneField({ draft: { timeZone }, onChange, errors }: FieldsProps) {
  const intl = useIntl();
  const [zones] = useState(() => timeZones(timeZone, browserTimeZone()));
  return (
    <ComboBox
      label={intl.formatMessage({ id: 'notifications.timeZone' })}
      description={intl.formatMessage({ id: 'notifications.timeZoneText' })}
      defaultItems={zones}
      selectedKey={timeZone ?? null}
      isRequired
      onSelectionChange={(key) => onChange({ timeZone: key === null ? undefined : String(key) })}
      {...toFieldProps(errors, 'timeZone')}
    >
      {({ id }) => <ComboBoxItem id={id}>{id}</ComboBoxItem>}
    </ComboBox>
  );
}
