/** Pictures over time: how far organizations are, and how long each step takes. */
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { countedIn } from './countedIn.ts';
import { FunnelTable } from './FunnelTable.tsx';
import { INSIGHTS } from './insightDocuments.ts';
import { InsightTexts } from '../../features/insights/InsightTexts.tsx';
import { StepTimesTable } from './StepTimesTable.tsx';

// The library of the pictures is as large as many pages; the tables are there without it.
const funnelPicture = lazyPart(async () => (await import('./FunnelPicture.tsx')).FunnelPicture);
const timesPicture = lazyPart(
  async () => (await import('./StepTimesPicture.tsx')).StepTimesPicture,
);

export const InsightsPage = () => (
  <InsightTexts>
    <Insights />
  </InsightTexts>
);

function Insights() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.insights' });
  usePageTitle(title);
  const { data, error, refetch } = useQuery(INSIGHTS, { fetchPolicy: 'cache-and-network' });
  const figures = data?.portfolio;
  const counted = figures && countedIn(figures);
  return (
    <>
      <PageHeader title={title}>
        {counted
          ? intl.formatMessage({ id: 'insights.text' }, { organizations: counted.total })
          : ' '}
      </PageHeader>
      {error && !figures ? (
        <ErrorState
          what={intl.formatMessage({ id: 'insights.failed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!figures && !error ? <ListSkeleton rows={10} columns={4} /> : null}
      {figures?.measuredRuns === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'insights.none' })}>
          {intl.formatMessage({ id: 'insights.noneText' })}
        </EmptyState>
      ) : null}
      {figures && counted && figures.measuredRuns > 0 ? (
        <>
          <Section
            title={intl.formatMessage({ id: 'insights.funnel' })}
            text={intl.formatMessage({ id: 'insights.funnel.text' }, counted)}
          >
            <Part part={funnelPicture} isWanted props={{ weeks: figures.funnel }}>
              <ListSkeleton rows={6} columns={2} />
            </Part>
            <FunnelTable weeks={figures.funnel} />
          </Section>
          <Section
            title={intl.formatMessage({ id: 'insights.times' })}
            text={intl.formatMessage({ id: 'insights.times.text' }, counted)}
          >
            <Part part={timesPicture} isWanted props={{ times: figures.stepTimes }}>
              <ListSkeleton rows={6} columns={2} />
            </Part>
            <StepTimesTable times={figures.stepTimes} />
          </Section>
        </>
      ) : null}
    </>
  );
}
