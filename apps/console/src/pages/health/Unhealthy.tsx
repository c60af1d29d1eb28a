/** What is wrong now: organizations by health, worst first; or that all is well, and since when. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { onAlertChange, reportAlertChange } from '../../features/alerts/alertChanges.ts';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useHealthChanges } from '../../features/health/useHealthChanges.ts';
import type { HealthPageQuery } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { HEALTH_QUERY } from './healthDocuments.ts';
import { oneOf, UNHEALTHY } from './healthChoices.ts';
import type { HealthSearch } from './healthSearch.ts';
import { UnhealthySection } from './UnhealthySection.tsx';

/** The time of the last check grows without any change of health. */
const CHECKED_MILLISECONDS = 60_000;

const checked = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, marginBottom: 12 });

interface UnhealthyProps {
  search: HealthSearch;
  onChange: (change: Partial<HealthSearch>) => void;
}

/** Counts and lists follow the changes of alerts, and of health, which can heal without one. */
function useHealthCounts() {
  const query = useQuery(HEALTH_QUERY, {
    fetchPolicy: 'cache-and-network',
    pollInterval: CHECKED_MILLISECONDS,
  });
  const { refetch } = query;
  useHealthChanges(reportAlertChange);
  useEffect(() => onAlertChange(() => void refetch().catch(() => undefined)), [refetch]);
  return query;
}

const countOf = ({ portfolio }: HealthPageQuery, health: string): number =>
  portfolio.byHealth.find((one) => one.health === health)?.count ?? 0;

export function Unhealthy({ search, onChange }: UnhealthyProps) {
  const intl = useIntl();
  const { data, error, refetch } = useHealthCounts();
  if (!data)
    return error ? (
      <ErrorState
        what={intl.formatMessage({ id: 'healthPage.failed' })}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    ) : (
      <ListSkeleton rows={5} columns={5} />
    );
  const unhealthy = UNHEALTHY.filter((health) => countOf(data, health) > 0);
  if (unhealthy.length === 0) return <NothingWrong data={data} />;
  const chosen = oneOf(UNHEALTHY, search.health);
  const wanted = unhealthy.filter((health) => !chosen || chosen === health);
  return (
    <>
      <FilterBar
        text={{
          label: intl.formatMessage({ id: 'healthPage.filter' }),
          value: search.text ?? '',
          onChange: (text) => onChange({ text: text || undefined }),
        }}
        isFiltered={Boolean(search.text ?? chosen)}
        onClear={() => onChange({ text: undefined, health: undefined })}
        actions={
          <ExportButton
            isDisabled={wanted.length === 0}
            file={async (tools) =>
              (await import('./healthFiles.ts')).unhealthyFile(tools, {
                health: wanted,
                ...(search.text && { text: search.text }),
              })
            }
          />
        }
      >
        <FilterPicker
          label={intl.formatMessage({ id: 'healthPage.health' })}
          value={chosen}
          options={UNHEALTHY.map((id) => ({
            id,
            name: intl.formatMessage({ id: `health.${id}` }),
          }))}
          onChange={(health) => onChange({ health })}
        />
      </FilterBar>
      <Checked at={data.portfolio.checkedSince} healthy={countOf(data, 'HEALTHY')} />
      {wanted.map((health) => (
        <UnhealthySection
          key={health}
          health={health}
          count={countOf(data, health)}
          text={search.text}
        />
      ))}
      {wanted.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'healthPage.noMatch' })} />
      ) : null}
    </>
  );
}

function Checked({ at, healthy }: { at: string | null; healthy: number }) {
  const intl = useIntl();
  return (
    <p className={checked}>
      {intl.formatMessage({ id: 'healthPage.healthy' }, { count: healthy })}
      {at ? (
        <>
          {' · '}
          {intl.formatMessage({ id: 'healthPage.checked' })} <RelativeTime at={at} />
        </>
      ) : null}
    </p>
  );
}

function NothingWrong({ data }: { data: HealthPageQuery }) {
  const intl = useIntl();
  const { checkedSince } = data.portfolio;
  const healthy = countOf(data, 'HEALTHY');
  if (healthy === 0)
    return (
      <EmptyState
        title={intl.formatMessage({ id: 'healthPage.nothingWatched' })}
        actions={
          <LinkButton variant="secondary" href="/">
            {intl.formatMessage({ id: 'nav.portfolio' })}
          </LinkButton>
        }
      >
        {intl.formatMessage({ id: 'healthPage.nothingWatchedText' })}
      </EmptyState>
    );
  return (
    <EmptyState title={intl.formatMessage({ id: 'healthPage.allWell' }, { count: healthy })}>
      {checkedSince ? (
        <>
          {intl.formatMessage({ id: 'healthPage.checked' })} <RelativeTime at={checkedSince} />
        </>
      ) : (
        intl.formatMessage({ id: 'healthPage.notChecked' })
      )}
    </EmptyState>
  );
}
