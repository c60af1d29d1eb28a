/** The set-up of a track by Keyway: its plan to review, and each change while it is made. */
import { useLocation } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import { ActionButton, Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { IndicatorText } from '../../../status/StatusText.tsx';
import type { Indicator } from '../../../status/indicators.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { setupAnchor } from '../../../ui/runAddress.ts';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { findOfferedAction } from '../actions/findOfferedAction.ts';
import { useRunActions } from '../actions/RunActions.tsx';
import { RunMutationNotice } from '../actions/RunMutationNotice.tsx';
import type { TrackView } from '../data/runFields.ts';
import { CANCEL_SETUP, CONFIRM_SETUP, type SetupView } from './setupDocuments.ts';
import { SetupChange } from './SetupChange.tsx';
import { SetupTexts } from './SetupTexts.tsx';
import { ServerText } from '../../../ui/ServerText.tsx';

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  padding: 12,
  marginBottom: 8,
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'layer-1',
  minWidth: 0,
});
const heading = style({ font: 'title-sm', margin: 0 });
const sentence = style({ font: 'body-sm', margin: 0 });
const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const buttons = style({ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 8 });

const INDICATORS: Record<SetupView['status'], Indicator> = {
  PLANNING: { shape: 'spinner', tone: 'accent' },
  PLANNED: { shape: 'person', tone: 'notice' },
  APPLYING: { shape: 'spinner', tone: 'accent' },
  DONE: { shape: 'check', tone: 'positive' },
  STOPPED: { shape: 'octagon', tone: 'negative' },
  CANCELLED: { shape: 'dash', tone: 'neutral' },
};

export function SetupPanel({ track }: { track: TrackView }) {
  return track.setup ? (
    <SetupTexts>
      <Shown track={track} setup={track.setup} />
    </SetupTexts>
  ) : null;
}

function Shown({ track, setup }: { track: TrackView; setup: SetupView }) {
  const intl = useIntl();
  const headingId = useId();
  const ref = useFocusFromAddress(setupAnchor(track.id));
  const isOver = setup.status === 'DONE' || setup.status === 'CANCELLED';
  const details = <Details setup={setup} />;
  return (
    <section
      ref={ref}
      id={setupAnchor(track.id)}
      tabIndex={-1}
      className={box}
      aria-labelledby={headingId}
    >
      <h3 id={headingId} className={heading}>
        {intl.formatMessage({ id: 'setup.heading' })}
      </h3>
      <IndicatorText indicator={INDICATORS[setup.status]}>
        {intl.formatMessage({ id: `setup.status.${setup.status}` })}
      </IndicatorText>
      <p className={sentence} role="status">
        <ServerText text={setup.sentence} />
      </p>
      {isOver ? (
        <Disclosure
          show={intl.formatMessage({ id: 'setup.show' })}
          hide={intl.formatMessage({ id: 'setup.hide' })}
        >
          {details}
        </Disclosure>
      ) : (
        details
      )}
      <SetupActions track={track} setup={setup} />
    </section>
  );
}

function Details({ setup }: { setup: SetupView }) {
  const { vaultName, resourceGroup, subscriptionId, confirmedBy, confirmedAt } = setup;
  return (
    <>
      <Facts
        rows={[
          ['setup.vaultName', vaultName],
          ['setup.keyName', setup.keyName],
          ['setup.resourceGroup', resourceGroup],
          ['setup.subscription', subscriptionId],
          [
            'setup.requestedBy',
            <>
              {setup.requestedBy}, <RelativeTime at={setup.requestedAt} />
            </>,
          ],
          ...(confirmedBy && confirmedAt
            ? [
                [
                  'setup.confirmedBy',
                  <>
                    {confirmedBy}, <RelativeTime at={confirmedAt} />
                  </>,
                ] as const,
              ]
            : []),
        ]}
      />
      {setup.status === 'PLANNING' && setup.changes.length === 0 ? (
        <ListSkeleton rows={5} columns={2} />
      ) : (
        <ol className={list}>
          {setup.changes.map((change) => (
            <SetupChange key={change.kind} change={change} />
          ))}
        </ol>
      )}
    </>
  );
}

function SetupActions({ track, setup }: { track: TrackView; setup: SetupView }) {
  const intl = useIntl();
  const { run, open } = useRunActions();
  const confirm = useKeywayMutation(CONFIRM_SETUP);
  const cancel = useKeywayMutation(CANCEL_SETUP);
  const may = (mutation: string) => findOfferedAction(run, mutation, track.id) !== null;
  const toDo = setup.changes.filter(
    ({ outcome, result }) => (outcome === 'CREATE' || outcome === 'CHANGE') && !result,
  );
  const isPermanent = toDo.some(({ irreversible }) => irreversible);
  const { planHash, confirmable } = setup;
  const mayConfirm = confirmable && planHash !== null && may('confirmSetup');
  return (
    <>
      {mayConfirm && isPermanent ? (
        <InlineAlert variant="notice" fillStyle="subtleFill">
          <Heading>{intl.formatMessage({ id: 'setup.permanent' })}</Heading>
          <Content>{intl.formatMessage({ id: 'setup.permanent.text' })}</Content>
        </InlineAlert>
      ) : null}
      <div className={buttons} data-print="hidden">
        {mayConfirm ? (
          <Button
            size="S"
            variant="accent"
            isPending={confirm.isPending}
            onPress={() => confirm.send({ runId: run.id, track: track.id, planHash })}
          >
            {intl.formatMessage(
              { id: 'setup.confirm' },
              { count: toDo.length, permanent: isPermanent ? 'yes' : 'no' },
            )}
          </Button>
        ) : null}
        {may('planSetup') ? (
          <Button
            size="S"
            variant="secondary"
            onPress={() => open({ kind: 'planSetup', track: track.id })}
          >
            {intl.formatMessage({ id: 'setup.again' })}
          </Button>
        ) : null}
        {may('cancelSetup') ? (
          <ActionButton
            size="S"
            isQuiet
            isPending={cancel.isPending}
            onPress={() => cancel.send({ runId: run.id, track: track.id })}
          >
            {intl.formatMessage({ id: 'setup.cancel' })}
          </ActionButton>
        ) : null}
      </div>
      <RunMutationNotice
        mutation={cancel.errors.length > 0 || cancel.failure ? cancel : confirm}
        run={run}
        track={track.id}
      />
    </>
  );
}

/** Scrolls here where the address names the panel, which is loaded after the page. */
function useFocusFromAddress(anchor: string) {
  const ref = useRef<HTMLElement>(null);
  const isNamed = useLocation({ select: ({ hash }) => hash === anchor });
  useEffect(() => {
    if (!isNamed) return;
    ref.current?.scrollIntoView({ block: 'start' });
    ref.current?.focus({ preventScroll: true });
  }, [isNamed]);
  return ref;
}
