/** The columns of an import, and which values each can have. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CLOUDS, REGIONS, SHIELDS } from '../../features/organization/organizationChoices.ts';

const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });
const list = style({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 4,
  margin: 0,
  alignItems: 'baseline',
});
const name = style({ font: 'code-xs', color: 'neutral' });
const meaning = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  margin: 0,
  minWidth: 0,
  overflowWrap: 'anywhere',
});

export function ImportColumns() {
  const intl = useIntl();
  const required = (text: string) => intl.formatMessage({ id: 'import.column.required' }, { text });
  const columns: readonly [name: string, meaning: string][] = [
    ['name', required(intl.formatMessage({ id: 'import.column.name' }))],
    ['imsOrgId', required(intl.formatMessage({ id: 'import.column.imsOrgId' }))],
    ['shield', required(SHIELDS.join(' · '))],
    [
      'cloud',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: CLOUDS.join(' · '), value: 'AZURE' },
      ),
    ],
    [
      'region',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: REGIONS.join(' · '), value: 'VA7' },
      ),
    ],
    [
      'ownsCja',
      intl.formatMessage(
        { id: 'import.column.otherwise' },
        { values: 'true · false', value: 'false' },
      ),
    ],
    ['azureTenantId', intl.formatMessage({ id: 'import.column.tenant' })],
  ];
  return (
    <section>
      <h2 className={heading}>{intl.formatMessage({ id: 'import.columns' })}</h2>
      <dl className={list}>
        {columns.map(([column, text]) => (
          <div key={column} className={style({ display: 'contents' })}>
            <dt className={name}>{column}</dt>
            <dd className={meaning}>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
