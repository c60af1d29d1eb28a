/** After a decision, the next one: of the same run, else what waits for this person longest. */
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import type { TrackId } from '../../generated/enums.ts';
import { graphql } from '../../generated/gql.ts';
import { approvalHref } from '../../ui/runAddress.ts';

const NEXT_APPROVAL = graphql(`
  query NextApproval {
    pendingApprovals(first: 1, mayDecide: true) {
      totalCount
      edges {
        node {
          track
          run {
            id
            organization {
              id
              name
            }
          }
        }
      }
    }
  }
`);

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  font: 'ui-sm',
});

interface NextApprovalProps {
  run: RunView;
  /** The track that was not decided. */
  track: TrackId;
}

export function NextApproval({ run: decided, track: other }: NextApprovalProps) {
  const intl = useIntl();
  // Of after the decision. The cache has the approvals for everybody under the same name, and what
  // is read of them elsewhere would replace these.
  const { data } = useQuery(NEXT_APPROVAL, { fetchPolicy: 'no-cache' });
  const isOfRun = findOfferedAction(decided, 'approve', other) !== null;
  const next = isOfRun ? { run: decided, track: other } : data?.pendingApprovals.edges[0]?.node;
  if (!data || !next) return null;
  const { run, track } = next;
  return (
    <div className={line} data-print="hidden">
      <LinkButton variant="secondary" href={approvalHref(run.id, track)}>
        {intl.formatMessage(
          { id: 'run.approval.reviewNext' },
          {
            name: `${run.organization.name} · ${intl.formatMessage({ id: `track.${track}.short` })}`,
          },
        )}
      </LinkButton>
      <span>
        {intl.formatMessage(
          { id: 'run.approval.moreWait' },
          { count: data.pendingApprovals.totalCount },
        )}
      </span>
    </div>
  );
}
