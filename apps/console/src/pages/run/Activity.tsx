/** The history of the run, newest first; each entry opens to its fields. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ActionButton, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunEntryFragment } from '../../generated/graphql.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Part } from '../../ui/lazyPart.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { entryDetails } from '../../features/history/entryDetails.ts';
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

export function Activity({ run }: { run: RunView }) {
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
          <EntryView key={entry.id} run={run} entry={entry} />
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

function EntryView({ run, entry }: { run: RunView; entry: RunEntryFragment }) {
  const [open, setOpen] = useState(false);
  const comment = entry.kind === 'commentAdded' ? commentOf(run, entry.data) : null;
  if (comment)
    return (
      <li className="kw-entry">
        <div className="kw-comment">
          {comment.place ? <p className="kw-entry-meta">{comment.place}</p> : null}
          <p className="kw-comment-text" dir="auto">
            {comment.text}
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
        {open ? <EntryData entry={entry} /> : null}
      </details>
    </li>
  );
}

/** A comment as it was written, and what it is about; null for data of another form. */
function commentOf(run: RunView, data: unknown): { text: string; place: string } | null {
  if (typeof data !== 'object' || data === null) return null;
  const { text, track, step } = data as Record<string, unknown>;
  if (typeof text !== 'string') return null;
  const place = [track, step].filter((one) => typeof one === 'string');
  const title = place.length === 2 ? findStepTitle(run, place[0]!, place[1]!) : undefined;
  return { text, place: [place[0], title ?? place[1]].filter(Boolean).join(' · ') };
}

function EntryData({ entry }: { entry: RunEntryFragment }) {
  const intl = useIntl();
  return (
    <div className="kw-entry-data">
      <p>
        <code>{entry.kind}</code> ·{' '}
        {intl.formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'medium' })}
      </p>
      <Part part={entryDetails} isWanted props={{ id: entry.id, data: entry.data }}>
        <ListSkeleton rows={4} columns={2} />
      </Part>
    </div>
  );
}
