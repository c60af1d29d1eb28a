/** Whom a run waits on, and since when. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { Actor, RunStatus } from '../../generated/enums.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { findWaitStart, isClosed } from './findWaitStart.ts';

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const quiet = style({ color: 'neutral-subdued' });
const actorList = style({ display: 'inline-block' });

type WaitingRun = Parameters<typeof findWaitStart>[0] & {
  status: RunStatus;
  waitingOn: readonly Actor[];
};

function whoOf(intl: IntlShape, { waitingOn }: WaitingRun): string {
  const names = waitingOn.map((actor) => intl.formatMessage({ id: `actor.${actor}` }));
  return intl.formatList(names, { type: 'conjunction' });
}

function Since({ run }: { run: WaitingRun }) {
  const since = findWaitStart(run);
  if (since === null) return null;
  return <RelativeTime at={new Date(since).toISOString()} waiting focusable={false} />;
}

/** In a cell of a table. */
export function WhoseTurn({ run }: { run: WaitingRun | null }) {
  const intl = useIntl();
  if (!run || isClosed(run) || run.waitingOn.length === 0)
    return <span className={quiet}>{intl.formatMessage({ id: 'organizations.nobody' })}</span>;
  return (
    <span className={column}>
      <span className={`${actorList} kw-sentence`}>{whoOf(intl, run)}</span>
      <span className={small}>
        <Since run={run} />
      </span>
    </span>
  );
}

/** In a line, after the status of the run, which names whom a waiting run waits on. */
export function WhoseTurnLine({ run }: { run: WaitingRun }) {
  const intl = useIntl();
  if (isClosed(run) || run.waitingOn.length === 0) return null;
  return (
    <span>
      {run.status === 'WAITING'
        ? null
        : `${intl.formatMessage({ id: 'work.turnIs' }, { who: whoOf(intl, run) })} · `}
      <Since run={run} />
    </span>
  );
}
