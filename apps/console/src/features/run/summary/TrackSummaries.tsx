/**
 * What the run says first: a row for each track with its status, whose turn it is, since when, and
 * its own button; below it the track's steps. The full picture and the timeline open on request.
 */
import { useIntl } from 'react-intl';
import { ActionButton } from '@react-spectrum/s2';
import { useState } from 'react';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { toShown } from '../../../status/StatusIcon.tsx';
import { toStepIndicator } from '../../../status/indicators.ts';
import { IndicatorText } from '../../../status/StatusText.tsx';
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { OfferButton } from '../actions/OfferButton.tsx';
import { RunMutationNotice } from '../actions/RunMutationNotice.tsx';
import { findTrackOffer, listOffers } from '../actions/runOffers.ts';
import { usePerform } from '../actions/usePerform.ts';
import type { RunView, StepView, TrackView } from '../data/runFields.ts';
import { findTrackStep } from '../steps/stepOrder.ts';
import { useActorName } from '../../viewer/useActorName.ts';
import { CoolingOffUntil } from '../../work/WhoseTurn.tsx';
import { diagramChoice } from './diagramChoice.ts';
import './trackSummary.css';

/** Loaded after the rows, which say what is next without them. */
const stepper = lazyPart(async () => (await import('./Stepper.tsx')).Stepper);
/** The picture needs more code than the rows, and few open it. */
const diagram = lazyPart(async () => (await import('../diagram/RunDiagram.tsx')).RunDiagram);
const timeline = lazyPart(async () => (await import('../timeline/RunTimeline.tsx')).RunTimeline);

interface TrackSummariesProps {
  run: RunView;
  onPick: (track: TrackId, step: StepId) => void;
}

export function TrackSummaries({ run, onPick }: TrackSummariesProps) {
  const intl = useIntl();
  const [isPicture, setPicture] = useState(diagramChoice.read);
  const [isTimeline, setTimeline] = useState(false);
  function toggle() {
    diagramChoice.write(!isPicture);
    setPicture(!isPicture);
  }
  return (
    <div className="kw-summaries">
      {run.tracks.map((track) => (
        <TrackSummary
          key={track.id}
          run={run}
          track={track}
          hasSteps={!isPicture}
          onPick={onPick}
        />
      ))}
      <div className="kw-summary-more" data-print="hidden">
        <ActionButton isQuiet size="S" aria-expanded={isPicture} onPress={toggle}>
          {intl.formatMessage({ id: isPicture ? 'run.diagramHide' : 'run.diagramShow' })}
        </ActionButton>
        <ActionButton
          isQuiet
          size="S"
          aria-expanded={isTimeline}
          onPress={() => setTimeline(!isTimeline)}
        >
          {intl.formatMessage({ id: isTimeline ? 'run.timelineHide' : 'run.timelineShow' })}
        </ActionButton>
      </div>
      {isTimeline ? <Part part={timeline} isWanted props={{ run }} /> : null}
      {isPicture ? <Part part={diagram} isWanted props={{ run, onPick }} /> : null}
    </div>
  );
}

interface TrackSummaryProps extends TrackSummariesProps {
  track: TrackView;
  hasSteps: boolean;
}

function TrackSummary({ run, track, hasSteps, onPick }: TrackSummaryProps) {
  const intl = useIntl();
  const { perform, isPending, mutation } = usePerform();
  const name = intl.formatMessage({ id: `track.${track.id}` });
  const offer = findTrackOffer(listOffers(run), track);
  const isNeeded = track.steps.length > 0;
  return (
    // The steps below are the track's landmark.
    <div className="kw-summary" role="group" aria-label={name}>
      <div className="kw-summary-head">
        <strong className="kw-summary-name">{name}</strong>
        {isNeeded ? (
          <TrackState track={track} onPick={onPick} />
        ) : (
          <span className="kw-summary-turn">
            {intl.formatMessage({ id: 'run.trackNotNeeded' })}
          </span>
        )}
        {offer ? (
          <span className="kw-summary-act" data-print="hidden">
            <OfferButton
              offer={offer}
              run={run}
              isPending={isPending}
              onPress={() => perform(offer)}
            />
          </span>
        ) : null}
      </div>
      {hasSteps && isNeeded ? (
        <Part part={stepper} isWanted props={{ run, track, onPick }}>
          <div className="kw-stepper-place" />
        </Part>
      ) : null}
      <RunMutationNotice mutation={mutation} run={run} track={track.id} isSpaced />
    </div>
  );
}

type TrackStateProps = Pick<TrackSummaryProps, 'track' | 'onPick'>;

/** "Blocked · Vault · Azure admin · 3 days ago"; the step leads to its card. */
function TrackState({ track, onPick }: TrackStateProps) {
  const intl = useIntl();
  const step = findTrackStep(track);
  if (!step) {
    const isDone = track.steps.every(
      ({ status }) => status === 'DONE' || status === 'NOT_APPLICABLE',
    );
    const last = track.steps.at(-1);
    return (
      <>
        <IndicatorText indicator={toStepIndicator(isDone ? 'DONE' : 'LOCKED')}>
          {intl.formatMessage({ id: isDone ? 'status.DONE' : 'status.LOCKED' })}
        </IndicatorText>
        {isDone && last ? (
          <span className="kw-summary-turn">
            <RelativeTime at={last.since} focusable={false} />
          </span>
        ) : null}
      </>
    );
  }
  const { status, actor, mode } = toShown(step);
  return (
    <>
      <IndicatorText indicator={toStepIndicator(status, actor, mode)}>
        {intl.formatMessage({ id: `status.${step.status}` })}
      </IndicatorText>
      <button type="button" className="kw-summary-step" onClick={() => onPick(step.track, step.id)}>
        {step.title}
      </button>
      <Turn step={step} />
    </>
  );
}

function Turn({ step }: { step: StepView }) {
  const nameOf = useActorName();
  if (step.coolingOffUntil)
    return (
      <span className="kw-summary-turn">
        <CoolingOffUntil at={step.coolingOffUntil} />
      </span>
    );
  return (
    <span className="kw-summary-turn">
      <span className="kw-sentence">{nameOf(step.actor)}</span>
      {' · '}
      <RelativeTime at={step.since} waiting={step.status !== 'WORKING'} focusable={false} />
    </span>
  );
}
