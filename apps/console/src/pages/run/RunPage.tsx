/** One run, live: its header, its diagram, the steps of both tracks, and its history. */
import { useLocation, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepId, TrackId } from '../../generated/enums.ts';
import { RunActionsRoot } from '../../features/run/actions/RunActions.tsx';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useInstructions } from '../../features/run/data/useInstructions.ts';
import { RunPageTexts } from '../../features/run/RunPageTexts.tsx';
import { RunFrame } from '../../features/run/RunFrame.tsx';
import { RunHeader } from './RunHeader.tsx';
import { useRunTitle } from '../../features/run/useRunTitle.ts';
import { stepAnchor } from '../../ui/runAddress.ts';
import { instructionsText } from '../../features/run/steps/StepInstructions.tsx';
import { TrackColumn } from '../../features/run/steps/TrackColumn.tsx';
import { TrackSummaries } from '../../features/run/summary/TrackSummaries.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { Part, lazyPart, usePart } from '../../ui/lazyPart.tsx';
import './runPage.css';

/** Loaded after the page, which says what is next without them. */
const activity = lazyPart(async () => (await import('./Activity.tsx')).Activity);
const approvers = lazyPart(
  async () => (await import('../../features/approvers/RunApprovers.tsx')).RunApprovers,
);
const completed = lazyPart(
  async () => (await import('../../features/run/completed/RunCompleted.tsx')).RunCompleted,
);
const handOffs = lazyPart(
  async () => (await import('../../features/run/handOffs/HandOffs.tsx')).HandOffs,
);

// The font is for the parts below that have plain style sheets.
const page = style({ minWidth: 0, font: 'ui', color: 'neutral' });

export function RunPage() {
  const { runId } = useParams({ from: '/shell/runs/$runId' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => (
        <RunPageTexts>
          <Loaded run={run} />
        </RunPageTexts>
      )}
    </RunFrame>
  );
}

/** On AWS, CJA has none; its row says so. */
const hasSteps = ({ steps }: { steps: readonly unknown[] }) => steps.length > 0;

function Loaded({ run }: { run: RunView }) {
  useRunTitle(run);
  const instructions = useInstructions(run);
  // A card that a person opened or closed stays so; the others follow the step's status.
  const [folds, setFolds] = useState<Record<string, boolean>>({});
  const toggle = useCallback((track: TrackId, step: StepId, open: boolean) => {
    setFolds((before) => ({ ...before, [`${track}/${step}`]: open }));
  }, []);
  const [picked, setPicked] = useState<{ anchor: string } | null>(null);
  const pick = useCallback(
    (track: TrackId, step: StepId) => {
      toggle(track, step, true);
      setPicked({ anchor: stepAnchor(track, step) });
    },
    [toggle],
  );
  // Once the card is open, with the others of its group.
  useEffect(() => {
    if (picked) showCard(picked.anchor);
  }, [picked]);
  const { Loaded: Texts, isFailed } = usePart(instructionsText, 1);
  usePickFromAddress(run, pick, instructions.settled && (Texts !== undefined || isFailed));
  return (
    <RunActionsRoot run={run}>
      <div className={page}>
        <RunHeader run={run} />
        <Part part={completed} isWanted={run.status === 'COMPLETED'} props={{ run }} />
        <Part part={approvers} isWanted props={{ run }} />
        <TrackSummaries run={run} onPick={pick} />
        <div className="kw-run-columns">
          <div className="kw-run-tracks">
            {run.tracks.filter(hasSteps).map((track) => (
              <TrackColumn
                key={track.id}
                track={track}
                instructions={instructions}
                folds={folds}
                onToggle={toggle}
              />
            ))}
          </div>
          <div>
            <Part part={handOffs} isWanted props={{ run }} />
            <Part part={activity} isWanted props={{ run, onPick: pick }}>
              <ListSkeleton rows={6} columns={2} />
            </Part>
          </div>
        </div>
      </div>
    </RunActionsRoot>
  );
}

/**
 * Opens the step that the address names, once, when the cards above it have their final height.
 */
function usePickFromAddress(
  run: RunView,
  pick: (track: TrackId, step: StepId) => void,
  settled: boolean,
) {
  const anchor = useLocation({ select: (location) => location.hash });
  const picked = useRef('');
  useEffect(() => {
    if (!settled || anchor === picked.current) return;
    picked.current = anchor;
    const step = run.tracks
      .flatMap((track) => track.steps)
      .find((one) => stepAnchor(one.track, one.id) === anchor);
    if (step) pick(step.track, step.id);
  }, [anchor, run, pick, settled]);
}

/** Scrolls to a card, moves the focus to its head and highlights it briefly. */
function showCard(anchor: string) {
  const card = document.getElementById(anchor);
  if (!card) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  card.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  card.querySelector<HTMLElement>('.kw-card-head')?.focus({ preventScroll: true });
  card.classList.remove('kw-card-flash');
  void card.offsetWidth;
  card.classList.add('kw-card-flash');
}
