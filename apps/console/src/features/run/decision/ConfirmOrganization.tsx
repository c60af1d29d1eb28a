/**
 * Asks to type the IMS organization ID, to confirm that it is the right organization (IRR-09). The
 * server compares it again.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UserError } from '../../../apollo/userErrors.ts';
import { findFieldMessage } from '../../../apollo/userErrors.ts';

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
  const hint = intl.formatMessage({ id: 'run.confirmOrganizationHint' }, { imsOrgId });
  const refused = findFieldMessage(errors, 'confirmImsOrgId');
  const [isLeft, setLeft] = useState(false);
  // Shown at the first wrong character, so that no one types all 33 in vain; an incomplete ID only
  // after leaving the field.
  const isWrong =
    value !== '' && (isLeft ? !isTyped(value, imsOrgId) : !imsOrgId.startsWith(value.trim()));
  return (
    <TextField
      label={intl.formatMessage({ id: 'run.confirmOrganization' })}
      description={hint}
      isRequired
      value={value}
      onChange={onChange}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      autoComplete="off"
      spellCheck="false"
      isInvalid={Boolean(refused) || isWrong}
      errorMessage={
        // In place of the description, which says what to type.
        <>
          <span>{refused ?? intl.formatMessage({ id: 'run.confirmOrganizationWrong' })}</span>{' '}
          <span>{hint}</span>
        </>
      }
      styles={style({ width: 'full', maxWidth: 480 })}
    />
  );
}
