/**
 * Whether the chain of hashes is intact. Verifying reads every entry, so it happens only on
 * request.
 */
import { useLazyQuery } from '@apollo/client/react';
import { ActionButton, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { checkpointsAddress } from '../../features/evidence/evidenceAddress.ts';
import type { HistoryVerificationQuery } from '../../generated/graphql.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toVerdictIndicator } from '../../status/indicators.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
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
  const verdict = useVerdict(chain, error !== undefined, organizationId !== undefined);
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
      {chain ? <Checkpoints of={chain.checkpoints} organizationId={organizationId} /> : null}
      {chain?.ok && chain.entries > 0 ? (
        <span className={proof}>
          {intl.formatMessage({ id: 'history.proves' })}
          {organizationId ? null : ` ${intl.formatMessage({ id: 'history.provesPartner' })}`}
        </span>
      ) : null}
    </span>
  );
}

type Chain = HistoryVerificationQuery['historyVerification'];

function useVerdict(chain: Chain | undefined, isFailed: boolean, isOfOrganization: boolean) {
  const intl = useIntl();
  if (isFailed) return intl.formatMessage({ id: 'history.notVerified' });
  if (!chain) return undefined;
  const { ok, entries, brokenAt, checkpoints } = chain;
  if (ok)
    return intl.formatMessage(
      { id: isOfOrganization ? 'history.verified' : 'history.verifiedPartner' },
      { entries },
    );
  if (brokenAt === null && !checkpoints.valid)
    return intl.formatMessage(
      { id: `history.checkpointProblem.${checkpoints.problem ?? 'OTHER_HISTORY'}` },
      { number: checkpoints.brokenAt },
    );
  return intl.formatMessage({ id: 'history.broken' }, { entries, entry: brokenAt ?? '?' });
}

interface CheckpointsProps {
  of: Chain['checkpoints'];
  organizationId: string | undefined;
}

/** What the chain was compared with, and where to get it, to keep it elsewhere. */
function Checkpoints({ of: { count, lastAt, lastEntries }, organizationId }: CheckpointsProps) {
  const intl = useIntl();
  return (
    <span className={proof}>
      {intl.formatMessage({ id: 'history.checkpoints' }, { count, entries: lastEntries ?? 0 })}
      {lastAt ? (
        <>
          {' '}
          {intl.formatMessage({ id: 'history.checkpointAt' })} <RelativeTime at={lastAt} />.
        </>
      ) : null}{' '}
      {count > 0 ? (
        <Link href={checkpointsAddress(organizationId ?? 'partner')} target="_blank">
          {intl.formatMessage({ id: 'history.getCheckpoints' })}
        </Link>
      ) : null}
    </span>
  );
}
