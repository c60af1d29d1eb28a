/** Rules with their text, proof, sources, and the number of checks based on them. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { RuleCatalogQuery } from '../../generated/graphql.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';

type Rule = RuleCatalogQuery['rules'][number];
type ChecksByRule = ReadonlyMap<string, ReadonlySet<string>>;

const name = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const id = style({ font: 'code-xs', color: 'neutral-subdued', fontWeight: 'normal' });
const code = style({ font: 'code-sm', fontWeight: 'normal' });
const sources = style({ display: 'flex', flexDirection: 'column', rowGap: 4, font: 'ui-xs' });

export function RuleTable({ rules, checks }: { rules: readonly Rule[]; checks: ChecksByRule }) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'rules.title' })}
      rows={rules}
      rowKey={(row) => row.id}
      columns={columnsOf(intl, checks)}
      isInset
      isEven
    />
  );
}

function columnsOf(intl: IntlShape, checks: ChecksByRule): DataColumn<Rule>[] {
  return [
    {
      key: 'rule',
      header: intl.formatMessage({ id: 'rules.rule' }),
      cell: (row) => (
        <span className={name}>
          <span>{withCode(row.title)}</span>
          <code className={id}>{row.id}</code>
        </span>
      ),
    },
    {
      key: 'proof',
      header: intl.formatMessage({ id: 'rules.proof' }),
      cell: (row) =>
        row.proof.map((proof) => intl.formatMessage({ id: `rules.proof.${proof}` })).join(' · '),
    },
    {
      key: 'sources',
      header: intl.formatMessage({ id: 'rules.sources' }),
      cell: (row) => (
        <span className={sources}>
          {row.sources.length === 0
            ? '–'
            : row.sources.map((source) => <span key={source}>{source}</span>)}
        </span>
      ),
    },
    {
      key: 'checks',
      header: intl.formatMessage({ id: 'rules.checks' }),
      cell: (row) => <CheckLink rule={row.id} count={checks.get(row.id)?.size ?? 0} />,
    },
  ];
}

function CheckLink({ rule, count }: { rule: string; count: number }) {
  const intl = useIntl();
  if (count === 0) return '–';
  return (
    <Link
      to="/checks"
      search={{ text: rule }}
      className="kw-rule"
      activeProps={{}}
      aria-label={intl.formatMessage({ id: 'rules.checkLink' }, { count, rule })}
    >
      {intl.formatMessage({ id: 'checks.count' }, { count })}
    </Link>
  );
}

/** The parts between backticks as code. */
function withCode(text: string) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className={code}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
