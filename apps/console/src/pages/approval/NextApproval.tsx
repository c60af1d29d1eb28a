/** After a decision, the next one: of the same run, else what waits for this person longest. */
import { useQuery } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
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

const nameOf = (
  { organization }: { organization: { name: string } },
  track: TrackId,
  intl: IntlShape,
): string => `${organization.name} · ${intl.formatMessage({ id: `track.${track}.short` })}`;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was approved on the page before, by name. */
    approved?: string;
  }
}

interface NextApprovalProps {
  run: RunView;
  /** The track that was decided. */
  track: TrackView;
  other: TrackId;
  /** The press that decided was for the next one too. */
  isFollowed: boolean;
}

export function NextApproval({ run: decided, track, other, isFollowed }: NextApprovalProps) {
  const intl = useIntl();
  const router = useRouter();
  const wasFollowed = useRef(false);
  // Of after the decision. The cache has the approvals for everybody under the same name, and what
  // is read of them elsewhere would replace these.
  const { data } = useQuery(NEXT_APPROVAL, { fetchPolicy: 'no-cache' });
  const isOfRun = findOfferedAction(decided, 'approve', other) !== null;
  const next = isOfRun ? { run: decided, track: other } : data?.pendingApprovals.edges[0]?.node;
  const nextHref = next && approvalHref(next.run.id, next.track);
  const approved = nameOf(decided, track.id, intl);
  useEffect(() => {
    if (!isFollowed || nextHref === undefined || wasFollowed.current) return;
    wasFollowed.current = true;
    void router.navigate({ href: nextHref, state: { approved } });
  }, [isFollowed, nextHref, approved, router]);
  if (!data || !next) return null;
  return (
    <div className={line} data-print="hidden">
      <LinkButton variant="secondary" href={nextHref}>
        {intl.formatMessage(
          { id: 'run.approval.reviewNext' },
          { name: nameOf(next.run, next.track, intl) },
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
