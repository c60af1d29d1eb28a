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
const frame = style({
  maxWidth: { default: 960, isWide: 1320 },
  minWidth: 0,
  font: 'ui',
  color: 'neutral',
});

interface DecisionPageProps {
  run: RunView;
  title: string;
  /** Beside the title, such as where the run continues. */
  actions?: ReactNode;
  /** Above all else, such as who refused. */
  notices?: ReactNode;
  /** The decision and its summary; in sight however far the rest is scrolled. */
  aside?: ReactNode;
  children: ReactNode;
}

export function DecisionPage({ run, title, actions, notices, aside, children }: DecisionPageProps) {
  const intl = useIntl();
  const { organization } = run;
  const header = (
    <PageHeader
      title={title}
      actions={actions}
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
  );
  return (
    <RunActionsRoot run={run}>
      <div className={`${frame({ isWide: Boolean(aside) })} kw-decision`}>
        {aside ? (
          <div className="kw-decide">
            <div className="kw-decide-head">
              {header}
              {notices}
            </div>
            <div className="kw-decide-aside">{aside}</div>
            <div className="kw-decide-main">{children}</div>
          </div>
        ) : (
          <>
            {header}
            {children}
          </>
        )}
      </div>
    </RunActionsRoot>
  );
}
