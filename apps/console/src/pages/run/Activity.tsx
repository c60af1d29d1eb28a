/** The history of the run, newest first; each entry opens to its fields. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ActionButton, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepId, TrackId } from '../../generated/enums.ts';
import type { RunEntryFragment } from '../../generated/graphql.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Part } from '../../ui/lazyPart.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { stepHref } from '../../ui/runAddress.ts';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { entryDetails } from '../../features/history/entryDetails.ts';
import { findEntryStep } from '../../features/history/findEntryStep.ts';
import { CommentForm } from '../../features/work/CommentForm.tsx';
import { findStepTitle } from '../../features/work/findStepTitle.ts';
import type { RunView } from '../../features/run/data/runFields.ts';
import { useRunUntil } from '../../features/run/data/useRunUntil.ts';
import { useRunHistory } from './useRunHistory.ts';
import './activity.css';

const FIRST_ENTRIES = 20;
const MORE_ENTRIES = 40;
/** The server's limit for one query; the history page has the rest. */
const MAX_ENTRIES = 100;

const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });
const more = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  marginTop: 8,
  font: 'ui-sm',
});

interface ActivityProps {
  run: RunView;
  onPick: Pick;
}

/** Opens a step of the page; its address alone does nothing where it is the page's already. */
type Pick = (track: TrackId, step: StepId) => void;

export function Activity({ run, onPick }: ActivityProps) {
  const intl = useIntl();
  const [first, setFirst] = useState(FIRST_ENTRIES);
  const { entries, hasMore, error, loading, refetch } = useRunHistory(run, first);
  return (
    <section className="kw-activity" aria-labelledby="kw-activity">
      <h2 id="kw-activity" className={heading}>
        {intl.formatMessage({ id: 'run.activity' })}
      </h2>
      {run.tracks
        .flatMap(({ steps }) => steps)
        .map(({ track, coolingOffUntil: until }) =>
          until ? <AskWhenOver key={track} runId={run.id} until={until} /> : null,
        )}
      {run.mayComment ? <CommentForm run={run} /> : null}
      {!entries && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'run.activityFailed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!entries && !error ? <ListSkeleton rows={6} columns={2} /> : null}
      <ol className="kw-entries">
        {entries?.map((entry) => (
          <EntryView key={entry.id} run={run} entry={entry} onPick={onPick} />
        ))}
      </ol>
      {hasMore ? (
        <div className={more} data-print="hidden">
          {first < MAX_ENTRIES ? (
            <ActionButton
              isQuiet
              size="S"
              isPending={loading}
              onPress={() => setFirst(Math.min(MAX_ENTRIES, first + MORE_ENTRIES))}
            >
              {intl.formatMessage({ id: 'run.activityEarlier' })}
            </ActionButton>
          ) : null}
          <Link href={`/history?organization=${encodeURIComponent(run.organization.id)}`}>
            {intl.formatMessage({ id: 'run.activityAll' })}
          </Link>
        </div>
      ) : null}
    </section>
  );
}

/** In this part, which loads after the page: the run changes for everybody when it is over. */
function AskWhenOver({ runId, until }: { runId: string; until: string }) {
  useRunUntil(runId, until);
  return null;
}

interface EntryViewProps extends ActivityProps {
  entry: RunEntryFragment;
}

function EntryView({ run, entry, onPick }: EntryViewProps) {
  const [open, setOpen] = useState(false);
  const place = <EntryStep run={run} data={entry.data} onPick={onPick} />;
  const comment = entry.kind === 'commentAdded' ? textOf(entry.data) : null;
  if (comment !== null)
    return (
      <li className="kw-entry">
        <div className="kw-comment">
          {place}
          <p className="kw-comment-text" dir="auto">
            {comment}
          </p>
          <p className="kw-entry-meta">
            {entry.actor} · <RelativeTime at={entry.at} focusable={false} />
          </p>
        </div>
      </li>
    );
  return (
    <li className="kw-entry">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="kw-entry-text">{entry.summary}</span>
          <span className="kw-entry-meta">
            {entry.actor} · <RelativeTime at={entry.at} focusable={false} />
          </span>
        </summary>
        {open ? (
          <div className="kw-entry-data">
            {place}
            <EntryData entry={entry} />
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** A comment as it was written; null for data of another form. */
function textOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('text' in data)) return null;
  return typeof data.text === 'string' ? data.text : null;
}

/** A link to the step that an entry is about, if this run has it. */
function EntryStep({ run, data, onPick }: ActivityProps & { data: unknown }) {
  const found = findEntryStep(data);
  if (!found) return null;
  const { track, step } = found;
  const title = findStepTitle(run, track, step);
  if (title === undefined) return null;
  return (
    <p className="kw-entry-meta">
      <Link
        href={stepHref(run.id, track, step)}
        variant="secondary"
        onPress={() => onPick(track, step)}
      >
        {track} · {title}
      </Link>
    </p>
  );
}

function EntryData({ entry }: { entry: RunEntryFragment }) {
  const intl = useIntl();
  return (
    <>
      <p>
        <code>{entry.kind}</code> ·{' '}
        {intl.formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'medium' })}
      </p>
      <Part part={entryDetails} isWanted props={{ id: entry.id, data: entry.data }}>
        <ListSkeleton rows={4} columns={2} />
      </Part>
    </>
  );
}
