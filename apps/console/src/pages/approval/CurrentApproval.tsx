/** The status of an approval: who asked, who decided, why, and what comes after it. */
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { Button, Content, Heading, InlineAlert, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ApprovalStatus } from '../../generated/enums.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toStepIndicator } from '../../status/indicators.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { stepHref, submitHref, ticketHref } from '../../ui/runAddress.ts';
import { useRunActions } from '../../features/run/actions/RunActions.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { Facts } from '../../ui/Facts.tsx';
import {
  formatApprovalPolicy,
  isDelayed,
} from '../../features/run/decision/formatApprovalPolicy.ts';
import { approvalStatusLabel } from '../../features/run/decision/approvalStatusLabel.ts';
import { isCoolingOff } from '../../features/run/decision/isCoolingOff.ts';

const row = style({ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 8 });
const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 4, alignItems: 'start' });
const status = style({ font: 'ui', fontWeight: 'bold', margin: 0 });
const small = style({ font: 'ui-sm', margin: 0 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

type Approval = NonNullable<TrackView['approval']>;
const VARIANT: Record<ApprovalStatus, 'informative' | 'positive' | 'negative' | 'notice'> = {
  REQUESTED: 'informative',
  APPROVED: 'positive',
  SPENT: 'positive',
  REFUSED: 'negative',
  VOID: 'notice',
  EXPIRED: 'notice',
};

type Row = Parameters<typeof Facts>[0]['rows'][number];

/** Where no name was requested, what that means for the approver; the summary has the others. */
function nameRow(track: TrackView, approval: Approval, intl: IntlShape): Row[] {
  const { configurationName, status } = approval;
  if (configurationName) return [];
  const isAny = track.id === 'AEP' && (status === 'REQUESTED' || status === 'APPROVED');
  return isAny ? [['run.submit.name', intl.formatMessage({ id: 'run.approval.nameAny' })]] : [];
}

/** What comes after the decision. */
function nextRow(run: RunView, track: TrackView, approval: Approval, intl: IntlShape): Row[] {
  const { status, usableAt, expiresAt } = approval;
  if (status === 'REFUSED')
    return [['run.approval.next', intl.formatMessage({ id: 'run.approval.nextRefused' })]];
  if (status !== 'APPROVED' || track.submission?.status === 'sending') return [];
  const exact = (at: string) => intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  const onAdobesPage = run.organization.cloud === 'AWS' ? 'nextAws' : 'nextSubmit';
  const what = track.id === 'CJA' ? 'nextCase' : onAdobesPage;
  const values = {
    from: usableAt ? exact(usableAt) : '',
    until: expiresAt ? exact(expiresAt) : '',
  };
  const id = `run.approval.${what}${isCoolingOff(approval) ? 'Wait' : ''}` as const;
  return [['run.approval.next', intl.formatMessage({ id }, values)]];
}

/** The page that comes after the approval. On AWS the step is attested on the run page. */
function nextPageHref(run: RunView, track: TrackView): string {
  if (track.id === 'CJA') return ticketHref(run.id);
  return run.organization.cloud === 'AZURE'
    ? submitHref(run.id)
    : stepHref(run.id, track.id, 'SUBMISSION');
}

/** In few lines, so that the decision is in sight. */
export function Requested({ run, track, approval }: CurrentProps) {
  const intl = useIntl();
  const rows = nameRow(track, approval, intl);
  const { requestedBy: name, requestedAt } = approval;
  return (
    <div className={lines}>
      <h3 className={status}>
        <IndicatorText indicator={toStepIndicator('WAITING', 'APPROVER')}>
          {intl.formatMessage({ id: approvalStatusLabel(approval) })}
        </IndicatorText>
      </h3>
      <p className={small}>
        {intl.formatMessage(
          { id: 'run.approval.requestedLine' },
          { name, when: <RelativeTime key="at" at={requestedAt} /> },
        )}
      </p>
      <p className={small}>{formatApprovalPolicy(run, intl)}</p>
      {rows.length > 0 ? <Facts rows={rows} /> : null}
    </div>
  );
}

interface CurrentProps {
  run: RunView;
  track: TrackView;
  approval: Approval;
}

export function CurrentApproval({ run, track, approval }: CurrentProps) {
  const intl = useIntl();
  const { open } = useRunActions();
  const who = (name: string, at: string) => (
    <>
      {name}, <RelativeTime at={at} />
    </>
  );
  return (
    <InlineAlert variant={VARIANT[approval.status]} fillStyle="border">
      <Heading level={3}>{intl.formatMessage({ id: approvalStatusLabel(approval) })}</Heading>
      <Content>
        <div className={stack}>
          <Facts
            rows={[
              ['run.approval.requestedBy', who(approval.requestedBy, approval.requestedAt)],
              ...(approval.decidedBy && approval.decidedAt
                ? ([
                    ['run.approval.decidedBy', who(approval.decidedBy, approval.decidedAt)],
                  ] as const)
                : []),
              ...nameRow(track, approval, intl),
              ...(approval.withdrawnBy && approval.withdrawnAt
                ? ([
                    ['run.approval.withdrawnBy', who(approval.withdrawnBy, approval.withdrawnAt)],
                  ] as const)
                : []),
              ...(approval.reason ? ([['run.approval.reason', approval.reason]] as const) : []),
              ...(approval.comment ? ([['run.approval.comment', approval.comment]] as const) : []),
              ...(approval.acceptedBlocks
                ? ([
                    [
                      'run.approval.acceptedBlocks',
                      approval.acceptedBlocks.map(({ title }) => title).join('; '),
                    ],
                  ] as const)
                : []),
              ...(approval.status === 'APPROVED' && approval.usableAt && isDelayed(approval)
                ? ([
                    ['run.approval.usableFrom', <RelativeTime key="u" at={approval.usableAt} />],
                  ] as const)
                : []),
              ...(approval.status === 'APPROVED' && approval.expiresAt
                ? ([
                    ['run.approval.validUntil', <RelativeTime key="v" at={approval.expiresAt} />],
                  ] as const)
                : []),
              ...nextRow(run, track, approval, intl),
            ]}
          />
          {approval.status === 'APPROVED' ? (
            <span className={row} data-print="hidden">
              <LinkButton size="S" href={nextPageHref(run, track)}>
                {intl.formatMessage({
                  id: track.id === 'AEP' ? 'run.open.submit' : 'run.open.ticket',
                })}
              </LinkButton>
              {findOfferedAction(run, 'withdrawApproval', track.id) ? (
                <Button
                  size="S"
                  variant="secondary"
                  onPress={() => open({ kind: 'withdraw', track: track.id })}
                >
                  {intl.formatMessage({ id: 'run.withdraw.action' })}
                </Button>
              ) : null}
            </span>
          ) : null}
        </div>
      </Content>
    </InlineAlert>
  );
}
