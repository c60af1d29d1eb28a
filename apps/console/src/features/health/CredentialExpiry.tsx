/** Which credential it is, and how near its expiry. Used below `HealthTexts`. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { ExpiringCredentialRowFragment } from '../../generated/graphql.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

const CLOUDS = { ADOBE: 'Adobe', AZURE: 'Azure', AWS: 'AWS' } as const;
const INDICATORS = {
  LATER: { shape: 'circle', tone: 'neutral' },
  WITHIN_30_DAYS: { shape: 'warning', tone: 'notice' },
  WITHIN_7_DAYS: { shape: 'warning', tone: 'negative' },
  EXPIRED: { shape: 'cross', tone: 'negative' },
} as const;

interface RowProps {
  row: ExpiringCredentialRowFragment;
}

export function CredentialName({ row: { kind, credentialKind } }: RowProps) {
  const intl = useIntl();
  const id = credentialKind === 'CERTIFICATE' ? 'CERTIFICATE' : 'CLIENT_SECRET';
  return intl.formatMessage({ id: `healthPage.credential.${id}` }, { cloud: CLOUDS[kind] });
}

export function CredentialExpiry({ row: { expiry } }: RowProps) {
  const intl = useIntl();
  const { expiresAt, state } = expiry;
  return (
    <span className={lines}>
      <IndicatorText indicator={INDICATORS[state]}>
        {intl.formatMessage({ id: `healthPage.expiry.${state}` })}
      </IndicatorText>
      <span className={quiet}>
        {intl.formatDate(expiresAt, { dateStyle: 'long' })} ·{' '}
        <RelativeTime at={expiresAt} focusable={false} />
      </span>
    </span>
  );
}
