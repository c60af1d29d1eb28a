/** Loads the run for a page, and shows that it is loading, failed or does not exist. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { LinkButton } from '@react-spectrum/s2';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useRun } from './data/useRun.ts';
import type { RunView } from './data/runFields.ts';

export function RunFrame({
  runId,
  children,
}: {
  runId: string;
  children: (run: RunView) => ReactNode;
}) {
  const intl = useIntl();
  const { run, loading, error, retry } = useRun(runId);
  if (run) return children(run);
  if (loading) return <PageSkeleton cards={4} />;
  if (error)
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'run.loadFailed' })}
        error={error}
        onRetry={retry}
      />
    );
  return <NoRun />;
}

function NoRun() {
  const intl = useIntl();
  usePageTitle(intl.formatMessage({ id: 'run.none' }));
  return (
    <EmptyState
      isPage
      title={intl.formatMessage({ id: 'run.none' })}
      actions={<LinkButton href="/">{intl.formatMessage({ id: 'notFound.home' })}</LinkButton>}
    >
      {intl.formatMessage({ id: 'notFound.text' })}
    </EmptyState>
  );
}
