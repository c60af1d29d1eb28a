/** `keyway runs watch` */
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { STEPS, STEP_STATUSES, TRACKS } from '../cli/vocabulary.ts';
import { statusStyle } from '../output/paint.ts';
import { findRun } from '../resolve/run.ts';
import { watchRunDocument, type ShownRun } from './runDocuments.ts';

/** Whether a run is where the caller waits for: yes, never more, or not yet. */
type Until = (run: ShownRun) => 'reached' | 'missed' | 'waiting';

export async function watchRun(cli: Cli, given: Given): Promise<void> {
  const until = untilOf(given.text('until'));
  const client = await cli.client();
  const { id, organization } = await findRun(client, given.arg(0));
  const timeout = given.count('timeout');
  const limit = timeout === undefined ? null : AbortSignal.timeout(timeout * 1000);
  // Who waits for something wants the exit code, also where nobody reads the changes.
  const isForReaders = given.text('until') === undefined;
  const end = [limit, isForReaders ? cli.terminal.noReader : null].filter((one) => one !== null);
  const events = client.subscribe(
    watchRunDocument,
    { runId: id },
    {
      signal: AbortSignal.any(end),
      onConnection: (state) =>
        cli.out.note(state === 'lost' ? 'Connection lost; reconnecting …' : 'Connected again.'),
    },
  );
  let before: ShownRun | null = null;
  for await (const event of events) {
    const { runChanged: run } = unwrap(event);
    // A reconnection repeats the current state; a late event may be older.
    if (before && run.version <= before.version) continue;
    if (cli.out.json) cli.out.jsonLine(run);
    else writeChanges(cli, before, run);
    before = run;
    const state = until(run);
    if (state === 'reached') return;
    if (state === 'missed')
      throw new CliError(EXIT.failed, `The run of ${organization.name} is ${run.status}.`);
  }
  if (limit?.aborted)
    throw new CliError(EXIT.failed, `This did not happen within ${timeout} s.`, {
      hint: `See \`keyway runs show ${organization.imsOrgId}\`.`,
    });
}

const ended = ({ status }: ShownRun): boolean => status === 'COMPLETED' || status === 'CANCELLED';

function untilOf(what: string | undefined): Until {
  if (what === undefined) return (run) => (ended(run) ? 'reached' : 'waiting');
  if (what === 'done')
    return ({ status }) =>
      status === 'COMPLETED' ? 'reached' : status === 'CANCELLED' ? 'missed' : 'waiting';
  if (what === 'blocked')
    return (run) =>
      ['BLOCKED', 'FAILED'].includes(run.status) ? 'reached' : ended(run) ? 'missed' : 'waiting';
  const [, track, step, status] = /^(\w+)\/(\w+)=(\w+)$/.exec(what.toUpperCase()) ?? [];
  const known = [
    [track, TRACKS],
    [step, STEPS],
    [status, STEP_STATUSES],
  ] as const;
  if (!known.every(([value, values]) => (values as readonly string[]).includes(value ?? '')))
    throw usageError(
      `--until can't be ${what}.`,
      `Give done, blocked, or <track>/<step>=<status> such as AEP/APPROVAL=READY. Tracks: ${TRACKS.join(', ')}. Steps: ${STEPS.join(', ')}. Statuses: ${STEP_STATUSES.join(', ')}.`,
    );
  return (run) => {
    const steps = run.tracks.find(({ id }) => id === track)?.steps;
    if (steps?.find(({ id }) => id === step)?.status === status) return 'reached';
    return ended(run) ? 'missed' : 'waiting';
  };
}

/** One line for each step that has another status than before. */
function writeChanges({ out }: Cli, before: ShownRun | null, run: ShownRun): void {
  const { paint } = out;
  const line = (place: string, status: string, text: string | null): void => {
    const style = statusStyle(status);
    const shown = [run.updatedAt, place, style ? paint[style](status) : status, text];
    out.text(shown.filter(Boolean).join('  '));
  };
  if (run.status !== before?.status) line('run', run.status, run.sentence);
  for (const track of run.tracks)
    for (const step of track.steps) {
      // At first: what is not open yet would be most of the lines.
      if (!before && step.status === 'LOCKED') continue;
      const earlier = before?.tracks
        .find(({ id }) => id === track.id)
        ?.steps.find(({ id }) => id === step.id);
      const text = step.failure ?? step.externalStatus ?? null;
      if (
        step.status !== earlier?.status ||
        text !== (earlier.failure ?? earlier.externalStatus ?? null)
      )
        line(`${track.id} ${step.id}`, step.status, text);
    }
}
