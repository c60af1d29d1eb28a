/** One alert at its own address, to send to a colleague. */
import { useQuery } from '@apollo/client/react';
import { Link } from '@react-spectrum/s2';
import { useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { AlertItem } from '../../features/alerts/AlertItem.tsx';
import { AlertTexts } from '../../features/alerts/AlertTexts.tsx';
import { ALERT_QUERY } from '../../features/alerts/alertDocuments.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export const AlertPage = () => (
  <AlertTexts>
    <Page />
  </AlertTexts>
);

function Page() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { alertId: id } = useParams({ from: '/shell/alerts/$alertId' });
  const { data, error, refetch } = useQuery(ALERT_QUERY, {
    variables: { id, locale },
    fetchPolicy: 'cache-and-network',
  });
  const alert = data?.node?.__typename === 'Alert' ? data.node : undefined;
  usePageTitle(alert && `${alert.organization.name} · ${alert.title}`);
  if (error && !data)
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'alerts.failedOne' })}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <PageSkeleton />;
  if (!alert) return <NotFoundPage />;
  return (
    <>
      <PageHeader
        above={
          <Link href="/health?show=alerts" variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'alerts.title' })}
          </Link>
        }
        title={alert.organization.name}
      />
      <AlertItem alert={alert} isAlone />
    </>
  );
}
