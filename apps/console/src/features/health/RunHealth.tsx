/** At the head of a completed run: how the keys of its organization are now. */
import { useQuery } from '@apollo/client/react';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { graphql } from '../../generated/gql.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { HealthBadge } from './HealthBadge.tsx';
import { HealthTexts } from './HealthTexts.tsx';
import { useHealthChanges } from './useHealthChanges.ts';

const RUN_HEALTH = graphql(`
  query RunHealth($id: ID!) {
    organization(id: $id) {
      id
      keyHealth {
        ...HealthSummary
        lookedAt
      }
    }
  }
`);

const CHECKED_MILLISECONDS = 60_000;

const line = style({
  font: 'ui',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 4,
  marginBottom: 16,
});
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

export interface RunHealthProps {
  organizationId: string;
}

export const RunHealth = (props: RunHealthProps) => (
  <HealthTexts>
    <OrganizationsHealth {...props} />
  </HealthTexts>
);

/** Without an answer it is not shown: the run says what it is about without it. */
function OrganizationsHealth({ organizationId }: RunHealthProps) {
  const intl = useIntl();
  const { data, refetch } = useQuery(RUN_HEALTH, {
    variables: { id: organizationId },
    fetchPolicy: 'cache-and-network',
    // A check that finds nothing new is no change of health.
    pollInterval: CHECKED_MILLISECONDS,
  });
  useHealthChanges(() => undefined);
  useEffect(() => onReconnected(() => void refetch().catch(() => undefined)), [refetch]);
  const health = data?.organization?.keyHealth;
  if (!health) return null;
  return (
    <div className={line}>
      <Link href={`/organizations/${encodeURIComponent(organizationId)}#health`}>
        {intl.formatMessage({ id: 'keyHealth.title' })}
      </Link>
      <HealthBadge health={health.health} />
      {health.health === 'NOT_WATCHED' ? null : (
        <span className={quiet}>
          <RelativeTime at={health.since} />
        </span>
      )}
      <Link href={`/organizations/${encodeURIComponent(organizationId)}#evidence`}>
        {intl.formatMessage({ id: 'keyHealth.evidence' })}
      </Link>
      {health.lookedAt ? (
        <span className={quiet}>
          {intl.formatMessage(
            { id: 'keyHealth.checkedAgain' },
            { when: <RelativeTime key="at" at={health.lookedAt} /> },
          )}
        </span>
      ) : null}
    </div>
  );
}
