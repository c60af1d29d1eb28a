/**
 * The organization, the status of its run, the next action as a button, and the other actions in a
 * menu.
 */
import { useIntl } from 'react-intl';
import { Button, Link, LinkButton } from '@react-spectrum/s2';
import MoreIcon from '@react-spectrum/s2/icons/More';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRouter } from '@tanstack/react-router';
import { toShownStatus } from '../../status/indicators.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
import { actionTarget } from '../../features/run/actions/actionTarget.ts';
import type { ActionTarget } from '../../features/run/actions/actionTarget.ts';
import { formatActionLabel } from '../../features/run/actions/formatActionLabel.ts';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { useRunActions } from '../../features/run/actions/RunActions.tsx';
import { RETRY_STEP, VERIFY } from '../../features/run/data/runMutations.ts';
import type { ActionView, RunView } from '../../features/run/data/runFields.ts';
import { useWaitedActorName } from '../../features/viewer/useActorName.ts';
import { findStepTitle } from '../../features/work/findStepTitle.ts';
import { WhoseTurnLine } from '../../features/work/WhoseTurn.tsx';
import { WorkFacts } from '../../features/work/WorkFacts.tsx';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';

const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const sentence = style({ font: 'body-lg', color: 'neutral', margin: 0, marginTop: 8 });
const status = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  marginTop: 8,
  font: 'ui-sm',
  color: 'neutral-subdued',
});

interface Offer {
  action: ActionView;
  target: ActionTarget;
}

export function RunHeader({ run }: { run: RunView }) {
  const intl = useIntl();
  const nameOf = useWaitedActorName();
  const router = useRouter();
  const { open } = useRunActions();
  const verify = useKeywayMutation(VERIFY);
  const retry = useKeywayMutation(RETRY_STEP);
  const offers = run.nextActions.flatMap((action): Offer[] => {
    const target = actionTarget(action, run);
    return target ? [{ action, target }] : [];
  });
  // "Check now" can be the primary action. A correction or a cancellation never is, even alone.
  const hasPrimary = offers[0]?.action.movesRun || offers[0]?.action.mutation === 'verify';
  const [first, rest] = hasPrimary ? [offers[0], offers.slice(1)] : [undefined, offers];
  function perform({ target }: Offer) {
    if (target.kind === 'page') void router.navigate({ href: target.href });
    else if (target.kind === 'dialog') open(target.request);
    else
      (target.mutation === 'verify' ? verify : retry).send({
        runId: run.id,
        track: target.track,
        step: target.step,
      });
  }
  return (
    <>
      <PageHeader
        title={run.organization.name}
        above={
          <Link href={organizationHref(run.organization.id)} variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'run.aboutOrganization' })}
          </Link>
        }
        actions={
          <>
            {first ? (
              <PrimaryAction
                offer={first}
                label={formatActionLabel(first.action, run.tracks)}
                busy={verify.isPending || retry.isPending}
                onPress={() => perform(first)}
              />
            ) : null}
            {rest.length > 0 ? (
              <MenuButton
                isQuiet={false}
                label={intl.formatMessage({ id: 'run.moreActions' })}
                choices={rest.map(({ action }, index) => ({
                  id: String(index),
                  name: formatActionLabel(action, run.tracks),
                  description: findStepTitle(run, action.track, action.step),
                }))}
                onChoose={(key) => {
                  const offer = rest[Number(key)];
                  if (offer) perform(offer);
                }}
              >
                <MoreIcon />
              </MenuButton>
            ) : null}
          </>
        }
      >
        <OrganizationFacts run={run} />
        <p className={sentence}>{run.sentence}</p>
        <div className={status}>
          <RunStatusText status={toShownStatus(run)} waitingOn={run.waitingOn} nameOf={nameOf} />
          <WhoseTurnLine run={run} />
          <span>
            {intl.formatMessage(
              { id: 'run.progress' },
              { done: run.progress.done, total: run.progress.total },
            )}
          </span>
          <WorkFacts />
          <span>
            {intl.formatMessage({ id: 'run.updated' })} <RelativeTime at={run.updatedAt} />
          </span>
        </div>
      </PageHeader>
      <RunMutationNotice mutation={verify} run={run} isSpaced />
      <RunMutationNotice mutation={retry} run={run} isSpaced />
    </>
  );
}

interface PrimaryActionProps {
  offer: Offer;
  label: string;
  busy: boolean;
  onPress: () => void;
}

function PrimaryAction({ offer, label, busy, onPress }: PrimaryActionProps) {
  if (offer.target.kind === 'page') {
    return (
      <LinkButton variant="accent" href={offer.target.href}>
        {label}
      </LinkButton>
    );
  }
  return (
    <Button variant="accent" isPending={busy} onPress={onPress}>
      {label}
    </Button>
  );
}

function OrganizationFacts({ run }: { run: RunView }) {
  const intl = useIntl();
  const { organization } = run;
  return (
    <div className={facts}>
      <CopyText
        text={organization.imsOrgId}
        label={intl.formatMessage({ id: 'common.imsOrgId' })}
        max={40}
      />
      <span>
        {intl.formatMessage({ id: `cloud.${organization.cloud}` })} ·{' '}
        {intl.formatMessage({ id: `region.${organization.region}` })}
      </span>
      {run.platformHost ? <code>{run.platformHost}</code> : null}
      <span>{intl.formatMessage({ id: `shield.${organization.shield}` })}</span>
    </div>
  );
}
