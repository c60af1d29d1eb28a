/**
 * The configuration's name, chosen where approval is requested, so that it is part of what is
 * approved (VAL-26, GAP-01).
 */
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { UserError } from '../../../apollo/userErrors.ts';
import { fieldMessage } from '../../../apollo/userErrors.ts';
import type { NameCheck } from '../data/useOutgoing.ts';
import { NameVerdict } from './NameVerdict.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, width: 'full' });
const wide = style({ width: 'full', maxWidth: 480 });

interface NameToApproveProps {
  name: string;
  onChange: (name: string) => void;
  /**
   * What the server says of the name; undefined while it is asked, or where there is no request to
   * name.
   */
  check: NameCheck | undefined;
  errors: readonly UserError[];
}

export function NameToApprove({ name, onChange, check, errors }: NameToApproveProps) {
  const intl = useIntl();
  const refused = fieldMessage(errors, 'configurationName');
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
