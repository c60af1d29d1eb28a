/**
 * Typing the IMS organization ID by hand, to be sure that it is this organization (IRR-09). The
 * server compares; this only helps.
 */
import { useIntl } from 'react-intl';
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UserError } from '../../../apollo/userErrors.ts';
import { fieldMessage } from '../../../apollo/userErrors.ts';

interface ConfirmOrganizationProps {
  imsOrgId: string;
  value: string;
  onChange: (value: string) => void;
  errors: readonly UserError[];
}

export const isTyped = (typed: string, imsOrgId: string): boolean => typed.trim() === imsOrgId;

export function ConfirmOrganization({
  imsOrgId,
  value,
  onChange,
  errors,
}: ConfirmOrganizationProps) {
  const intl = useIntl();
  const refused = fieldMessage(errors, 'confirmImsOrgId');
  // Wrong as soon as it cannot become right any more, so that nobody types 34 characters in vain.
  const astray = value !== '' && !imsOrgId.startsWith(value.trim());
  return (
    <TextField
      label={intl.formatMessage({ id: 'run.confirmOrganization' })}
      description={intl.formatMessage({ id: 'run.confirmOrganizationHint' }, { imsOrgId })}
      isRequired
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
      isInvalid={Boolean(refused) || astray}
      errorMessage={refused ?? intl.formatMessage({ id: 'run.confirmOrganizationWrong' })}
      styles={style({ width: 'full', maxWidth: 480 })}
    />
  );
}
