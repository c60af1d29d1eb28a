/** The organizations of a bulk job as rows: what became of each, and why. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ITEM_INDICATORS, OUTCOME_INDICATORS } from '../../features/bulk/bulkJobFields.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { organizationHref, runHref, stepHref } from '../../ui/runAddress.ts';
import type { JobView } from './bulkJobDocuments.ts';
import { ServerText } from '../../ui/ServerText.tsx';

type Item = JobView['items']['edges'][number]['node'];

interface BulkItemTableProps {
  items: readonly Item[];
  /** Messages of what is done are links, or what came of checks; or the items have keys. */
  kind: 'links' | 'checks' | 'keys' | 'plain';
}

const HEADERS = {
  links: 'bulk.linkOrWhy',
  checks: 'bulk.whatOrWhy',
  keys: 'bulk.why',
  plain: 'bulk.why',
} as const;

/** Its run, at the step where something is to be done; the organization where nothing was done. */
function itemHref({ run, organization, findings: [first] }: Item): string {
  if (!run) return organizationHref(organization.id);
  return first ? stepHref(run.id, first.track, first.step) : runHref(run.id);
}

function Message({ item, isLink }: { item: Item; isLink: boolean }) {
  const intl = useIntl();
  const { status, message, outcomeMessage } = item;
  if (!isLink || status !== 'DONE') return <ServerText text={outcomeMessage ?? message ?? ''} />;
  return message ? (
    <CopyText text={message} label={intl.formatMessage({ id: 'bulk.link' })} max={36} size="M" />
  ) : (
    intl.formatMessage({ id: 'bulk.links.gone' })
  );
}

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const mono = style({ font: 'code-xs', overflowWrap: 'anywhere' });

function Keys({ keys }: Pick<Item, 'keys'>) {
  return (
    <span className={stack}>
      {keys.map(({ track, keyIdentifier }) => (
        <span key={track}>
          {track} <bdi className={mono}>{keyIdentifier}</bdi>
        </span>
      ))}
    </span>
  );
}

export function BulkItemTable({ items, kind }: BulkItemTableProps) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'bulk.items' })}
      rows={items}
      rowKey={({ organization }) => organization.id}
      rowHref={itemHref}
      columns={[
        {
          key: 'organization',
          header: intl.formatMessage({ id: 'organizations.name' }),
          cell: ({ organization }) => <bdi>{organization.name}</bdi>,
        },
        ...(kind === 'keys'
          ? [
              {
                key: 'keys',
                header: intl.formatMessage({ id: 'import.keys.key' }),
                cell: ({ keys }: Item) => <Keys keys={keys} />,
              },
            ]
          : []),
        {
          key: 'status',
          header: intl.formatMessage({ id: 'bulk.outcome' }),
          cell: ({ status, outcome }) =>
            outcome ? (
              <IndicatorText indicator={OUTCOME_INDICATORS[outcome]}>
                {intl.formatMessage({ id: `bulk.outcome.${outcome}` })}
              </IndicatorText>
            ) : (
              <IndicatorText indicator={ITEM_INDICATORS[status]}>
                {intl.formatMessage({ id: `bulk.item.${status}` })}
              </IndicatorText>
            ),
        },
        {
          key: 'message',
          header: intl.formatMessage({ id: HEADERS[kind] }),
          cell: (item) => <Message item={item} isLink={kind === 'links'} />,
        },
      ]}
    />
  );
}
