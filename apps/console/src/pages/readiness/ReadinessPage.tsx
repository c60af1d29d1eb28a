/** One dry run, live: how far it is, what is in the way of how many, and each organization. */
import { useQuery, useSubscription } from '@apollo/client/react';
import { Button, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useLiveConnection } from '../../apollo/liveConnection.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { SelectableTable } from '../../features/bulk/SelectableTable.tsx';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { OUTCOME_INDICATORS } from '../../features/readiness/dryRunFields.ts';
import { READINESS_OUTCOMES } from '../../features/readiness/readinessOutcomes.ts';
import { ReadinessTexts } from '../../features/readiness/ReadinessTexts.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { IndicatorText } from '../../status/StatusText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { CANCEL_DRY_RUN, DRY_RUN_CHANGED, DRY_RUN_QUERY } from './readinessDocuments.ts';
import type { DryRunView } from './readinessDocuments.ts';
import { ReadinessCauses } from './ReadinessCauses.tsx';
import { ReadinessProgress } from './ReadinessProgress.tsx';

const unbroken = style({ whiteSpace: 'nowrap' });

/** How often the page asks while updates are not pushed. */
const POLL_MILLISECONDS = 15_000;

export function ReadinessPage() {
  return (
    <ReadinessTexts>
      <Page />
    </ReadinessTexts>
  );
}

function Page() {
  const intl = useIntl();
  const { dryRunId: id } = useParams({ from: '/shell/readiness/$dryRunId' });
  const { outcome, cause } = useSearch({ from: '/shell/readiness/$dryRunId' });
  const { locale } = useAppLocale();
  const live = useLiveConnection();
  const query = useQuery(DRY_RUN_QUERY, {
    variables: { id, locale, outcome: outcome ?? null, cause: cause ?? null },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: false,
    pollInterval: live === 'reconnecting' ? POLL_MILLISECONDS : 0,
  });
  const { refetch } = query;
  useSubscription(DRY_RUN_CHANGED, {
    variables: { id },
    ignoreResults: true,
    onData: () => void refetch().catch(() => undefined),
  });
  const { node } = query.data ?? query.previousData ?? {};
  // Cast: of all nodes, the query reads organizations of dry runs alone.
  const dryRun = node && 'organizations' in node ? (node as DryRunView) : null;
  if (dryRun) return <Loaded dryRun={dryRun} query={query} />;
  if (query.error)
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'readiness.failed' })}
        error={query.error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    );
  return query.loading ? <PageSkeleton /> : <NotFoundPage />;
}

interface LoadedProps {
  dryRun: DryRunView;
  query: Parameters<typeof PagedList>[0]['query'];
}

function Loaded({ dryRun, query }: LoadedProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/readiness/$dryRunId' });
  const { outcome, cause } = useSearch({ from: '/shell/readiness/$dryRunId' });
  const title = intl.formatMessage({ id: 'readiness.title' });
  usePageTitle(title);
  const { startedBy, startedAt, cancelledBy, expiresAt, organizations } = dryRun;
  const day = expiresAt ? intl.formatDate(expiresAt, { dateStyle: 'medium' }) : null;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link href="/readiness" variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'readiness.all' })}
          </Link>
        }
        actions={<CancelButton id={dryRun.id} isRunning={dryRun.status === 'RUNNING'} />}
      >
        {intl.formatMessage({ id: 'readiness.by' }, { name: startedBy })}{' '}
        <RelativeTime at={startedAt} />
        {cancelledBy
          ? ` · ${intl.formatMessage({ id: 'readiness.cancelledBy' }, { name: cancelledBy })}`
          : null}
        {day ? ` · ${intl.formatMessage({ id: 'readiness.expires' }, { day })}` : null}
      </PageHeader>
      <ReadinessProgress dryRun={dryRun} />
      <ReadinessCauses
        causes={dryRun.causes}
        chosen={cause}
        onChoose={(next) => void navigate({ search: { cause: next }, replace: true })}
      />
      <FilterBar
        isFiltered={outcome !== undefined || cause !== undefined}
        onClear={() => void navigate({ search: {} })}
        count={intl.formatMessage(
          { id: 'portfolio.organizations' },
          { count: organizations.totalCount },
        )}
        actions={
          <ExportButton
            isDisabled={dryRun.checked === 0}
            file={async (tools) =>
              (await import('./readinessFile.ts')).readinessFile(tools, {
                ...{ id: dryRun.id, outcome, cause },
              })
            }
          />
        }
      >
        <FilterPicker
          label={intl.formatMessage({ id: 'readiness.outcome' })}
          value={outcome}
          options={READINESS_OUTCOMES.map((id) => ({
            id,
            name: intl.formatMessage({ id: `readiness.outcome.${id}` }),
          }))}
          onChange={(next) =>
            void navigate({ search: (old) => ({ ...old, outcome: next }), replace: true })
          }
        />
      </FilterBar>
      <PagedList
        list={organizations}
        query={query}
        failed={intl.formatMessage({ id: 'readiness.failed' })}
        skeleton={{ rows: 8, columns: 3 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'portfolio.noMatch' })}>
            {intl.formatMessage({ id: 'portfolio.noMatchText' })}
          </EmptyState>
        }
      >
        {(items) => <ReadinessTable items={items} narrowedTo={{ outcome, cause }} />}
      </PagedList>
    </>
  );
}

type Item = DryRunView['organizations']['edges'][number]['node'];

interface ReadinessTableProps {
  items: readonly Item[];
  narrowedTo: object;
}

function ReadinessTable({ items, narrowedTo }: ReadinessTableProps) {
  const intl = useIntl();
  return (
    <SelectableTable
      organizationOf={({ organization }) => organization}
      narrowedTo={narrowedTo}
      label={intl.formatMessage({ id: 'readiness.organizations' })}
      rows={items}
      rowKey={({ organization }) => organization.id}
      rowHref={({ organization }) => organizationHref(organization.id)}
      columns={[
        {
          key: 'organization',
          header: intl.formatMessage({ id: 'readiness.organization' }),
          cell: ({ organization }) => <bdi>{organization.name}</bdi>,
        },
        {
          key: 'outcome',
          header: intl.formatMessage({ id: 'readiness.outcome' }),
          cell: ({ outcome, skipped }) =>
            outcome ? (
              <IndicatorText indicator={OUTCOME_INDICATORS[outcome]}>
                <span className={unbroken}>
                  {intl.formatMessage({ id: `readiness.outcome.${outcome}` })}
                </span>
              </IndicatorText>
            ) : (
              intl.formatMessage({ id: skipped ? 'readiness.skipped' : 'readiness.pending' })
            ),
        },
        {
          key: 'message',
          header: intl.formatMessage({ id: 'readiness.why' }),
          cell: ({ message }) => message,
        },
      ]}
    />
  );
}

function CancelButton({ id, isRunning }: { id: string; isRunning: boolean }) {
  const intl = useIntl();
  const cancel = useKeywayMutation(CANCEL_DRY_RUN);
  const mayCancel = useRoleSomewhere('OWNER', 'OPERATOR');
  if (!mayCancel) return null;
  return (
    <>
      <MutationNotice mutation={cancel} />
      {isRunning ? (
        <Button
          variant="secondary"
          isPending={cancel.isPending}
          onPress={() => cancel.send({ id })}
        >
          {intl.formatMessage({ id: 'readiness.cancel' })}
        </Button>
      ) : null}
    </>
  );
}
