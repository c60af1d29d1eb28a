/** The actions of a step, as the server offers them, and links to the page that decides it. */
import { useIntl } from 'react-intl';
import { ActionButton, Button, Link, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useIsAhead } from '../../../ui/useIsAhead.ts';
import { RunMutationNotice } from '../actions/RunMutationNotice.tsx';
import { approvalHref, organizationHref, submitHref, ticketHref } from '../../../ui/runAddress.ts';
import { useRunActions } from '../actions/RunActions.tsx';
import { findOfferedAction } from '../actions/findOfferedAction.ts';
import { handOffActorOf, mayHandOff } from '../handOffs/handOffActor.ts';
import { RETRY_STEP, VERIFY } from '../data/runMutations.ts';
import type { RunView, StepView } from '../data/runFields.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';

const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  rowGap: 8,
});
/** The steps that read the key or its vault. */
const OF_KEY: ReadonlySet<string> = new Set(['VAULT', 'NETWORK', 'KEY']);
const lastCheck = style({ font: 'ui-sm', color: 'neutral-subdued', marginStart: 4 });

interface StepFooterProps {
  step: StepView;
  /** False on the page that the step links to. */
  linksToPage?: boolean;
}

export function StepFooter({ step, linksToPage = true }: StepFooterProps) {
  const intl = useIntl();
  const { run, open } = useRunActions();
  const verify = useKeywayMutation(VERIFY);
  const retry = useKeywayMutation(RETRY_STEP);
  const where = { runId: run.id, track: step.track, step: step.id };
  const may = (mutation: string) => findOfferedAction(run, mutation, step.track, step.id) !== null;
  const provided = findProvided(run, step);
  const setup = findSetup(run, step);
  const page = linksToPage ? pageOf(run, step) : null;
  const handOffActor = handOffActorOf(step, run.organization.cloud);
  const verdictDue = step.looking || verify.isPending;
  return (
    <>
      <div className={row} data-print="hidden">
        {page ? <PageLink {...page} /> : null}
        {provided ? (
          <Button
            size="S"
            variant={provided.movesRun ? 'primary' : 'secondary'}
            onPress={() => open({ kind: provided.kind, track: step.track })}
          >
            {provided.label}
          </Button>
        ) : null}
        {setup ? (
          <Button
            size="S"
            variant="secondary"
            onPress={() => open({ kind: 'planSetup', track: step.track })}
          >
            {setup.label}
          </Button>
        ) : null}
        {may('retryStep') ? (
          <Button
            size="S"
            variant="primary"
            isPending={retry.isPending}
            onPress={() => retry.send(where)}
          >
            {intl.formatMessage({ id: 'action.retryStep' })}
          </Button>
        ) : null}
        {may('verify') || step.looking ? (
          <Button
            size="S"
            variant="secondary"
            aria-label={intl.formatMessage({ id: 'action.verify' })}
            isPending={verdictDue}
            onPress={() => verify.send(where)}
          >
            {intl.formatMessage({ id: 'action.verify' })}
          </Button>
        ) : null}
        {may('attestStep') ? (
          <AttestButton
            isOnlyWay={step.mode === 'ATTESTED'}
            onPress={() => open({ kind: 'attest', track: step.track, step: step.id })}
          />
        ) : null}
        {handOffActor && mayHandOff(run) ? (
          <Button
            size="S"
            variant="secondary"
            onPress={() => open({ kind: 'handOff', actor: handOffActor })}
          >
            {intl.formatMessage({ id: 'run.handOff' })}
          </Button>
        ) : null}
        {run.mayComment && step.status !== 'NOT_APPLICABLE' ? (
          <ActionButton
            size="S"
            isQuiet
            onPress={() => open({ kind: 'comment', track: step.track, step: step.id })}
          >
            {intl.formatMessage({ id: 'work.comment.action' })}
          </ActionButton>
        ) : null}
        <LastCheck step={step} />
      </div>
      <RunMutationNotice
        mutation={retry.errors.length > 0 || retry.failure ? retry : verify}
        run={run}
        track={step.track}
      />
    </>
  );
}

/**
 * What can be given now where it is asked for: the key while its vault is not verified, as it may
 * be the wrong one, and at KEY at any time; the key policy at POLICY.
 */
function findProvided(run: RunView, { track, id, status }: StepView) {
  const kind: 'provideKey' | 'provideKeyPolicy' =
    id === 'POLICY' ? 'provideKeyPolicy' : 'provideKey';
  const action = findOfferedAction(run, kind, track);
  if (!action) return null;
  const isOpen = status === 'READY' || status === 'BLOCKED';
  const isAsked = action.step === id || (OF_KEY.has(id) && isOpen);
  return isAsked ? { ...action, kind } : null;
}

/** What Keyway may set up, at each step that it is for, until a plan has its own buttons. */
function findSetup(run: RunView, { track, id, status }: StepView) {
  if (!OF_KEY.has(id) || status === 'DONE' || status === 'NOT_APPLICABLE') return null;
  const isShown = run.tracks.some((one) => one.id === track && one.setup !== null);
  return isShown ? null : findOfferedAction(run, 'planSetup', track);
}

/** Quiet if the step can be verified instead, because verifying is better than attesting. */
function AttestButton({ isOnlyWay, onPress }: { isOnlyWay: boolean; onPress: () => void }) {
  const label = useIntl().formatMessage({ id: 'run.attest.action' });
  return isOnlyWay ? (
    <Button size="S" variant="secondary" onPress={onPress}>
      {label}
    </Button>
  ) : (
    <ActionButton size="S" isQuiet onPress={onPress}>
      {label}
    </ActionButton>
  );
}

function LastCheck({ step }: { step: StepView }) {
  const intl = useIntl();
  const open = step.status !== 'DONE' && step.status !== 'NOT_APPLICABLE';
  // A check that is due runs now or soon; "next 1 minute ago" would confuse.
  const isAhead = useIsAhead(step.nextLookAt);
  const next = open && isAhead ? step.nextLookAt : null;
  if (!step.lookedAt && !next) return null;
  return (
    <span className={lastCheck}>
      {step.lookedAt
        ? intl.formatMessage(
            { id: 'run.lastChecked' },
            { when: <RelativeTime key="l" at={step.lookedAt} /> },
          )
        : null}
      {next ? (
        <>
          {step.lookedAt ? ' · ' : null}
          {intl.formatMessage(
            { id: step.lookedAt ? 'run.nextCheck' : 'run.nextCheckAlone' },
            { when: <RelativeTime key="n" at={next} /> },
          )}
        </>
      ) : null}
    </span>
  );
}

type PageLabel =
  | 'run.open.approval'
  | 'run.open.submit'
  | 'run.open.progress'
  | 'run.open.ticket'
  | 'action.connectAdobe';

interface StepPage {
  href: string;
  label: PageLabel;
  /** What this person can do there; null: only read, which is no button. */
  variant: 'primary' | 'secondary' | null;
}

function PageLink({ href, label, variant }: StepPage) {
  const text = useIntl().formatMessage({ id: label });
  return variant ? (
    <LinkButton href={href} size="S" variant={variant}>
      {text}
    </LinkButton>
  ) : (
    <Link href={href} isStandalone>
      {text}
    </Link>
  );
}

/** The page for the decision or the record of this step. */
function pageOf(run: RunView, step: StepView): StepPage | null {
  if (step.status === 'LOCKED' || step.status === 'NOT_APPLICABLE') return null;
  const ifOffered = (...mutations: string[]) =>
    mutations.some((mutation) => findOfferedAction(run, mutation, step.track)) ? 'primary' : null;
  const azure = run.organization.cloud === 'AZURE';
  switch (step.id) {
    case 'APPROVAL':
      return {
        href: approvalHref(run.id, step.track),
        label: 'run.open.approval',
        variant: ifOffered('approve', 'requestApproval'),
      };
    case 'SUBMISSION':
      return azure
        ? {
            href: submitHref(run.id),
            label: 'run.open.submit',
            variant: ifOffered('submitConfiguration'),
          }
        : null;
    case 'ACTIVATION':
      return azure ? { href: submitHref(run.id), label: 'run.open.progress', variant: null } : null;
    case 'TICKET':
    case 'CONFIRMATION':
      return azure
        ? {
            href: ticketHref(run.id),
            label: 'run.open.ticket',
            variant: ifOffered('recordTicket', 'confirmCja'),
          }
        : null;
    case 'APP_REGISTRATION':
      return run.organization.adobeConnected || step.status === 'DONE'
        ? null
        : {
            href: organizationHref(run.organization.id),
            label: 'action.connectAdobe',
            variant: 'secondary',
          };
    default:
      return null;
  }
}
