/** The names of weeks, phases, steps and parties in pictures over time. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Party, RunPhase, StepId, TrackId } from '../../generated/enums.ts';
import { measureSpan } from '../../ui/timeSpan.ts';

/** The parties in the order of their colors. */
export const PARTIES: readonly Party[] = ['PARTNER', 'CUSTOMER', 'ADOBE'];

/** Weeks begin on Monday in UTC: in the time of another place it would be Sunday. */
export function useWeekName(): (weekStart: string) => string {
  const intl = useIntl();
  return useCallback(
    (weekStart) => intl.formatDate(weekStart, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
    [intl],
  );
}

export function usePhaseName(): (phase: RunPhase) => string {
  const intl = useIntl();
  return (phase) => intl.formatMessage({ id: `insights.phase.${phase}` });
}

export function usePartyName(): (party: Party) => string {
  const intl = useIntl();
  return useCallback((party) => intl.formatMessage({ id: `insights.party.${party}` }), [intl]);
}

export function useStepName(): (time: { track: TrackId; step: StepId }) => string {
  const intl = useIntl();
  return useCallback(
    ({ track, step }) =>
      intl.formatMessage(
        { id: 'insights.step' },
        {
          track: intl.formatMessage({ id: `track.${track}.short` }),
          step: intl.formatMessage({ id: `step.${step}` }),
        },
      ),
    [intl],
  );
}

/** "3 days". */
export function useSpan(): (seconds: number) => string {
  const intl = useIntl();
  return useCallback(
    (seconds) => {
      const { value, unit } = measureSpan(seconds * 1000, 0);
      return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
    },
    [intl],
  );
}
