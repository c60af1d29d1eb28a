/** The organization's runs, newest first. The sentence has most of the width: it says the most. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { OrganizationQuery } from '../../generated/graphql.ts';
import { Work } from '../../features/work/Owner.tsx';
import { WhoseTurnLine } from '../../features/work/WhoseTurn.tsx';
import { toShownStatus } from '../../status/indicators.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { runHref } from '../../ui/runAddress.ts';
import { ServerText } from '../../ui/ServerText.tsx';

const none = style({ font: 'ui', color: 'neutral-subdued', margin: 0 });
const state = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });

type Run = NonNullable<OrganizationQuery['organization']>['runs']['edges'][number]['node'];

export function OrganizationRuns({ runs }: { runs: readonly Run[] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'organization.runs' });
  return (
    <Panel title={title}>
      {runs.length === 0 ? (
        <p className={none}>{intl.formatMessage({ id: 'organization.noRuns' })}</p>
      ) : (
        <DataTable
          isInset
          isNumbered
          label={title}
          rows={runs}
          rowKey={(run) => run.id}
          rowHref={(run) => runHref(run.id)}
          columns={[
            {
              key: 'status',
              header: intl.formatMessage({ id: 'organizations.run' }),
              cell: (run) => <RunStatusText status={toShownStatus(run)} />,
            },
            {
              key: 'sentence',
              header: intl.formatMessage({ id: 'organization.sentence' }),
              cell: (run) => (
                <span className={state}>
                  <ServerText text={run.sentence} />
                  <span className={small}>
                    <WhoseTurnLine run={run} />
                  </span>
                  <span className={small}>
                    {intl.formatMessage({ id: 'organization.progress' })}:{' '}
                    {intl.formatMessage({ id: 'portfolio.progress' }, run.progress)}
                  </span>
                </span>
              ),
            },
            {
              key: 'owner',
              header: intl.formatMessage({ id: 'work.owner' }),
              cell: (run) => <Work run={run} isShort />,
            },
            {
              key: 'started',
              header: intl.formatMessage({ id: 'organization.started' }),
              cell: (run) => <RelativeTime at={run.startedAt} focusable={false} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
