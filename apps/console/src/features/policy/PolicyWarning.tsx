/** Why a stored policy can't work as it is: the API stores one that the dialog doesn't send. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { PolicyWarningCode } from '../../generated/enums.ts';

const full = style({ width: 'full' });

export function PolicyWarning({ code }: { code: PolicyWarningCode | undefined }) {
  const intl = useIntl();
  if (!code) return null;
  return (
    <InlineAlert variant="negative" styles={full}>
      <Heading level={3}>{intl.formatMessage({ id: `policy.warning.${code}` })}</Heading>
      <Content>{intl.formatMessage({ id: `policy.warningText.${code}` })}</Content>
    </InlineAlert>
  );
}
