/** The approval of the submission: its status, who decided it, its evidence and its expiry. */
import { useIntl } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { CopyText } from '../../ui/CopyText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { approvalHref } from '../../ui/runAddress.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { isDelayed } from '../../features/run/decision/formatApprovalPolicy.ts';
import { approvalStatusLabel } from '../../features/run/decision/approvalStatusLabel.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';

const message = style({ font: 'body-sm', margin: 0 });

export function ApprovalStatus({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const { approval } = track;
  return (
    <Section title={intl.formatMessage({ id: 'run.submit.approval' })}>
      {approval ? (
        <Facts
          rows={[
            ['run.approval.state', intl.formatMessage({ id: approvalStatusLabel(approval) })],
            ...(approval.decidedBy && approval.decidedAt
              ? ([
                  [
                    'run.approval.decidedBy',
                    <span key="d">
                      {approval.decidedBy}, <RelativeTime at={approval.decidedAt} />
                    </span>,
                  ],
                ] as const)
              : []),
            ...(approval.withdrawnBy && approval.withdrawnAt
              ? ([
                  [
                    'run.approval.withdrawnBy',
                    <span key="w">
                      {approval.withdrawnBy}, <RelativeTime at={approval.withdrawnAt} />
                    </span>,
                  ],
                ] as const)
              : []),
            ...(approval.configurationName
              ? ([['run.submit.name', <code key="n">{approval.configurationName}</code>]] as const)
              : []),
            ...(approval.reason ? ([['run.approval.reason', approval.reason]] as const) : []),
            ...(approval.usableAt && approval.status === 'APPROVED' && isDelayed(approval)
              ? ([
                  ['run.approval.usableFrom', <RelativeTime key="u" at={approval.usableAt} />],
                ] as const)
              : []),
            ...(approval.expiresAt && approval.status === 'APPROVED'
              ? ([
                  ['run.approval.validUntil', <RelativeTime key="v" at={approval.expiresAt} />],
                ] as const)
              : []),
            [
              'run.approval.hash',
              <CopyText
                key="h"
                text={approval.evidenceHash}
                label={intl.formatMessage({ id: 'run.approval.hash' })}
                max={Infinity}
              />,
            ],
            [
              'run.key.identifier',
              <CopyText
                key="k"
                text={approval.keyIdentifier}
                label={intl.formatMessage({ id: 'run.key.identifier' })}
                max={Infinity}
              />,
            ],
          ]}
        />
      ) : (
        <p className={message}>{intl.formatMessage({ id: 'run.submit.noApproval' })}</p>
      )}
      <p className={message} data-print="hidden">
        <Link href={approvalHref(run.id, track.id)}>
          {intl.formatMessage({ id: 'run.submit.toApproval' })}
        </Link>
      </p>
    </Section>
  );
}
