/**
 * The configuration's name. It is chosen when approval is requested, so that it is part of what is
 * approved (VAL-26, GAP-01).
 */
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { UserError } from '../../../apollo/userErrors.ts';
import { findFieldMessage } from '../../../apollo/userErrors.ts';
import type { NameCheck } from '../data/useOutgoing.ts';
import { NameVerdict } from './NameVerdict.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, width: 'full' });
const wide = style({ width: 'full', maxWidth: 480 });

interface ConfigurationNameFieldProps {
  name: string;
  onChange: (name: string) => void;
  /** The server's check of the name; undefined while loading, or without a request to name. */
  check: NameCheck | undefined;
  errors: readonly UserError[];
}

export function ConfigurationNameField({
  name,
  onChange,
  check,
  errors,
}: ConfigurationNameFieldProps) {
  const intl = useIntl();
  const refused = findFieldMessage(errors, 'configurationName');
  return (
    <div className={stack}>
      <TextField
        label={intl.formatMessage({ id: 'run.submit.name' })}
        description={intl.formatMessage({ id: 'run.submit.nameWhy' })}
        isRequired
        value={name}
        onChange={onChange}
        autoComplete="off"
        spellCheck="false"
        isInvalid={Boolean(refused)}
        errorMessage={refused}
        styles={wide}
      />
      {check ? <NameVerdict check={check} /> : null}
    </div>
  );
}
