/** The status of the approval, and what this person can do: request it, decide, or see why not. */
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { NoApprover, UserErrorCode } from '../../generated/enums.ts';
import { NoApproverPart } from '../../features/approvers/noApproverPart.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { focusSection, Section } from '../../ui/Section.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { useKnownApprovalCount } from '../../features/approvers/pendingApprovalCount.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { CurrentApproval, Requested } from './CurrentApproval.tsx';
import type { ChosenName } from './RequestApprovalForm.tsx';
import { OTHER_TRACK } from '../../features/run/actions/useBothTracks.ts';
import { DecideForm, RefuseForm, type Decided } from './DecideForm.tsx';
import { DECISION } from './decisionAnchor.ts';

/** Who decides doesn't need it. */
const requestForm = lazyPart(
  async () => (await import('./RequestApprovalForm.tsx')).RequestApprovalForm,
);

const otherTrack = lazyPart(async () => (await import('./OtherTrack.tsx')).OtherTrack);
/** For who has decided: what else waits for them. */
const nextApproval = lazyPart(async () => (await import('./NextApproval.tsx')).NextApproval);

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });
const before = style({ font: 'ui-sm', margin: 0, overflowWrap: 'anywhere' });

type Approval = NonNullable<TrackView['approval']>;

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
  const [decided, setDecided] = useState<Decided | null>(null);
  const [isOtherAsked, setOtherAsked] = useState(false);
  const onDecided = (how: Decided) => {
    setDecided(how);
    focusDecision();
  };
  const onRequested = (isForBoth: boolean) => {
    setOtherAsked(isForBoth);
    focusDecision();
  };
  const other = OTHER_TRACK[track.id];
  const mayRequestOther = findOfferedAction(run, 'requestApproval', other) !== null;
  const open = !approval || ['REFUSED', 'VOID', 'EXPIRED'].includes(approval.status);
  return (
    <Section title={intl.formatMessage({ id: 'run.approval.decision' })} anchor={DECISION}>
      <div className={stack}>
        {approval?.status === 'REQUESTED' ? <ApprovedBefore /> : null}
        {approval?.status === 'REQUESTED' ? (
          <Requested run={run} track={track} approval={approval} />
        ) : approval ? (
          <CurrentApproval run={run} track={track} approval={approval} />
        ) : null}
        {open ? (
          <Part
            part={requestForm}
            isWanted
            props={{ run, track, chosen, noApprover, onDone: onRequested }}
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
            <Pending {...{ run, track, approval, canApprove, onDecided }} />
          </>
        ) : decided ? (
          <Part
            part={nextApproval}
            isWanted
            props={{ ...{ run, track, other }, isFollowed: decided === 'toNext' }}
          />
        ) : null}
        {!open && mayRequestOther ? (
          <Part
            part={otherTrack}
            isWanted
            props={{
              ...{ run, track: other, isAsked: isOtherAsked },
              onAsked: () => setOtherAsked(false),
            }}
          />
        ) : null}
      </div>
    </Section>
  );
}

function Pending({
  run,
  track,
  approval,
  canApprove,
  onDecided,
}: {
  run: RunView;
  track: TrackView;
  approval: Approval;
  canApprove: boolean;
  onDecided: (how: Decided) => void;
}) {
  const intl = useIntl();
  const pending = useKnownApprovalCount();
  const [isRefusing, setRefusing] = useState(false);
  const { mayNotDecide, mayNotRefuse, noApprover } = approval;
  const { fourEyes } = run.policy;
  const organization = run.organization.name;
  if (!mayNotDecide) {
    return <DecideForm {...{ run, track, canApprove }} hasNext={pending > 1} onDone={onDecided} />;
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
          onDone={() => onDecided('here')}
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

/** On the way from one approval to the next: what was approved last. */
function ApprovedBefore() {
  const intl = useIntl();
  const name = useRouterState({ select: ({ location }) => location.state.approved });
  if (name === undefined) return null;
  return (
    <p className={before} data-print="hidden">
      {intl.formatMessage({ id: 'run.approval.approvedBefore' }, { name })}
    </p>
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
