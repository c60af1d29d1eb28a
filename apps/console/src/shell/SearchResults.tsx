/** The results of the search, as the listbox of its combobox: organizations, then actions. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Health } from '../generated/enums.ts';
import { toHealthIndicator } from '../status/indicators.ts';
import type { ShownStatus } from '../status/indicators.ts';
import { IndicatorText } from '../status/StatusText.tsx';
import { RunStatusIcon } from '../status/StatusIcon.tsx';
import { TruncatedText } from '../ui/TruncatedText.tsx';

export interface SearchResult {
  kind: 'organization' | 'action';
  name: string;
  detail?: string;
  status?: ShownStatus;
  health?: Health;
  /** Opens the page, or runs the action. */
  open: () => unknown;
}

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 8,
  maxHeight: '[min(60vh, 480px)]',
  overflowY: 'auto',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const option = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  paddingX: 12,
  paddingY: 8,
  borderRadius: 'default',
  cursor: 'pointer',
  backgroundColor: { default: 'transparent', isActive: 'gray-200' },
  font: 'ui',
});
const name = style({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' });
const detail = style({
  font: 'code-xs',
  color: 'neutral-subdued',
  display: 'inline-flex',
  minWidth: 0,
  maxWidth: '60%',
});
const health = style({ flexShrink: 0, whiteSpace: 'nowrap' });
const group = style({
  font: 'ui-sm',
  fontWeight: 'bold',
  color: 'neutral-subdued',
  paddingX: 12,
  paddingTop: 8,
  paddingBottom: 4,
});
const none = style({ font: 'ui', color: 'neutral-subdued', padding: 16, margin: 0 });

export function optionId(index: number): string {
  return `search-result-${index}`;
}

interface SearchResultsProps {
  results: SearchResult[];
  active: number;
  text: string;
  isFailed: boolean;
  isLoading: boolean;
  onChoose: (index: number) => void;
  onActive: (index: number) => void;
}

export function SearchResults({
  results,
  active,
  text,
  isFailed,
  isLoading,
  onChoose,
  onActive,
}: SearchResultsProps) {
  const intl = useIntl();
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const organizations = results.flatMap((one, index) =>
    one.kind === 'organization' ? [{ one, index }] : [],
  );
  const actions = results.flatMap((one, index) => (one.kind === 'action' ? [{ one, index }] : []));
  const draw = ({ one, index }: { one: SearchResult; index: number }) => (
    <div
      key={index}
      id={optionId(index)}
      role="option"
      aria-selected={index === active}
      className={option({ isActive: index === active })}
      onPointerMove={() => onActive(index)}
      onClick={() => onChoose(index)}
    >
      {one.status ? <RunStatusIcon status={one.status} /> : null}
      <span className={name}>{one.name}</span>
      {one.health && one.health !== 'NOT_WATCHED' ? (
        <span className={health}>
          <IndicatorText indicator={toHealthIndicator(one.health)}>
            {intl.formatMessage({ id: `health.${one.health}` })}
          </IndicatorText>
        </span>
      ) : null}
      {one.detail ? (
        <span className={detail} title={one.detail}>
          <TruncatedText text={one.detail} max={40} />
        </span>
      ) : null}
    </div>
  );
  return (
    <>
      {isFailed ? <p className={none}>{intl.formatMessage({ id: 'search.failed' })}</p> : null}
      {results.length === 0 && !isLoading && !isFailed ? (
        <p className={none}>{intl.formatMessage({ id: 'search.none' }, { text })}</p>
      ) : null}
      <div
        id="search-results"
        role="listbox"
        aria-label={intl.formatMessage({ id: 'search.title' })}
        className={list}
      >
        <Group label={intl.formatMessage({ id: 'search.organizations' })}>
          {organizations.map(draw)}
        </Group>
        <Group label={intl.formatMessage({ id: 'search.actions' })}>{actions.map(draw)}</Group>
      </div>
    </>
  );
}

function Group({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div role="group" aria-label={label}>
      <div className={group} aria-hidden="true">
        {label}
      </div>
      {children}
    </div>
  );
}
