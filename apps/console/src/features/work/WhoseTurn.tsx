/** Whom a run waits on, and since when. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { Actor, RunStatus } from '../../generated/enums.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { nextMinute } from '../../ui/nextMinute.ts';
import { ServerText } from '../../ui/ServerText.tsx';
import { useIsAhead } from '../../ui/useIsAhead.ts';
import { useActorName, useWaitedActorName } from '../viewer/useActorName.ts';
import { findWaitStart, isClosed } from './findWaitStart.ts';

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const quiet = style({ color: 'neutral-subdued' });
const actorList = style({ display: 'inline-block' });

export function CoolingOffUntil({ at }: { at: string }) {
  const intl = useIntl();
  const until = intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className="kw-sentence">
      {intl.formatMessage({ id: 'status.coolingOff' }, { until })}
    </span>
  );
}

type WaitingRun = Parameters<typeof findWaitStart>[0] & {
  status: RunStatus;
  waitingOn: readonly Actor[];
  nobodysTurnUntil: string | null;
};

/** The partner's once the time is over, before the server is asked again. */
const afterCoolingOff = (run: WaitingRun): WaitingRun =>
  run.nobodysTurnUntil && run.waitingOn.length === 0 ? { ...run, waitingOn: ['PARTNER'] } : run;

function Who({ waitingOn }: WaitingRun) {
  const nameOf = useActorName();
  return useIntl().formatList(waitingOn.map(nameOf), { type: 'conjunction' });
}

/** Within "waiting on …". */
function WaitedOn({ waitingOn }: WaitingRun) {
  const nameOf = useWaitedActorName();
  return useIntl().formatList(waitingOn.map(nameOf), { type: 'conjunction' });
}

function Since({ run }: { run: WaitingRun }) {
  const since = findWaitStart(run);
  if (since === null) return null;
  return <RelativeTime at={new Date(since).toISOString()} waiting focusable={false} />;
}

interface DelayedRun extends WaitingRun {
  delays: readonly { until: string; sentence: string }[];
}

/** Nothing is sent meanwhile, and nobody has to act: until when, and why. */
function Delayed({ until, sentence }: DelayedRun['delays'][number]) {
  const intl = useIntl();
  const at = intl.formatDate(nextMinute(until), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className={column}>
      <span className="kw-sentence">
        {intl.formatMessage({ id: 'status.delayed' }, { until: at })}
      </span>
      <span className={small}>
        <ServerText text={sentence} />
      </span>
    </span>
  );
}

/** Whether the run waits on nobody but Keyway. */
const isKeyways = ({ waitingOn }: WaitingRun): boolean =>
  waitingOn.every((actor) => actor === 'SYSTEM');

/** In a cell of a table. */
export function WhoseTurn({ run: found }: { run: DelayedRun | null }) {
  const intl = useIntl();
  const isCooling = useIsAhead(found?.nobodysTurnUntil);
  // The one that lasts longest: this list is not read again when another one ends.
  const delay = found?.delays.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until)).at(-1);
  const isDelayed = useIsAhead(delay?.until);
  if (isCooling) return <CoolingOffUntil at={found!.nobodysTurnUntil!} />;
  const run = found && afterCoolingOff(found);
  if (run && isDelayed && isKeyways(run)) return <Delayed {...delay!} />;
  if (!run || isClosed(run) || run.waitingOn.length === 0)
    return <span className={quiet}>{intl.formatMessage({ id: 'organizations.nobody' })}</span>;
  return (
    <span className={column}>
      <span className={`${actorList} kw-sentence`}>
        <Who {...run} />
      </span>
      <span className={small}>
        <Since run={run} />
      </span>
    </span>
  );
}

/** In a line, after the status of the run, which names whom a waiting run waits on. */
export function WhoseTurnLine({ run: found }: { run: WaitingRun }) {
  const intl = useIntl();
  const isCooling = useIsAhead(found.nobodysTurnUntil);
  if (isCooling) return <CoolingOffUntil at={found.nobodysTurnUntil!} />;
  const run = afterCoolingOff(found);
  if (isClosed(run) || run.waitingOn.length === 0) return null;
  return (
    <span>
      {run.status === 'WAITING' ? null : (
        <>
          {intl.formatMessage({ id: 'work.turnIs' }, { who: <WaitedOn key="who" {...run} /> })}
          {' · '}
        </>
      )}
      <Since run={run} />
    </span>
  );
}
