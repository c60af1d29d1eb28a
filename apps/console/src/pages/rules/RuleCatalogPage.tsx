/**
 * The facts about Adobe and the clouds that checks are based on, and where they are documented.
 * Rule numbers link to this page.
 */
import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { groupChecksByRule, filterRules } from './filterRules.ts';
import { RULE_CATALOG } from './ruleDocuments.ts';
import { RuleTable } from './RuleTable.tsx';

export function RuleCatalogPage() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { text } = useSearch({ from: '/shell/rules' });
  const title = intl.formatMessage({ id: 'rules.title' });
  usePageTitle(title);
  const { data, previousData, error, refetch } = useQuery(RULE_CATALOG, { variables: { locale } });
  const known = data ?? previousData;
  const shown = useMemo(() => filterRules(known?.rules ?? [], text), [known, text]);
  const checks = useMemo(() => groupChecksByRule(known?.checkCatalog ?? []), [known]);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'rules.text' })}</PageHeader>
      <RuleFilter text={text} count={known && shown.length} />
      {error && !known ? (
        <ErrorState
          what={intl.formatMessage({ id: 'rules.failed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!known && !error ? <ListSkeleton rows={12} columns={4} /> : null}
      {known && shown.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'rules.noMatch' })}>
          {intl.formatMessage({ id: 'rules.noMatchText' })}
        </EmptyState>
      ) : null}
      {shown.length > 0 ? <RuleTable rules={shown} checks={checks} /> : null}
    </>
  );
}

function RuleFilter({ text, count }: { text?: string; count?: number }) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/rules' });
  return (
    <FilterBar
      text={{
        label: intl.formatMessage({ id: 'rules.filter' }),
        value: text ?? '',
        onChange: (typed) => void navigate({ search: { text: typed || undefined }, replace: true }),
      }}
      isFiltered={Boolean(text)}
      onClear={() => void navigate({ search: {} })}
      count={count === undefined ? undefined : intl.formatMessage({ id: 'rules.count' }, { count })}
    />
  );
}
