/** At the head of a completed run: how the keys of its organization are now. */
import { useQuery } from '@apollo/client/react';
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { graphql } from '../../generated/gql.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
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

const healthHref = (organizationId: string) => `${organizationHref(organizationId)}#health`;

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

/** Of the organization's keys, followed; undefined until it is known. */
export function useRunHealth(organizationId: string) {
  const { data, refetch } = useQuery(RUN_HEALTH, {
    variables: { id: organizationId },
    fetchPolicy: 'cache-and-network',
    // A check that finds nothing new is no change of health.
    pollInterval: CHECKED_MILLISECONDS,
  });
  useHealthChanges(() => undefined);
  useEffect(() => onReconnected(() => void refetch().catch(() => undefined)), [refetch]);
  return data?.organization?.keyHealth;
}

interface RunHealthProps {
  organizationId: string;
  health: ReturnType<typeof useRunHealth>;
}

export const RunHealth = (props: RunHealthProps) => (
  <HealthTexts>
    <OrganizationsHealth {...props} />
  </HealthTexts>
);

/** Without an answer it is not shown: the run says what it is about without it. */
function OrganizationsHealth({ organizationId, health }: RunHealthProps) {
  const intl = useIntl();
  if (!health) return null;
  return (
    <div className={line}>
      <Link href={healthHref(organizationId)}>{intl.formatMessage({ id: 'keyHealth.title' })}</Link>
      <HealthBadge health={health.health} />
      {health.health === 'NOT_WATCHED' ? null : (
        <span className={quiet}>
          <RelativeTime at={health.since} />
        </span>
      )}
      <Link href={`${organizationHref(organizationId)}#evidence`}>
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

/** First of all, where Adobe can't use the key now: that the set-up is complete comes after it. */
export const LostKey = (props: RunHealthProps) => (
  <HealthTexts>
    <Lost {...props} />
  </HealthTexts>
);

function Lost({ organizationId, health }: RunHealthProps) {
  const intl = useIntl();
  if (health?.health !== 'REVOKED' && health?.health !== 'CUT_OFF') return null;
  return (
    <InlineAlert variant="negative">
      <Heading level={2}>{intl.formatMessage({ id: `health.${health.health}` })}</Heading>
      <Content>
        {intl.formatMessage({ id: `healthMeaning.${health.health}` })}{' '}
        <Link href={healthHref(organizationId)}>
          {intl.formatMessage({ id: 'keyHealth.title' })}
        </Link>
      </Content>
    </InlineAlert>
  );
}
