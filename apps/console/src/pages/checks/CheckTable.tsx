/** The checks of one step. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { CheckCatalogQuery } from '../../generated/graphql.ts';
import type { StepId } from '../../generated/enums.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { RuleLinks } from '../../ui/RuleLinks.tsx';

type Definition = CheckCatalogQuery['checkCatalog'][number];

const section = style({ marginBottom: 24 });
const heading = style({ font: 'title', margin: 0, marginBottom: 4 });
const name = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const id = style({ font: 'code-xs', color: 'neutral-subdued', fontWeight: 'normal' });

export function CheckTable({ step, checks }: { step: StepId; checks: readonly Definition[] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: `step.${step}` });
  return (
    <section className={section} aria-labelledby={`checks-${step}`}>
      <h2 id={`checks-${step}`} className={heading}>
        {title}
      </h2>
      <DataTable
        label={title}
        rows={checks}
        rowKey={(row) => [row.id, ...row.track].join('/')}
        columns={columnsOf(intl)}
        isInset
        isEven
      />
    </section>
  );
}

function columnsOf(intl: IntlShape): DataColumn<Definition>[] {
  return [
    {
      key: 'check',
      header: intl.formatMessage({ id: 'checks.check' }),
      cell: (row) => (
        <span className={name}>
          {row.title}
          <code className={id}>{row.id}</code>
        </span>
      ),
    },
    {
      key: 'rules',
      header: intl.formatMessage({ id: 'checks.rules' }),
      cell: (row) => <RuleLinks rules={row.rules} />,
    },
    {
      key: 'tracks',
      header: intl.formatMessage({ id: 'checks.tracks' }),
      cell: (row) =>
        row.track.map((track) => intl.formatMessage({ id: `track.${track}.short` })).join(' · '),
    },
    {
      key: 'overridable',
      header: intl.formatMessage({ id: 'checks.block' }),
      cell: (row) =>
        intl.formatMessage({ id: row.overridable ? 'checks.overridable' : 'checks.mustBeFixed' }),
    },
  ];
}
