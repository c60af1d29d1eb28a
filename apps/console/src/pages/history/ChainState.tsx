/** Whether the chain of hashes holds. Computing it reads every entry, so it is done when somebody asks. */
import { useLazyQuery } from '@apollo/client/react';
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { SignText } from '../../status/StatusText.tsx';
import { verdictSign } from '../../status/vocabulary.ts';
import { VERIFICATION_QUERY } from './historyDocuments.ts';

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12, rowGap: 8 });

export function ChainState({ organizationId }: { organizationId?: string }) {
  const intl = useIntl();
  const [verify, { data, loading, error }] = useLazyQuery(VERIFICATION_QUERY, { fetchPolicy: 'network-only' });
  const chain = data?.historyVerification;
  return (
    <span className={line}>
      {chain ? null : <span>{intl.formatMessage({ id: 'history.text' })}</span>}
      <span role="status">
        {error ? <SignText sign={verdictSign('UNKNOWN')}>{intl.formatMessage({ id: 'history.notVerified' })}</SignText> : null}
        {chain?.ok && !error ? (
          <SignText sign={verdictSign('PASS')}>
            {intl.formatMessage({ id: organizationId ? 'history.verified' : 'history.verifiedPartner' }, { entries: chain.entries })}
          </SignText>
        ) : null}
        {chain && !chain.ok && !error ? (
          <SignText sign={verdictSign('BLOCK')}>{intl.formatMessage({ id: 'history.broken' }, { entry: chain.brokenAt ?? '?' })}</SignText>
        ) : null}
      </span>
      <ActionButton
        size="S"
        isPending={loading}
        onPress={() => void verify({ variables: { organizationId: organizationId ?? null } }).catch(() => undefined)}
      >
        {intl.formatMessage({ id: organizationId ? 'history.verify' : 'history.verifyPartner' })}
      </ActionButton>
    </span>
  );
}
