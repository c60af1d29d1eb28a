/**
 * Whether the chain of hashes is intact. Verifying reads every entry, so it happens only on
 * request.
 */
import { useLazyQuery } from '@apollo/client/react';
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toVerdictIndicator } from '../../status/indicators.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { VERIFICATION_QUERY } from './historyDocuments.ts';

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
});

const proof = style({ flexBasis: 'full', font: 'ui-sm', color: 'neutral-subdued', maxWidth: 960 });

export function ChainState({ organizationId }: { organizationId?: string }) {
  const intl = useIntl();
  const [verify, { data, loading, error }] = useLazyQuery(VERIFICATION_QUERY, {
    fetchPolicy: 'network-only',
  });
  const announce = useAnnounce();
  const chain = data?.historyVerification;
  const verdict = error
    ? intl.formatMessage({ id: 'history.notVerified' })
    : chain?.ok
      ? intl.formatMessage(
          { id: organizationId ? 'history.verified' : 'history.verifiedPartner' },
          { entries: chain.entries },
        )
      : chain
        ? intl.formatMessage({ id: 'history.broken' }, { ...chain, entry: chain.brokenAt ?? '?' })
        : undefined;
  useEffect(() => {
    if (verdict) announce(verdict);
  }, [verdict, announce]);
  return (
    <span className={line}>
      {chain ? null : <span>{intl.formatMessage({ id: 'history.text' })}</span>}
      {verdict ? (
        <IndicatorText
          indicator={toVerdictIndicator(error ? 'UNKNOWN' : chain?.ok ? 'PASS' : 'BLOCK')}
        >
          {verdict}
        </IndicatorText>
      ) : null}
      <span data-print="hidden">
        <ActionButton
          size="S"
          isPending={loading}
          onPress={() =>
            void verify({ variables: { organizationId: organizationId ?? null } }).catch(
              () => undefined,
            )
          }
        >
          {intl.formatMessage({ id: organizationId ? 'history.verify' : 'history.verifyPartner' })}
        </ActionButton>
      </span>
      {chain?.ok && chain.entries > 0 ? (
        <span className={proof}>
          {intl.formatMessage({ id: 'history.proves' })}
          {organizationId ? null : ` ${intl.formatMessage({ id: 'history.provesPartner' })}`}
        </span>
      ) : null}
    </span>
  );
}
