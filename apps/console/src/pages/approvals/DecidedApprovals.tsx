/** What was decided about approvals, the newest first: who, when, why, and where it stands now. */
import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link as TextLink } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { ApproverTexts } from '../../features/approvers/ApproverTexts.tsx';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useRunChanges } from '../../features/run/data/useRunChanges.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { approvalHref } from '../../ui/runAddress.ts';
import type { DecisionChangesSubscription } from '../../generated/graphql.ts';
import type { DecisionKind } from './approvalsSearch.ts';
import { DECISION_CHANGES, DECISIONS_QUERY, type Decision } from './decisionsDocument.ts';
import { DECISION_KINDS, decisionOf, kindsOf, type DecisionRow } from './decisions.ts';

const CHOICES = Object.keys(DECISION_KINDS) as DecisionKind[];
const whole = style({ overflowWrap: 'anywhere' });
const over = style({
  display: 'block',
  font: 'body-sm',
  color: 'notice-1100',
  overflowWrap: 'anywhere',
});
const links = style({ display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 4 });

export const DecidedApprovals = () => (
  <ApproverTexts>
    <Decided />
  </ApproverTexts>
);

function Decided() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const navigate = useNavigate();
  const { decision } = useSearch({ from: '/shell/approvals' });
  const variables = useMemo(
    () => ({ filter: { kind: kindsOf(decision) }, locale }),
    [decision, locale],
  );
  const query = useQuery(DECISIONS_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    // Keeps the pages after the first one.
    refetchWritePolicy: 'merge',
  });
  useRunChanges(DECISION_CHANGES, NOTHING, (changes) => {
    const shown = query.data?.history.edges.map(({ node }) => node) ?? [];
    if (changes.some((change) => isNews(change, shown)))
      void query.refetch().catch(() => undefined);
  });
  const choose = (chosen: DecisionKind | undefined) =>
    void navigate({
      to: '/approvals',
      search: { show: 'decided', decision: chosen },
      replace: true,
    });
  return (
    <>
      <FilterBar
        isFiltered={decision !== undefined}
        onClear={() => choose(undefined)}
        actions={
          <ExportButton
            file={async (tools) =>
              (await import('./approvalFiles.ts')).decidedFile(tools, decision)
            }
          />
        }
      >
        <FilterPicker
          label={intl.formatMessage({ id: 'approvals.decide' })}
          value={decision}
          allLabel={intl.formatMessage({ id: 'approvers.decision.all' })}
          options={CHOICES.map((id) => ({
            id,
            name: intl.formatMessage({ id: `approvers.decision.${id}` }),
          }))}
          onChange={choose}
        />
      </FilterBar>
      <PagedList
        list={query.data?.history}
        query={query}
        failed={intl.formatMessage({ id: 'approvals.failed' })}
        skeleton={{ rows: 4, columns: 5 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'approvers.noDecisions' })}>
            {intl.formatMessage({ id: 'approvers.noDecisionsText' })}
          </EmptyState>
        }
      >
        {(entries) => <DecisionTable entries={entries} />}
      </PagedList>
    </>
  );
}

const NOTHING = {};
const isDecision = (kind: string): boolean =>
  Object.values(DECISION_KINDS).some((known) => known === kind);

/** What became of an approval after it was given. */
function Voided({ at, reason }: NonNullable<DecisionRow['voided']>) {
  const intl = useIntl();
  const since = at ? intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) : '';
  const given = at ? 'approvers.void' : 'approvers.voidBefore';
  const id = reason ? given : 'approvers.expired';
  return <span className={over}>{intl.formatMessage({ id }, { since, reason })}</span>;
}

/** Whether a run was decided about, or an approval in the list became void. */
function isNews(
  { id, tracks, history }: DecisionChangesSubscription['runsChanged'],
  shown: readonly Decision[],
): boolean {
  if (history.nodes.some(({ kind }) => isDecision(kind))) return true;
  const run = shown.find((entry) => entry.run?.id === id)?.run;
  return (
    run?.tracks.some((track, at) => track.approval?.status !== tracks[at]?.approval?.status) ??
    false
  );
}

function DecisionTable({ entries }: { entries: readonly Decision[] }) {
  const intl = useIntl();
  const rows = entries.flatMap((entry) => decisionOf(entry) ?? []);
  return (
    <DataTable
      label={intl.formatMessage({ id: 'approvals.show.decided' })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: intl.formatMessage({ id: 'portfolio.column.organization' }),
          cell: ({ organization }) => <bdi>{organization.name}</bdi>,
        },
        {
          key: 'track',
          header: intl.formatMessage({ id: 'approvals.track' }),
          cell: ({ track }) => intl.formatMessage({ id: `track.${track}` }),
        },
        {
          key: 'decision',
          header: intl.formatMessage({ id: 'approvals.decide' }),
          cell: ({ decision, voided }) => (
            <>
              {intl.formatMessage({ id: `approvers.decision.${decision}` })}
              {voided ? <Voided {...voided} /> : null}
            </>
          ),
        },
        {
          key: 'by',
          header: intl.formatMessage({ id: 'approvers.by' }),
          cell: ({ by, at }) => (
            <>
              {by}, <RelativeTime at={at} focusable={false} />
            </>
          ),
        },
        {
          key: 'text',
          header: intl.formatMessage({ id: 'approvers.comment' }),
          cell: ({ text }) => (text ? <span className={whole}>{text}</span> : '—'),
        },
        {
          key: 'links',
          header: intl.formatMessage({ id: 'approvers.more' }),
          cell: ({ runId, track, organization }) => (
            <span className={links}>
              <TextLink href={approvalHref(runId, track)}>
                {intl.formatMessage({ id: 'step.APPROVAL' })}
              </TextLink>
              <TextLink
                href={`/history?kind=DECISIONS&organization=${encodeURIComponent(organization.id)}`}
              >
                {intl.formatMessage({ id: 'nav.history' })}
              </TextLink>
            </span>
          ),
        },
      ]}
    />
  );
}
