/** Shows the exact request with the approved name, asks for the organization's ID, and submits. */
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { Button, Content, Form, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from '../../ui/announce.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { OfflineNote } from '../../ui/OfflineNote.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import { SUBMIT_CONFIGURATION } from './submitMutation.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { PROPOSED_NAME, useOutgoing } from '../../features/run/data/useOutgoing.ts';
import type { CoolingOffProps } from '../../features/run/decision/CoolingOff.tsx';
import { coolingOff } from '../../features/run/decision/coolingOffPart.tsx';
import { isCoolingOff } from '../../features/run/decision/isCoolingOff.ts';
import { Part } from '../../ui/lazyPart.tsx';
import { approvalHref, runHref } from '../../ui/runAddress.ts';
import { ConfirmOrganization, isTyped } from '../../features/run/decision/ConfirmOrganization.tsx';
import {
  IrreversibleConsequences,
  showsConsequences,
} from '../../features/run/decision/IrreversibleConsequences.tsx';
import { StepUp } from '../../features/viewer/StepUp.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { RequestPreview } from '../../features/run/decision/RequestPreview.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import { StepLinks } from '../../features/run/decision/StepLinks.tsx';
import { findUnfinishedStepsBefore } from '../../features/run/steps/findUnfinishedStepsBefore.ts';
import { AT_ADOBE } from './adobeAnchor.ts';

const message = style({ font: 'body-sm', margin: 0 });
const FORM_ID = 'run-submit-form';

export function SubmitForm({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(SUBMIT_CONFIGURATION, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'run.submit.taken' }));
      focusSection(AT_ADOBE);
    },
  });
  const approvedName = nameOf(track.approval);
  const name = approvedName ?? PROPOSED_NAME;
  const [typed, setTyped] = useState('');
  const outgoing = useOutgoing(run, name);
  const preview = outgoing.of('AEP')?.preview;
  const isNamed = approvedName !== null;
  const may = isNamed && findOfferedAction(run, 'submitConfiguration', 'AEP') !== null;
  const ready =
    may && showsConsequences(outgoing, 'AEP') && isTyped(typed, run.organization.imsOrgId);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready || mutation.isPending) return;
    mutation.send({ runId: run.id, configurationName: name, confirmImsOrgId: typed.trim() });
  }
  return (
    <Form id={FORM_ID} onSubmit={submit} validationBehavior="aria">
      <div>
        {track.submission?.status === 'aborted' ? <Aborted approval={track.approval} /> : null}
        {isValidOrAsked(track.approval) ? (
          <>
            <Section
              title={intl.formatMessage({ id: 'run.approval.sent' })}
              text={
                preview
                  ? intl.formatMessage({ id: pickSentText(track.approval) }, { name })
                  : undefined
              }
            >
              <WhatIsSent outgoing={outgoing} isNamed={isNamed} />
            </Section>
            <Section title={intl.formatMessage({ id: 'run.approval.irreversible' })}>
              <IrreversibleConsequences outgoing={outgoing} track="AEP" />
            </Section>
          </>
        ) : null}
        <Section
          title={intl.formatMessage({ id: 'run.submit.send' })}
          text={may ? intl.formatMessage({ id: 'run.submit.sendText' }) : undefined}
        >
          {may ? (
            <StepUp errors={mutation.errors}>
              <ConfirmOrganization
                imsOrgId={run.organization.imsOrgId}
                value={typed}
                onChange={setTyped}
                errors={mutation.errors}
              />
              <span data-print="hidden">
                <Button
                  type="submit"
                  variant="negative"
                  isPending={mutation.isPending}
                  isDisabled={!ready}
                >
                  {intl.formatMessage({ id: 'action.submitConfiguration' })}
                </Button>
              </span>
            </StepUp>
          ) : (
            <NotOffered run={run} track={track} />
          )}
          <OfflineNote />
          <RunMutationNotice
            mutation={mutation}
            run={run}
            track="AEP"
            fields={['confirmImsOrgId']}
          />
        </Section>
      </div>
    </Form>
  );
}

type Approval = TrackView['approval'];

/** Whether it was requested or given, and is not over. */
const isValidOrAsked = (approval: Approval): approval is NonNullable<Approval> =>
  approval?.status === 'REQUESTED' || approval?.status === 'APPROVED';

/** The name that was requested or approved; null if that is over, or left the name open. */
const nameOf = (approval: Approval): string | null =>
  isValidOrAsked(approval) ? approval.configurationName : null;

/** Whether the approval was used by a person who attested the submission. */
const isAttested = ({ approval, submission }: TrackView): boolean =>
  approval?.status === 'SPENT' && submission === null;

/** What the request is, and how sure its name is. */
function pickSentText(approval: Approval) {
  if (approval?.status === 'APPROVED' && approval.configurationName)
    return 'run.submit.sentTextApproved';
  return nameOf(approval) === null ? 'run.approval.sentTextUnnamed' : 'run.approval.sentTextAep';
}

interface WhatIsSentProps {
  outgoing: ReturnType<typeof useOutgoing>;
  isNamed: boolean;
}

/** The request with this name, or why it is missing. */
function WhatIsSent({ outgoing, isNamed }: WhatIsSentProps) {
  const intl = useIntl();
  const preview = outgoing.of('AEP')?.preview;
  if (preview) return <RequestPreview preview={preview} isNamed={isNamed} />;
  if (outgoing.loading) return <ListSkeleton rows={4} columns={2} />;
  if (outgoing.error) {
    return (
      <ErrorState
        what={intl.formatMessage({ id: 'run.outgoingFailed' })}
        error={outgoing.error}
        onRetry={outgoing.retry}
      />
    );
  }
  return <p className={message}>{intl.formatMessage({ id: 'run.approval.nothingYet' })}</p>;
}

function Aborted({ approval }: { approval: Approval }) {
  const intl = useIntl();
  return (
    <InlineAlert variant="notice" fillStyle="border">
      <Heading level={2}>{intl.formatMessage({ id: 'run.submissionStatus.aborted' })}</Heading>
      <Content>{explainAborted(approval, intl)}</Content>
    </InlineAlert>
  );
}

/** Why nothing was sent: the approval was withdrawn or became void, or is another one by now. */
function explainAborted(approval: Approval, intl: IntlShape): string {
  if (approval?.withdrawnBy) {
    const values = { by: approval.withdrawnBy };
    return intl.formatMessage({ id: 'run.submit.abortedWithdrawn' }, values);
  }
  const isOfEarlier = isValidOrAsked(approval);
  return intl.formatMessage({
    id: isOfEarlier ? 'run.submit.abortedEarlier' : 'run.submit.abortedText',
  });
}

/** Why the person cannot submit, with links to the unfinished steps. */
function NotOffered({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const missing = findUnfinishedStepsBefore(track, 'SUBMISSION');
  const mayOperate = useRoleSomewhere('OWNER', 'OPERATOR');
  const whyId = useId();
  const { approval } = track;
  return (
    <>
      {isCoolingOff(approval) ? (
        <>
          <div id={whyId}>
            <Part<CoolingOffProps>
              part={coolingOff}
              isWanted
              props={{ run, approval, next: 'run.coolingOff.submit' }}
            />
          </div>
          {mayOperate ? (
            <span data-print="hidden">
              <Button variant="negative" isDisabled aria-describedby={whyId}>
                {intl.formatMessage({ id: 'action.submitConfiguration' })}
              </Button>
            </span>
          ) : null}
        </>
      ) : (
        <p className={message}>
          {intl.formatMessage(
            { id: explainNotOffered(run, track) },
            { by: approval?.withdrawnBy ?? '' },
          )}{' '}
          <Link href={isAttested(track) ? runHref(run.id) : approvalHref(run.id, 'AEP')}>
            {intl.formatMessage({
              id: isAttested(track) ? 'run.submit.toRun' : 'run.resolveAt.approval',
            })}
          </Link>
        </p>
      )}
      {missing.length > 0 ? <StepLinks runId={run.id} steps={missing} /> : null}
    </>
  );
}

function explainNotOffered(run: RunView, track: TrackView) {
  if (isAttested(track)) return 'run.approval.attested' as const;
  if (track.approval?.withdrawnBy) return 'run.submit.whyNot.withdrawn' as const;
  if (track.approval?.status !== 'APPROVED') return 'run.submit.whyNot.approval' as const;
  if (nameOf(track.approval) === null) return 'run.submit.whyNot.noName' as const;
  if (!run.organization.adobeConnected) return 'run.submit.whyNot.connection' as const;
  return 'run.submit.whyNot.other' as const;
}
