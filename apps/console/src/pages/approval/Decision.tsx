/** The status of the approval, and what this person can do: request it, decide, or see why not. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { Button, Content, Heading, InlineAlert, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ApprovalStatus, NoApprover, UserErrorCode } from '../../generated/enums.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { stepHref, submitHref, ticketHref } from '../../ui/runAddress.ts';
import { NoApproverPart } from '../../features/approvers/noApproverPart.tsx';
import { useRunActions } from '../../features/run/actions/RunActions.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { Facts } from '../../ui/Facts.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import {
  formatApprovalPolicy,
  isDelayed,
} from '../../features/run/decision/formatApprovalPolicy.ts';
import { approvalStatusLabel } from '../../features/run/decision/approvalStatusLabel.ts';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { isCoolingOff } from '../../features/run/decision/isCoolingOff.ts';
import type { ChosenName } from './RequestApprovalForm.tsx';
import { DecideForm, RefuseForm } from './DecideForm.tsx';
import { DECISION } from './decisionAnchor.ts';

/** Who decides doesn't need it. */
const requestForm = lazyPart(
  async () => (await import('./RequestApprovalForm.tsx')).RequestApprovalForm,
);

const row = style({ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 8 });
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

const focusDecision = () => focusSection(DECISION);

export function Decision({
  run,
  track,
  chosen,
  noApprover,
  canApprove,
}: {
  run: RunView;
  track: TrackView;
  chosen: ChosenName | null;
  /** Why nobody could approve what this person requests. */
  noApprover: NoApprover | null;
  /** Whether the approver can see what can't be undone. */
  canApprove: boolean;
}) {
  const { approval } = track;
  const intl = useIntl();
  const open = !approval || ['REFUSED', 'VOID', 'EXPIRED'].includes(approval.status);
  return (
    <Section title={intl.formatMessage({ id: 'run.approval.decision' })} anchor={DECISION}>
      <div className={stack}>
        {approval ? <CurrentApproval run={run} track={track} approval={approval} /> : null}
        {open ? (
          <Part
            part={requestForm}
            isWanted
            props={{ run, track, chosen, noApprover, onDone: focusDecision }}
          >
            <ListSkeleton rows={2} columns={1} />
          </Part>
        ) : null}
        {approval?.status === 'REQUESTED' ? (
          <>
            <NoApproverPart
              reason={approval.noApprover}
              organization={run.organization}
              about="requested"
            />
            <Pending run={run} track={track} approval={approval} canApprove={canApprove} />
          </>
        ) : null}
      </div>
    </Section>
  );
}

type Row = Parameters<typeof Facts>[0]['rows'][number];

/** The name that is approved; where none was requested, what that means for whoever approves. */
function nameRow(track: TrackView, approval: Approval, intl: IntlShape): Row[] {
  const { configurationName, status } = approval;
  if (configurationName) return [['run.submit.name', <code key="n">{configurationName}</code>]];
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

function CurrentApproval({
  run,
  track,
  approval,
}: {
  run: RunView;
  track: TrackView;
  approval: Approval;
}) {
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
              ...(approval.status === 'REQUESTED'
                ? ([['run.approval.byPolicy', formatApprovalPolicy(run, intl)]] as const)
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

function Pending({
  run,
  track,
  approval,
  canApprove,
}: {
  run: RunView;
  track: TrackView;
  approval: Approval;
  canApprove: boolean;
}) {
  const intl = useIntl();
  const [isRefusing, setRefusing] = useState(false);
  const { mayNotDecide, mayNotRefuse, noApprover } = approval;
  const { fourEyes } = run.policy;
  const organization = run.organization.name;
  if (!mayNotDecide) {
    return <DecideForm run={run} track={track} canApprove={canApprove} onDone={focusDecision} />;
  }
  return (
    <>
      {noApprover ? null : (
        <InlineAlert variant="neutral" fillStyle="border">
          <Heading level={3}>{intl.formatMessage({ id: 'run.approval.mayNot' })}</Heading>
          <Content>
            {[
              intl.formatMessage({ id: explainMayNotDecide(mayNotDecide) }, { organization }),
              ...(isOfWho(mayNotDecide)
                ? [
                    intl.formatMessage(
                      { id: `run.approval.approver.${fourEyes}` },
                      { organization },
                    ),
                  ]
                : []),
              ...(mayNotRefuse ? [] : [intl.formatMessage({ id: 'run.approval.mayRefuse' })]),
            ].join(' ')}
          </Content>
        </InlineAlert>
      )}
      {mayNotRefuse ? null : isRefusing ? (
        <RefuseForm
          run={run}
          track={track}
          back="common.cancel"
          onBack={() => setRefusing(false)}
          onDone={focusDecision}
        />
      ) : (
        <span data-print="hidden">
          <Button variant="secondary" onPress={() => setRefusing(true)}>
            {intl.formatMessage({ id: 'run.approval.refuseInstead' })}
          </Button>
        </span>
      )}
    </>
  );
}

/** Whether it is about who this person is, so that the policy says who decides in their place. */
const isOfWho = (code: UserErrorCode): boolean => code === 'SELF_APPROVAL' || code === 'FORBIDDEN';

function explainMayNotDecide(code: UserErrorCode) {
  switch (code) {
    case 'SELF_APPROVAL':
    case 'FORBIDDEN':
    case 'CHECKS_NOT_GREEN':
    case 'RUN_CLOSED':
    case 'POLICY_FORBIDS':
      return `run.mayNotDecide.${code}` as const;
    default:
      return 'run.mayNotDecide.other' as const;
  }
}
