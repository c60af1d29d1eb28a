/** The label of a cell: "AEP, Vault: Waiting on the Azure admin, 3 days ago". */
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { StepId, TrackId } from '../../generated/enums.ts';
import { measureSpan } from '../../ui/timeSpan.ts';
import { useWaitedActorName } from '../../features/viewer/useActorName.ts';
import { nextMinute } from '../../ui/nextMinute.ts';
import type { MatrixStep } from './matrixRows.ts';

/** Far more than differ at a time. */
const MAX_KNOWN = 5_000;
const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;

type Column = { track: TrackId; step: StepId };
export type CellLabel = (column: Column, step: MatrixStep | undefined) => string;

/** What a label is made of: few of the thousands of cells that a scroll shows differ in it. */
function keyOf({ track, step: name }: Column, step: MatrixStep | undefined): string {
  if (!step) return `${track} ${name}`;
  const { status, actor, mode, isRefused, coolingOffUntil, delayedUntil } = step;
  const { value, unit } = measureSpan(Date.parse(step.since), Date.now());
  return `${track} ${name} ${status} ${actor} ${mode} ${isRefused} ${coolingOffUntil ?? delayedUntil} ${value} ${unit}`;
}

export function useCellLabel(): CellLabel {
  const format = useFormatted();
  return useMemo(() => {
    const known = new Map<string, string>();
    return (column, step) => {
      const key = keyOf(column, step);
      const label = known.get(key) ?? format(column, step);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, label);
      return label;
    };
  }, [format]);
}

function useFormatted(): CellLabel {
  const intl = useIntl();
  const nameOf = useWaitedActorName();
  return useCallback(
    (column, step) => {
      const track = intl.formatMessage({ id: `track.${column.track}.short` });
      const name = intl.formatMessage({ id: `step.${column.step}` });
      if (!step)
        return intl.formatMessage(
          { id: 'portfolio.cell' },
          { track, step: name, status: intl.formatMessage({ id: 'common.none' }) },
        );
      if (step.coolingOffUntil) {
        const until = intl.formatDate(step.coolingOffUntil, WHEN);
        const status = intl.formatMessage({ id: 'status.coolingOff' }, { until });
        return intl.formatMessage({ id: 'portfolio.cell' }, { track, step: name, status });
      }
      if (step.delayedUntil) {
        const until = intl.formatDate(nextMinute(step.delayedUntil), WHEN);
        const status = intl.formatMessage({ id: 'status.delayed' }, { until });
        return intl.formatMessage({ id: 'portfolio.cell' }, { track, step: name, status });
      }
      const attested = step.status === 'DONE' && step.mode === 'ATTESTED';
      const word = step.isRefused
        ? intl.formatMessage({ id: 'runStatus.REFUSED' })
        : step.status === 'WAITING'
          ? intl.formatMessage({ id: 'status.waitingOn' }, { who: nameOf(step.actor) })
          : intl.formatMessage({ id: attested ? 'status.DONE.attested' : `status.${step.status}` });
      if (step.status === 'LOCKED' || step.status === 'NOT_APPLICABLE') {
        return intl.formatMessage({ id: 'portfolio.cell' }, { track, step: name, status: word });
      }
      const span = measureSpan(Date.parse(step.since), Date.now());
      const since = intl.formatRelativeTime(span.value, span.unit, { numeric: 'auto' });
      return intl.formatMessage(
        { id: 'portfolio.cell' },
        { track, step: name, status: `${word}, ${since}` },
      );
    },
    [intl, nameOf],
  );
}
