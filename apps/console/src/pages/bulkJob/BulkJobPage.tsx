/** One bulk job, live: progress, what became of each organization, and a button that cancels. */
import { useQuery, useSubscription } from '@apollo/client/react';
import { AlertDialog, Button, Link } from '@react-spectrum/s2';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLiveConnection } from '../../apollo/liveConnection.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import type { BulkAction } from '../../generated/enums.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { BulkItemTable } from './BulkItemTable.tsx';
import { JobLinks } from './JobLinks.tsx';
import { BULK_JOB_CHANGED, BULK_JOB_QUERY, CANCEL_BULK } from './bulkJobDocuments.ts';
import type { JobView } from './bulkJobDocuments.ts';
import { ATTENTION, ITEM_STATUSES, toItemFilter } from './bulkJobSearch.ts';
import { JobProgress } from './JobProgress.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

/** How often the page queries the job while updates are not pushed. */
const POLL_MILLISECONDS = 15_000;

export function BulkJobPage() {
  const intl = useIntl();
  const { jobId: id } = useParams({ from: '/shell/bulk-jobs/$jobId' });
  const { status } = useSearch({ from: '/shell/bulk-jobs/$jobId' });
  const { locale } = useAppLocale();
  const live = useLiveConnection();
  const query = useQuery(BULK_JOB_QUERY, {
    variables: { id, locale, ...toItemFilter(status) },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: false,
    pollInterval: live === 'reconnecting' ? POLL_MILLISECONDS : 0,
  });
  const { refetch } = query;
  useSubscription(BULK_JOB_CHANGED, {
    variables: { id },
    ignoreResults: true,
    onData: () => void refetch().catch(() => undefined),
  });
  // Null, of a job that may be seen no more, is an answer too.
  const { node } = query.data ?? query.previousData ?? {};
  // Cast: of all nodes, the query reads items of bulk jobs alone.
  const job = node && 'items' in node ? (node as JobView) : null;
  if (job) return <Loaded job={job} query={query} />;
  if (query.error)
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'bulk.jobFailed' })}
        error={query.error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    );
  return query.loading ? <PageSkeleton /> : <NotFoundPage />;
}

/** What its items show; of other actions, nothing more. */
const KINDS: Partial<Record<BulkAction, Parameters<typeof BulkItemTable>[0]['kind']>> = {
  CREATE_HAND_OFFS: 'links',
  VERIFY: 'checks',
  PROVIDE_KEYS: 'keys',
};

interface LoadedProps {
  job: JobView;
  query: Parameters<typeof PagedList>[0]['query'];
}

function Loaded({ job, query }: LoadedProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/bulk-jobs/$jobId' });
  const { status: shown } = useSearch({ from: '/shell/bulk-jobs/$jobId' });
  const { action, track, step, actor, status, startedBy, startedAt, cancelledBy } = job;
  const about = actor ? intl.formatMessage({ id: 'bulk.links.for' }, { actor }) : track;
  const where = step && intl.formatMessage({ id: `step.${step}` });
  const title = [intl.formatMessage({ id: `bulk.action.${action}` }), about, where]
    .filter(Boolean)
    .join(' · ');
  const hasLinks = action === 'CREATE_HAND_OFFS';
  const kind = KINDS[action] ?? 'plain';
  usePageTitle(title);
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link href="/bulk-jobs" variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'bulk.jobs' })}
          </Link>
        }
        actions={<CancelButton id={job.id} isRunning={status === 'RUNNING'} />}
      >
        {intl.formatMessage({ id: 'bulk.by' }, { name: startedBy })} <RelativeTime at={startedAt} />
        {cancelledBy
          ? ` ${intl.formatMessage({ id: 'bulk.cancelledBy' }, { name: cancelledBy })}`
          : null}
      </PageHeader>
      <JobProgress job={job} onCheckAgain={() => void query.refetch().catch(() => undefined)} />
      {hasLinks && job.done > 0 ? <JobLinks job={job} /> : null}
      <FilterBar
        isFiltered={shown !== undefined}
        onClear={() => void navigate({ search: {} })}
        count={intl.formatMessage(
          { id: 'portfolio.organizations' },
          { count: job.items.totalCount },
        )}
        actions={
          <ExportButton
            file={async (tools) =>
              (await import('./bulkItemsFile.ts')).bulkItemsFile(tools, {
                id: job.id,
                filter: toItemFilter(shown),
              })
            }
          />
        }
      >
        <FilterPicker
          label={intl.formatMessage({ id: 'bulk.outcome' })}
          value={shown}
          options={[
            { id: ATTENTION, name: intl.formatMessage({ id: 'bulk.attention' }) },
            ...ITEM_STATUSES.map((id) => ({
              id,
              name: intl.formatMessage({ id: `bulk.item.${id}` }),
            })),
          ]}
          onChange={(next) => void navigate({ search: { status: next }, replace: true })}
        />
      </FilterBar>
      <PagedList
        list={job.items}
        query={query}
        failed={intl.formatMessage({ id: 'bulk.jobFailed' })}
        skeleton={{ rows: 8, columns: 3 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'portfolio.noMatch' })}>
            {intl.formatMessage({ id: 'portfolio.noMatchText' })}
          </EmptyState>
        }
      >
        {(items) => <BulkItemTable items={items} kind={kind} />}
      </PagedList>
    </>
  );
}

/** Stays when the job ends, so that an open dialog closes in its own time. */
function CancelButton({ id, isRunning }: { id: string; isRunning: boolean }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const cancel = useKeywayMutation(CANCEL_BULK);
  const mayCancel = useRoleSomewhere('OWNER', 'OPERATOR');
  if (!mayCancel) return null;
  return (
    <>
      <MutationNotice mutation={cancel} />
      {isRunning ? (
        <Button variant="negative" isPending={cancel.isPending} onPress={() => setOpen(true)}>
          {intl.formatMessage({ id: 'bulk.cancel' })}
        </Button>
      ) : null}
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? (
          <AlertDialog
            variant="destructive"
            title={intl.formatMessage({ id: 'bulk.cancelTitle' })}
            primaryActionLabel={intl.formatMessage({ id: 'bulk.cancel' })}
            cancelLabel={intl.formatMessage({ id: 'common.close' })}
            onPrimaryAction={() => cancel.send({ id })}
          >
            {intl.formatMessage({ id: 'bulk.cancelText' })}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </>
  );
}
