/**
 * The layout of the pages for decisions: a link back to the run, the organization, and a readable
 * width.
 */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { CopyText } from '../../../ui/CopyText.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { runHref } from '../../../ui/runAddress.ts';
import { RunActionsRoot } from '../actions/RunActions.tsx';
import type { RunView } from '../data/runFields.ts';
import './decisionPage.css';

const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const frame = style({ maxWidth: 960, minWidth: 0, font: 'ui', color: 'neutral' });

export function DecisionPage({
  run,
  title,
  children,
}: {
  run: RunView;
  title: string;
  children: ReactNode;
}) {
  const intl = useIntl();
  const { organization } = run;
  return (
    <RunActionsRoot run={run}>
      <div className={`${frame} kw-decision`}>
        <PageHeader
          title={title}
          above={
            <span data-print="hidden">
              <Link href={runHref(run.id)} variant="secondary" isStandalone>
                {intl.formatMessage({ id: 'run.back' }, { name: organization.name })}
              </Link>
            </span>
          }
        >
          <div className={facts}>
            <strong>
              <bdi>{organization.name}</bdi>
            </strong>
            <CopyText
              text={organization.imsOrgId}
              label={intl.formatMessage({ id: 'common.imsOrgId' })}
              max={40}
            />
            <span>{intl.formatMessage({ id: `region.${organization.region}` })}</span>
          </div>
        </PageHeader>
        {children}
      </div>
    </RunActionsRoot>
  );
}
