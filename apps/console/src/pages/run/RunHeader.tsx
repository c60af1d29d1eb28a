/** The organization, the status of its run, and the actions that have no button of their own. */
import { useIntl } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import MoreIcon from '@react-spectrum/s2/icons/More';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toShownStatus } from '../../status/indicators.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
import { formatActionLabel } from '../../features/run/actions/formatActionLabel.ts';
import { OfferButton } from '../../features/run/actions/OfferButton.tsx';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { findNextOffer, findTrackOffer, listOffers } from '../../features/run/actions/runOffers.ts';
import { usePerform } from '../../features/run/actions/usePerform.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useWaitedActorName } from '../../features/viewer/useActorName.ts';
import { findStepTitle } from '../../features/work/findStepTitle.ts';
import { WhoseTurnLine } from '../../features/work/WhoseTurn.tsx';
import { WorkFacts } from '../../features/work/WorkFacts.tsx';
import { ServerText } from '../../ui/ServerText.tsx';

const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const sentence = style({ font: 'body', color: 'neutral', margin: 0, marginTop: 4 });
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
// As wide as its longest text in any language: while it counts, it takes no other line.
const updated = style({ display: 'inline-block', minWidth: '[28ch]' });

export function RunHeader({ run }: { run: RunView }) {
  const intl = useIntl();
  const nameOf = useWaitedActorName();
  const { perform, isPending, mutation } = usePerform();
  const offers = listOffers(run);
  const first = findNextOffer(offers, null);
  // What is next on a track has its button there.
  const shown = new Set([first, ...run.tracks.map((track) => findTrackOffer(offers, track))]);
  const rest = offers.filter((offer) => !shown.has(offer));
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
              <OfferButton
                offer={first}
                run={run}
                isPending={isPending}
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
        <p className={sentence}>
          <ServerText text={run.sentence} />
        </p>
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
          <span className={updated}>
            {intl.formatMessage({ id: 'run.updated' })} <RelativeTime at={run.updatedAt} />
          </span>
        </div>
      </PageHeader>
      <RunMutationNotice mutation={mutation} run={run} isSpaced />
    </>
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
